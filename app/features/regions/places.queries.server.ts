import { inArray } from 'drizzle-orm'
import { listedValues, prepared } from '~/platform/db/prepared'
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
  if (codes.length === 0) return new Map()
  const listed = listedValues(codes)
  const named = prepared(db, `places ${listed.size}`, () => {
    const { code, name, localWord: word, zone } = regions
    return db.select({ code, name, word, zone }).from(regions).where(inArray(code, listed.placeholders))
  })
  const rows = await named.execute(listed.values)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const nameOf = (code: string): PlaceName | undefined => {
    const row = byCode.get(code)
    return row && { code, name: row.name, word: row.word }
  }
  const places = new Map<string, Place>()
  for (const code of villageCodes) {
    const village = nameOf(code)
    const district = nameOf(code.slice(0, 6))
    const regency = nameOf(code.slice(0, 4))
    const province = nameOf(code.slice(0, 2))
    const zone = byCode.get(code)?.zone
    if (village && district && regency && province && zone) {
      places.set(code, { village, district, regency, province, zone })
    }
  }
  return places
}
