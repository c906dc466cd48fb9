import { and, asc, between, inArray, isNull } from 'drizzle-orm'
import type { PlaceName } from '~/features/regions/places'
import type { Reading } from './find-mapping.server'

export interface DistrictOf extends PlaceName {
  villages: PlaceName[]
}

/** The districts of a regency that are in force, each with its villages, all in the order of their codes. */
export async function districtsWithVillages(
  { db, tables: { regions } }: Reading,
  regencyCode: string,
): Promise<DistrictOf[]> {
  const rows = await db
    .select({ code: regions.code, name: regions.name, word: regions.localWord, level: regions.level })
    .from(regions)
    .where(
      and(
        inArray(regions.level, ['district', 'village']),
        between(regions.code, regencyCode, regencyCode.padEnd(10, '9')),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.code))
  const of = (wanted: 'district' | 'village') =>
    rows.filter(({ level }) => level === wanted).map(({ level, ...named }) => named)
  const villages = of('village')
  return of('district').map((district) => ({
    ...district,
    villages: villages.filter(({ code }) => code.startsWith(district.code)),
  }))
}
