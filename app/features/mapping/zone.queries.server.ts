import { eq } from 'drizzle-orm'
import type { Zone } from '~/platform/calendar'
import type { Reading } from './find-mapping.server'

/** The zone of a region; WIB for one that is unknown. */
export async function zoneOf({ db, tables: { regions } }: Reading, code: string): Promise<Zone> {
  const [region] = await db.select({ zone: regions.zone }).from(regions).where(eq(regions.code, code))
  return region?.zone ?? 'WIB'
}
