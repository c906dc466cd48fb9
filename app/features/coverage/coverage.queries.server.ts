import { and, desc, eq, inArray, isNull, lte, type Placeholder, sql } from 'drizzle-orm'
import { levelOf, NATION } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { addDays } from '~/platform/calendar'
import { listedValues, prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type Counts, counted, noCounts } from './steps'

interface Reading {
  db: Database
  tables: Tables
}

const RECENT_DAYS = 30

/** What is known of a region on a date. */
export interface RegionCounts extends Counts {
  /** Confirmed activities in the 30 days that end with the date. */
  recentActivities: number
}

/** The counts of regions on a date, by code; a region in which nothing ever happened has none of anything. */
export async function coverageOn(
  reading: Reading,
  codes: string[],
  date: string,
): Promise<Map<string, RegionCounts>> {
  const found = await stepsOn(reading, codes, date)
  const earlier = await stepsOn(reading, codes, addDays(date, -RECENT_DAYS))
  return new Map(
    codes.map((code) => {
      const counts = found.get(code) ?? noCounts
      const before = earlier.get(code)?.activities ?? 0
      return [code, { ...counts, recentActivities: counts.activities - before }]
    }),
  )
}

/** The counts of one region on several dates, in their order. The cost is the number of dates, not of days with a change. */
export async function coverageThroughTime(
  reading: Reading,
  code: string,
  dates: string[],
): Promise<(RegionCounts & { date: string })[]> {
  const earlier = dates.map((date) => addDays(date, -RECENT_DAYS))
  const on = await countsThroughTime(reading, code, [...dates, ...earlier])
  return dates.map((date) => {
    const counts = on(date)
    const recentActivities = counts.activities - on(addDays(date, -RECENT_DAYS)).activities
    return { date, ...counts, recentActivities }
  })
}

/** The counts of one region alone, to be asked of any of some dates. The cost is the number of dates. */
export async function countsThroughTime(
  { db, tables: { coverageSteps } }: Reading,
  code: string,
  dates: string[],
): Promise<(date: string) => Counts> {
  const days = [...new Set(dates)]
  const steps = prepared(db, `counts on ${days.length} days`, () => {
    const { regionCode, from } = coverageSteps
    const isOfRegion = sql`${regionCode} = ${sql.placeholder('code')}`
    const latest = days.map(
      (_, at) =>
        sql`(select max(${from}) from ${coverageSteps} where ${isOfRegion} and ${from} <= ${sql.placeholder(`day${at}`)})`,
    )
    return db
      .select()
      .from(coverageSteps)
      .where(and(isOfRegion, sql`${from} in (${sql.join(latest, sql`, `)})`))
      .orderBy(desc(from))
  })
  const values = Object.fromEntries(days.map((day, at) => [`day${at}`, day]))
  const rows = await steps.execute({ code, ...values })
  return (date) => onlyCounts(rows.find((row) => row.from <= date))
}

/** The codes of all regions of a level inside a region (`00` for the country), in force today. */
export async function codesInside(
  { db, tables: { regions } }: Reading,
  within: string,
  level: Exclude<RegionLevel, 'village'>,
): Promise<string[]> {
  const inside =
    within === NATION
      ? undefined
      : eq(within.length === 2 ? regions.provinceCode : regions.regencyCode, within)
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.level, level), isNull(regions.validUntil), inside))
    .orderBy(regions.code)
  return rows.map(({ code }) => code)
}

/**
 * The step of each region that holds on a date, found through the key: the cost is the number of regions, not of days.
 * Of the codes' levels, which keep PostgreSQL from reading all villages for a long list of codes, none may be missing.
 */
export function latestSteps(
  { db, tables }: Reading,
  { codes, levels, date }: { codes: Listed; levels: RegionLevel[]; date: string | Placeholder },
) {
  const { regions, coverageSteps } = tables
  const latest = db
    .select({ from: sql<string>`max(${coverageSteps.from})` })
    .from(coverageSteps)
    .where(and(eq(coverageSteps.regionCode, regions.code), lte(coverageSteps.from, date)))
  return db
    .select({ step: coverageSteps })
    .from(regions)
    .innerJoin(coverageSteps, and(eq(coverageSteps.regionCode, regions.code), eq(coverageSteps.from, latest)))
    .where(and(inArray(regions.level, levels), inArray(regions.code, codes)))
}

type Listed = (string | Placeholder)[]

/** The counts of regions on a date alone, by code; a region in which nothing had happened yet is left out. */
export async function stepsOn(reading: Reading, codes: string[], date: string): Promise<Map<string, Counts>> {
  const { db, tables } = reading
  const { coverageSteps } = tables
  const regional = codes.filter((code) => code !== NATION)
  const rows = regional.length === 0 ? [] : await regionalSteps(reading, regional, date)
  const found = new Map(rows.map(({ step }) => [step.regionCode, onlyCounts(step)]))
  if (codes.includes(NATION)) {
    const [nation] = await db
      .select()
      .from(coverageSteps)
      .where(and(eq(coverageSteps.regionCode, NATION), lte(coverageSteps.from, date)))
      .orderBy(desc(coverageSteps.from))
      .limit(1)
    if (nation) found.set(NATION, onlyCounts(nation))
  }
  return found
}

function regionalSteps(reading: Reading, codes: string[], date: string) {
  const levels = [...new Set(codes.map(levelOf))].sort()
  const { size, placeholders, values } = listedValues(codes)
  const steps = prepared(reading.db, `steps of ${size} ${levels}`, () =>
    latestSteps(reading, { codes: placeholders, levels, date: sql.placeholder('date') }),
  )
  return steps.execute({ ...values, date })
}

function onlyCounts(row: Counts | undefined): Counts {
  if (!row) return noCounts
  const counts = { ...noCounts }
  for (const key of counted) counts[key] = row[key]
  return counts
}
