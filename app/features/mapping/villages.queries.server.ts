import { and, asc, between, inArray, isNull, type SQL } from 'drizzle-orm'
import type { PlaceName } from '~/features/regions/places'
import type { Tables } from '~/tables'
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
    .where(and(inForceInside(regions, regencyCode), inArray(regions.level, ['district', 'village'])))
    .orderBy(asc(regions.code))
  const of = (wanted: 'district' | 'village') =>
    rows.filter(({ level }) => level === wanted).map(({ level, ...named }) => named)
  const villages = of('village')
  return of('district').map((district) => ({
    ...district,
    villages: villages.filter(({ code }) => code.startsWith(district.code)),
  }))
}

/** The regions of a regency that are in force: a stretch of codes, which the key finds. */
export function inForceInside({ code, validUntil }: Tables['regions'], regencyCode: string): SQL | undefined {
  return and(between(code, regencyCode, regencyCode.padEnd(10, '9')), isNull(validUntil))
}
