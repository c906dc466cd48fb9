import { and, asc, between, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { coverageOn } from './coverage.queries.server'
import type { RegionNumbers } from './region-numbers'

interface Reading {
  db: Database
  tables: Tables
}

/** How many villages and districts lie in a region. */
export interface Denominators {
  villages: number
  districts: number
}

/**
 * All numbers of regions on a date, by code: the country (`00`), provinces, regencies or districts. The cost is the
 * number of regions, whatever happened in them.
 */
export async function numbersOf(
  reading: Reading,
  codes: string[],
  date: string,
): Promise<Map<string, RegionNumbers>> {
  const counts = await coverageOn(reading, codes, date)
  const denominators = await denominatorsOf(reading, codes)
  return new Map(
    [...counts].map(([code, found]) => [code, { ...found, ...(denominators.get(code) ?? nothing) }]),
  )
}

const nothing: Denominators = { villages: 0, districts: 0 }

/** The villages and districts of regions, by code; of unknown codes there is nothing. */
export async function denominatorsOf(reading: Reading, codes: string[]): Promise<Map<string, Denominators>> {
  const { db, tables } = reading
  const { regions } = tables
  const found = new Map<string, Denominators>()
  const regional = codes.filter((code) => code !== NATION)
  if (regional.length > 0) {
    const rows = await db
      .select({ code: regions.code, villages: regions.villageCount })
      .from(regions)
      .where(inArray(regions.code, regional))
    const districts = await districtsOf(reading, regional)
    for (const { code, villages } of rows) {
      found.set(code, { villages, districts: code.length === 6 ? 1 : (districts.get(code) ?? 0) })
    }
  }
  if (codes.includes(NATION)) found.set(NATION, await wholeCountry(reading))
  return found
}

/** Counted along the index of levels, between the lowest and the highest code. */
async function districtsOf(
  { db, tables: { regions } }: Reading,
  codes: string[],
): Promise<Map<string, number>> {
  const above = codes.filter((code) => code.length < 6).sort()
  const [first] = above
  const last = above.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const rows = await db
    .select({ provinceCode: regions.provinceCode, regencyCode: regions.regencyCode, n: count() })
    .from(regions)
    .where(
      and(
        eq(regions.level, 'district'),
        between(regions.code, first, last.padEnd(6, '9')),
        isNull(regions.validUntil),
      ),
    )
    .groupBy(regions.provinceCode, regions.regencyCode)
  const sums = new Map<string, number>()
  for (const { provinceCode, regencyCode, n } of rows) {
    for (const code of [provinceCode, regencyCode ?? '']) sums.set(code, (sums.get(code) ?? 0) + Number(n))
  }
  return sums
}

async function wholeCountry({ db, tables: { regions } }: Reading): Promise<Denominators> {
  const [villages] = await db
    .select({ n: sql<number>`sum(${regions.villageCount})` })
    .from(regions)
    .where(and(eq(regions.level, 'province'), isNull(regions.validUntil)))
  const [districts] = await db
    .select({ n: count() })
    .from(regions)
    .where(and(eq(regions.level, 'district'), isNull(regions.validUntil)))
  return { villages: Number(villages?.n ?? 0), districts: Number(districts?.n ?? 0) }
}

/** The codes directly below a region (`00` for the provinces), in force today, in their order. */
export async function codesBelow({ db, tables: { regions } }: Reading, code: string): Promise<string[]> {
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(
      and(
        code === NATION ? eq(regions.level, 'province') : eq(regions.parentCode, code),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.code))
  return rows.map((row) => row.code)
}
