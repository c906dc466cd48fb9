import type { Services } from '~/platform/services'
import type { PickerState } from './picker.schema'
import { codesDownTo, withWord, wordsOf } from './places'
import { childrenOf, nameRegion } from './regions.queries.server'
import type { RegionLevel } from './regions.tables'
import { searchRegions } from './search-regions.server'

interface PickerOptions {
  /** The level to choose; a village unless told. */
  until?: RegionLevel
  /** Only inside this region: an office picks in its own regency. */
  within?: string
}

const levels: RegionLevel[] = ['province', 'regency', 'district', 'village']
const codeLength: Record<RegionLevel, number> = { province: 2, regency: 4, district: 6, village: 10 }

/**
 * What a region picker shows for an address; it works by links and plain forms, so without JavaScript too.
 *
 * On the page where a village has to be chosen:
 *
 *     export const loader = pageLoader({ access, query: z.object({ ...pickerQuery }) },
 *       async ({ query, services }) => ({ picker: await pickerState(services, query) }))
 *
 *     const { picker } = useLoaderData<typeof loader>()
 *     return picker.chosen
 *       ? <Form …><ChosenRegion region={picker.chosen} name="villageCode" change="?" /> …</Form>
 *       : <RegionPicker state={picker} />
 *
 * The picker has forms of its own, so it stands beside the page's form, never inside it.
 * A code that does not exist, or lies outside `within`, counts as nothing chosen.
 */
export async function pickerState(
  services: Services,
  { cari, wilayah }: { cari: string; wilayah: string },
  { until = 'village', within }: PickerOptions = {},
): Promise<PickerState> {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  // A code below the wanted level stands for the region above it.
  const code = wilayah.slice(0, codeLength[until])
  const asked = code !== '' && code.startsWith(within ?? '') ? await nameRegion(reading, code) : null
  const region = asked ?? (within ? await nameRegion(reading, within) : null)
  const wanted = levels.slice(0, levels.indexOf(until) + 1)
  const results = cari ? await searchRegions(services, cari, { levels: wanted, within }) : []
  const done = region?.level === until
  const children = done ? [] : await childrenOf(reading, region?.code ?? null)
  const optionsWord = children.length > 0 ? wordsOf(children) : ''
  const mixed = optionsWord.includes(' atau ')
  return {
    search: cari,
    results,
    path: done ? null : region,
    leavable: region
      ? codesDownTo(region.code).filter((code) => !within || (code.startsWith(within) && code !== within))
      : [],
    options: children.map((child) => ({ code: child.code, title: mixed ? withWord(child) : child.name })),
    optionsWord,
    chosen: done ? region : null,
  }
}
