import { type DrillDown, drillDown } from '~/features/regions/drill-down.queries.server'
import type { Services } from '~/platform/services'
import { type DirectoryPage, type DirectorySearch, searchDirectory } from './directory.queries.server'

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
  return { ...found, search, drill, nearby: [], exactly }
}
