import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { codesDownTo, type PlaceName, type RegionName } from './places'
import type { RegionKind } from './regions.tables'

const byName = new Intl.Collator('id', { numeric: true })

interface Reading {
  db: Database
  tables: Tables
}

/** Regions of any level with their names upwards, in the order of the codes given; unknown codes are left out. */
export async function nameRegions(
  { db, tables: { regions } }: Reading,
  codes: string[],
): Promise<RegionName[]> {
  const wanted = [...new Set(codes.flatMap(codesDownTo))]
  const rows = wanted.length === 0 ? [] : await db.select().from(regions).where(inArray(regions.code, wanted))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.flatMap((code) => {
    const names = codesDownTo(code).flatMap((at) => {
      const row = byCode.get(at)
      return row ? [{ code: row.code, name: row.name, word: row.localWord }] : []
    })
    const row = byCode.get(code)
    const own = names.pop()
    return row && own ? [{ ...own, level: row.level, kind: row.kind, above: names }] : []
  })
}

/** One region with its names upwards; null when there is none. */
export async function nameRegion(reading: Reading, code: string): Promise<RegionName | null> {
  return (await nameRegions(reading, [code]))[0] ?? null
}

export interface Child extends PlaceName {
  kind: RegionKind
  villageCount: number
}

/** The regions directly below one that are in force today, by name; the provinces when `parentCode` is null. */
export async function childrenOf(reading: Reading, parentCode: string | null): Promise<Child[]> {
  const { regions } = reading.tables
  const below = parentCode === null ? isNull(regions.parentCode) : eq(regions.parentCode, parentCode)
  return (await childrenWhere(reading, below)).map(({ parentCode: _, ...child }) => child)
}

/** The regions directly below each of several, in force today, by name. */
export async function childrenOfEach(reading: Reading, parentCodes: string[]): Promise<Map<string, Child[]>> {
  const found = new Map<string, Child[]>(parentCodes.map((code) => [code, []]))
  const rows = await childrenWhere(reading, inArray(reading.tables.regions.parentCode, parentCodes))
  for (const { parentCode, ...child } of rows) found.get(parentCode ?? '')?.push(child)
  return found
}

async function childrenWhere({ db, tables: { regions } }: Reading, below: SQL) {
  const rows = await db
    .select({
      code: regions.code,
      name: regions.name,
      word: regions.localWord,
      kind: regions.kind,
      villageCount: regions.villageCount,
      parentCode: regions.parentCode,
    })
    .from(regions)
    .where(and(below, isNull(regions.validUntil)))
  // Sorted here, because the engines sort text differently.
  return rows.sort((a, b) => byName.compare(a.name, b.name) || (a.code < b.code ? -1 : 1))
}
