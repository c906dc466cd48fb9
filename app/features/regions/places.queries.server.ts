import { inArray } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Place, PlaceName } from './places'

interface Reading {
  db: Database
  tables: Tables
}

/** The village of a ten-digit code with its district, regency and province; null when there is none. */
export async function findPlace(reading: Reading, villageCode: string): Promise<Place | null> {
  return (await findPlaces(reading, [villageCode])).get(villageCode) ?? null
}

/** The places of many villages in one query, by village code; unknown codes are left out. */
export async function findPlaces(
  { db, tables: { regions } }: Reading,
  villageCodes: string[],
): Promise<Map<string, Place>> {
  const codes = [
    ...new Set(villageCodes.flatMap((code) => [code, code.slice(0, 6), code.slice(0, 4), code.slice(0, 2)])),
  ]
  const rows = codes.length === 0 ? [] : await db.select().from(regions).where(inArray(regions.code, codes))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const named = (code: string): PlaceName | undefined => {
    const row = byCode.get(code)
    return row && { code: row.code, name: row.name, word: row.localWord }
  }
  const places = new Map<string, Place>()
  for (const code of villageCodes) {
    const village = named(code)
    const district = named(code.slice(0, 6))
    const regency = named(code.slice(0, 4))
    const province = named(code.slice(0, 2))
    const zone = byCode.get(code)?.zone
    if (village && district && regency && province && zone) {
      places.set(code, { village, district, regency, province, zone })
    }
  }
  return places
}
