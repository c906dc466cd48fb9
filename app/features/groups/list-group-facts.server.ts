import { NATION } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { type DirectorySearch, searchDirectory } from './directory.queries.server'
import { groupFacts } from './group-facts'

/** A page of the directory for machines; null when the region is unknown, an empty page after the last one. */
export async function listGroupFacts(
  services: Services,
  search: Pick<DirectorySearch, 'text' | 'regionCode' | 'page'>,
) {
  const { store, config } = services
  const regionCode = search.regionCode === NATION ? undefined : search.regionCode
  if (regionCode && !(await nameRegion({ db: store.read, tables: store.tables }, regionCode))) return null
  const { rows, page, total } = await searchDirectory(services, { ...search, regionCode })
  return {
    data: page === search.page ? rows.map((row) => groupFacts(row, config.publicUrl)) : [],
    halaman: search.page,
    total,
  }
}
