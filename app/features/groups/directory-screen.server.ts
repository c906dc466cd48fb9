import { type DrillDown, drillDown } from '~/features/regions/drill-down.queries.server'
import { withWord } from '~/features/regions/places'
import { searchRegions } from '~/features/regions/search-regions.server'
import type { Services } from '~/platform/services'
import { type DirectoryPage, type DirectorySearch, searchDirectory } from './directory.queries.server'

const NEARBY = 4

export interface DirectoryScreen extends DirectoryPage {
  search: Omit<DirectorySearch, 'page' | 'pageSize'>
  drill: DrillDown
  /** Regions whose name is like the text. */
  nearby: { code: string; label: string }[]
  /** The number of the one group that a full number asks for. */
  exactly: string | null
}

/** The directory as everyone sees it: what was asked for, the page of groups, and ways to narrow or widen. */
export async function directoryScreen(
  services: Services,
  { page, ...asked }: DirectorySearch,
): Promise<DirectoryScreen> {
  const drill = await drillDown(services, asked.regionCode)
  // An unknown region is no filter: the page shows the country and says so by its title.
  const search = { ...asked, regionCode: drill.path.at(-1)?.code }
  const found = await searchDirectory(services, { ...search, page })
  const number = (search.text ?? '').replace(/[\s.-]/g, '')
  const exactly = /^\d{12}$/.test(number) && found.rows.length === 1 ? number : null
  return { ...found, search, drill, nearby: await regionsLike(services, search), exactly }
}

/** Someone who types the name of a place means the groups there; offered until a region is chosen. */
async function regionsLike(services: Services, { text, regionCode }: DirectoryScreen['search']) {
  if (!text || regionCode || /\d/.test(text)) return []
  const regions = await searchRegions(services, text, { limit: NEARBY })
  return regions.map((region) => ({
    code: region.code,
    label: [region, ...region.above.slice(-1)].map(withWord).join(', '),
  }))
}
