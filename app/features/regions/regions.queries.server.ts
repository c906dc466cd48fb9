import { and, eq, inArray, isNull } from 'drizzle-orm'
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
export async function childrenOf(
  { db, tables: { regions } }: Reading,
  parentCode: string | null,
): Promise<Child[]> {
  const rows = await db
    .select({
      code: regions.code,
      name: regions.name,
      word: regions.localWord,
      kind: regions.kind,
      villageCount: regions.villageCount,
    })
    .from(regions)
    .where(
      and(
        parentCode === null ? isNull(regions.parentCode) : eq(regions.parentCode, parentCode),
        isNull(regions.validUntil),
      ),
    )
  // Sorted here, because the engines sort text differently.
  return rows.sort((a, b) => byName.compare(a.name, b.name) || (a.code < b.code ? -1 : 1))
}
