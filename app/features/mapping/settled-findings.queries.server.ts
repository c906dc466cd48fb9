import { and, asc, between, desc, eq, exists, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Reading } from './find-mapping.server'
import type { RowClass } from './mapping.schema'

/** What the settled mappings of a region found, of each of its regencies the newest. */
export interface Findings {
  /** Districts and villages that they cover. */
  districts: number
  villages: number
  /** Of these villages, those with a candidate, and those with neither a KIM nor a candidate. */
  withCandidate: number
  withNothing: number
  /** The days on which the first and the last of them were settled; null where there is none. */
  firstOn: string | null
  lastOn: string | null
}

/** One regency, or one of its districts, in one mapping. */
interface Part extends Omit<Findings, 'firstOn' | 'lastOn'> {
  code: string
  regencyCode: string
  mappingId: string
  settledOn: string
}

/**
 * What was found in regions down to districts, to be asked of any of them for any day until the last one.
 * It costs a row for each settlement of a regency, or of its districts where one of them is asked for, however many
 * rows the mappings hold.
 */
export async function findingsUntil(
  reading: Reading,
  codes: string[],
  until: string,
): Promise<(code: string, date: string) => Findings> {
  const byRegency = new Map<string, Part[]>()
  for (const part of await partsOf(reading, codes, until)) {
    const own = byRegency.get(part.regencyCode)
    if (own) own.push(part)
    else byRegency.set(part.regencyCode, [part])
  }
  return (code, date) => {
    const within = code === NATION ? '' : code
    const regencies =
      within.length >= 4
        ? [within.slice(0, 4)]
        : [...byRegency.keys()].filter((one) => one.startsWith(within))
    return sumOf(
      regencies
        .flatMap((regency) => newestOn(byRegency.get(regency) ?? [], date))
        .filter((part) => part.code.startsWith(within)),
    )
  }
}

/** In the order in which the mappings were settled. */
async function partsOf({ db, tables }: Reading, codes: string[], until: string): Promise<Part[]> {
  const { mappingFindings, mappingResults } = tables
  const provinces = codes.filter(({ length }) => length === 2)
  const regencies = [...new Set(codes.filter(({ length }) => length > 2).map((one) => one.slice(0, 4)))]
  const within = ({ settledOn, provinceCode, regencyCode }: typeof mappingFindings | typeof mappingResults) =>
    and(
      lte(settledOn, until),
      codes.includes(NATION)
        ? undefined
        : or(inArray(provinceCode, provinces), inArray(regencyCode, regencies)),
    )
  if (codes.some(({ length }) => length === 6)) {
    const rows = await db
      .select()
      .from(mappingFindings)
      .where(within(mappingFindings))
      .orderBy(asc(mappingFindings.settledOn), asc(mappingFindings.mappingId))
    return rows.map((row) => ({ ...row, code: row.districtCode, districts: 1 }))
  }
  const rows = await db
    .select()
    .from(mappingResults)
    .where(within(mappingResults))
    .orderBy(asc(mappingResults.settledOn), asc(mappingResults.mappingId))
  return rows.map((row) => ({ ...row, code: row.regencyCode }))
}

/** The parts of the mapping that was settled last until a date. */
function newestOn(parts: Part[], date: string): Part[] {
  const newest = parts.findLast(({ settledOn }) => settledOn <= date)
  return newest ? parts.filter(({ mappingId }) => mappingId === newest.mappingId) : []
}

function sumOf(parts: Part[]): Findings {
  const days = parts.map(({ settledOn }) => settledOn).sort()
  return { ...sumFindings(parts), firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null }
}

type Counts = Pick<Findings, 'districts' | 'villages' | 'withCandidate' | 'withNothing'>

/** What districts or regencies are together. */
export function sumFindings(all: Counts[]): Counts {
  const sum = (of: (one: Counts) => number) => all.reduce((before, one) => before + of(one), 0)
  return {
    districts: sum(({ districts }) => districts),
    villages: sum(({ villages }) => villages),
    withCandidate: sum(({ withCandidate }) => withCandidate),
    withNothing: sum(({ withNothing }) => withNothing),
  }
}

/** What the newest settled mapping of a regency found village by village. */
export interface VillagesFound {
  settledOn: string
  villages: Map<string, { hasGroup: boolean; hasCandidate: boolean }>
}

/**
 * The same village by village, of a regency, a district or a village alone; null where no settled mapping covers it.
 * Each village costs two look-ups, however many rows the mapping holds.
 */
export async function villagesFoundIn(
  { db, tables }: Reading,
  code: string,
  date: string,
): Promise<VillagesFound | null> {
  const { mappingRows, regions } = tables
  const newest = await newestCovering({ db, tables }, code, date)
  if (!newest) return null
  const holds = (...classes: RowClass[]) => {
    const row = db
      .select({ id: mappingRows.id })
      .from(mappingRows)
      .where(
        and(
          eq(mappingRows.mappingId, newest.mappingId),
          eq(mappingRows.state, 'live'),
          inArray(mappingRows.class, classes),
          eq(mappingRows.villageCode, regions.code),
        ),
      )
    return sql<number>`case when ${exists(row)} then 1 else 0 end`
  }
  const rows = await db
    .select({ code: regions.code, hasGroup: holds('kim'), hasCandidate: holds('a', 'b') })
    .from(regions)
    .where(
      and(
        eq(regions.level, 'village'),
        between(regions.code, code.padEnd(10, '0'), code.padEnd(10, '9')),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.code))
  return {
    settledOn: newest.settledOn,
    villages: new Map(
      rows.map((row) => [
        row.code,
        { hasGroup: Number(row.hasGroup) === 1, hasCandidate: Number(row.hasCandidate) === 1 },
      ]),
    ),
  }
}

/** The newest settled mapping of a region's regency, if it covers the region's district. */
async function newestCovering(
  { db, tables: { mappingFindings } }: Reading,
  code: string,
  date: string,
): Promise<{ mappingId: string; settledOn: string } | null> {
  const { mappingId, settledOn, regencyCode, districtCode } = mappingFindings
  const [newest] = await db
    .select({ mappingId, settledOn })
    .from(mappingFindings)
    .where(and(eq(regencyCode, code.slice(0, 4)), lte(settledOn, date)))
    .orderBy(desc(settledOn), desc(mappingId))
    .limit(1)
  if (!newest || code.length === 4) return newest ?? null
  const [covered] = await db
    .select({ mappingId })
    .from(mappingFindings)
    .where(and(eq(mappingId, newest.mappingId), eq(districtCode, code.slice(0, 6))))
  return covered ? newest : null
}
