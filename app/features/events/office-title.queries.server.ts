import { NATION, officeName } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** "Dinas Kominfo Kabupaten Mimika"; the country's office is the ministry. */
export async function officeTitle(
  reading: { db: Database; tables: Tables },
  officeCode: string,
): Promise<string> {
  if (officeCode === NATION) return 'Kementerian Komunikasi dan Digital'
  const region = await nameRegion(reading, officeCode)
  return region ? officeName(region) : officeCode
}
