import { MINISTRY, NATION, officeName } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** "Dinas Kominfo Kabupaten Mimika"; the country's office is the ministry. */
export async function officeTitle(
  reading: { db: Database; tables: Tables },
  officeCode: string,
): Promise<string> {
  if (officeCode === NATION) return MINISTRY
  const region = await nameRegion(reading, officeCode)
  return region ? officeName(region) : officeCode
}
