import { isNull } from 'drizzle-orm'
import type { Store } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { RegionName } from './places'
import { buildRegionIndex, type RegionIndex, type SearchOptions, searchIndex } from './region-index'
import { nameRegions } from './regions.queries.server'

const indexes = new WeakMap<Store, Promise<RegionIndex>>()

/**
 * Regions that a person may mean by what they typed, best first: "timika", "mimika baru", "kab pacitan",
 * "desa sukorejo pacitan", "pactian". Nothing found is an empty list, never an error.
 * The first search takes about a second, because it builds the index; `warmRegionSearch` does that beforehand.
 */
export async function searchRegions(
  { store }: Pick<Services, 'store'>,
  typed: string,
  options: SearchOptions = {},
): Promise<RegionName[]> {
  const codes = searchIndex(await indexOf(store), typed, options)
  return nameRegions({ db: store.read, tables: store.tables }, codes)
}

/** Builds the index before anyone searches: nothing else is answered while it is built. */
export async function warmRegionSearch({ store }: Pick<Services, 'store'>): Promise<void> {
  await indexOf(store)
}

function indexOf(store: Store): Promise<RegionIndex> {
  const built = indexes.get(store)
  if (built) return built
  const building = readIndex(store)
  indexes.set(store, building)
  // A failed reading is tried again by the next search.
  building.catch(() => indexes.delete(store))
  return building
}

async function readIndex({ read, tables: { regions } }: Store): Promise<RegionIndex> {
  const rows = await read
    .select({ code: regions.code, kind: regions.kind, name: regions.name })
    .from(regions)
    .where(isNull(regions.validUntil))
  return buildRegionIndex(rows)
}
