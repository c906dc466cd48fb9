import { and, asc, eq, isNull } from 'drizzle-orm'
import type { PlaceName } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

/** Every region of a level in the country, in the order of the codes. */
export function namesOfLevel(
  { db, tables: { regions } }: { db: Database; tables: Tables },
  level: RegionLevel,
): Promise<PlaceName[]> {
  return db
    .select({ code: regions.code, name: regions.name, word: regions.localWord })
    .from(regions)
    .where(and(eq(regions.level, level), isNull(regions.validUntil)))
    .orderBy(asc(regions.code))
}

/** The provinces to choose from. */
export function provinceNames({ store }: Pick<Services, 'store'>): Promise<PlaceName[]> {
  return namesOfLevel({ db: store.read, tables: store.tables }, 'province')
}
