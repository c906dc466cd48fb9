import { and, asc, count, desc, eq, inArray, lte, or, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Reading } from './find-mapping.server'
import { villagesMapped } from './mapping-numbers.queries.server'

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
 * It costs a row of the roll-up for each district and settlement, however many rows the mappings hold.
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
async function partsOf(
  { db, tables: { mappingFindings } }: Reading,
  codes: string[],
  until: string,
): Promise<Part[]> {
  const { provinceCode, regencyCode, districtCode, mappingId, settledOn } = mappingFindings
  const code = codes.some(({ length }) => length === 6) ? districtCode : regencyCode
  const provinces = codes.filter(({ length }) => length === 2)
  const regencies = [...new Set(codes.filter(({ length }) => length > 2).map((one) => one.slice(0, 4)))]
  const rows = await db
    .select({
      code,
      regencyCode,
      mappingId,
      settledOn,
      districts: count(),
      villages: sql<number>`sum(${mappingFindings.villages})`,
      withCandidate: sql<number>`sum(${mappingFindings.withCandidate})`,
      withNothing: sql<number>`sum(${mappingFindings.withNothing})`,
    })
    .from(mappingFindings)
    .where(
      and(
        lte(settledOn, until),
        codes.includes(NATION)
          ? undefined
          : or(inArray(provinceCode, provinces), inArray(regencyCode, regencies)),
      ),
    )
    .groupBy(code, regencyCode, mappingId, settledOn)
    .orderBy(asc(settledOn), asc(mappingId))
  return rows.map(({ districts, villages, withCandidate, withNothing, ...row }) => ({
    ...row,
    districts: Number(districts),
    villages: Number(villages),
    withCandidate: Number(withCandidate),
    withNothing: Number(withNothing),
  }))
}

/** The parts of the mapping that was settled last until a date. */
function newestOn(parts: Part[], date: string): Part[] {
  const newest = parts.findLast(({ settledOn }) => settledOn <= date)
  return newest ? parts.filter(({ mappingId }) => mappingId === newest.mappingId) : []
}

function sumOf(parts: Part[]): Findings {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0)
  const days = parts.map(({ settledOn }) => settledOn).sort()
  return {
    districts: sum(({ districts }) => districts),
    villages: sum(({ villages }) => villages),
    withCandidate: sum(({ withCandidate }) => withCandidate),
    withNothing: sum(({ withNothing }) => withNothing),
    firstOn: days[0] ?? null,
    lastOn: days.at(-1) ?? null,
  }
}

/** What the newest settled mapping of a regency found in the villages of a district. */
export interface VillagesFound {
  settledOn: string
  /** Villages that hold something; the others have nothing. */
  villages: Map<string, { groups: number; candidates: number }>
}

/** The same village by village, of one district or of a village alone; null where no settled mapping covers it. */
export async function villagesFoundIn(
  reading: Reading,
  code: string,
  date: string,
): Promise<VillagesFound | null> {
  const { mappingFindings } = reading.tables
  const [newest] = await reading.db
    .select({ mappingId: mappingFindings.mappingId, settledOn: mappingFindings.settledOn })
    .from(mappingFindings)
    .where(and(eq(mappingFindings.regencyCode, code.slice(0, 4)), lte(mappingFindings.settledOn, date)))
    .orderBy(desc(mappingFindings.settledOn), desc(mappingFindings.mappingId))
    .limit(1)
  if (!newest) return null
  const [covered] = await reading.db
    .select({ code: mappingFindings.districtCode })
    .from(mappingFindings)
    .where(
      and(
        eq(mappingFindings.mappingId, newest.mappingId),
        eq(mappingFindings.districtCode, code.slice(0, 6)),
      ),
    )
  return covered
    ? { settledOn: newest.settledOn, villages: await villagesMapped(reading, newest.mappingId, code) }
    : null
}
