import { and, asc, between, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Tx } from '~/platform/db/store'
import type { Threshold } from './activity-state'
import { type Day, dateOf, dayOf } from './days'
import { latestOf, noteLatest } from './group-activity.server'
import { factsOfVillages, type PlacedFacts } from './group-facts.queries.server'
import {
  addChanges,
  applyChanges,
  asDistrict,
  type Changes,
  type Counts,
  changesBetween,
  counted,
  noCounts,
  type Steps,
  villageChanges,
} from './steps'
import { thresholdsOf } from './thresholds.queries.server'

/** The row of a region that is always there: whoever counts in the region holds it. */
const BEGINNING = '0001-01-01'
const BATCH = 500

/**
 * Does work that changes which groups are registered or which activities are confirmed in some villages, and counts
 * what it changed, for every day, in the regions above them.
 */
export async function countingCoverage<T>(
  tx: Tx,
  places: { villageCode: string }[],
  work: () => Promise<T>,
): Promise<T> {
  const finish = await beginCounting(tx, places)
  const result = await work()
  await finish()
  return result
}

/**
 * Like `countingCoverage` in two halves, for a long transaction: from the second half on, everyone else who counts
 * waits for its end.
 * Whoever counts takes districts, the roll-ups of groups if any, regencies, provinces and the nation in this order and
 * by code, so that two writers never wait for each other in a ring.
 * @returns the second half, to be called after the change
 */
export async function beginCounting(tx: Tx, places: { villageCode: string }[]): Promise<() => Promise<void>> {
  const villageCodes = [...new Set(places.map(({ villageCode }) => villageCode))].sort()
  const districtCodes = [...new Set(villageCodes.map((code) => code.slice(0, 6)))]
  await holdRegions(tx, districtCodes)
  const before = await factsOfVillages(tx, villageCodes)
  return async () => {
    const after = await factsOfVillages(tx, villageCodes)
    await noteLatest(tx, before.map(latestOf), after)
    const changes = await changesByDistrict(tx, before, after)
    const above = new Map<string, Changes>()
    for (const [districtCode, change] of [...changes].sort(byKey)) {
      const whole = await countInDistrict(tx, districtCode, change)
      for (const code of [districtCode.slice(0, 4), districtCode.slice(0, 2), NATION]) {
        const sum = above.get(code) ?? new Map()
        addChanges(sum, whole)
        above.set(code, sum)
      }
    }
    await countAbove(tx, above)
  }
}

/** Adds changes to regencies, provinces and the nation, from below upwards. */
export async function countAbove(tx: Tx, above: Map<string, Changes>): Promise<void> {
  const height = (code: string) => (code === NATION ? 0 : code.length)
  const upwards = [...above].sort((a, b) => height(b[0]) - height(a[0]) || byKey(a, b))
  for (const [code, changes] of upwards) {
    if (changes.size === 0) continue
    await holdRegions(tx, [code])
    const { before, base, first } = await readSteps(tx, code, changes)
    await writeSteps(tx, code, first, before, applyChanges(before, changes, base))
  }
}

/**
 * Holds regions until the transaction ends, in the order of their codes; one that was never counted gets its first row.
 */
export async function holdRegions({ db, tables: { coverageSteps } }: Tx, codes: string[]): Promise<void> {
  const sorted = [...codes].sort()
  for (let at = 0; at < sorted.length; at += BATCH) {
    await db
      .insert(coverageSteps)
      .values(
        sorted.slice(at, at + BATCH).map((regionCode) => ({ regionCode, from: BEGINNING, ...noCounts })),
      )
      .onConflictDoUpdate({
        target: [coverageSteps.regionCode, coverageSteps.from],
        set: { groups: sql`${coverageSteps.groups}` },
      })
  }
}

/**
 * Writes what differs between two rows of steps of one region.
 * @param first neither holds a day before this one
 */
export async function writeSteps(
  tx: Tx,
  regionCode: string,
  first: Day,
  before: Steps,
  after: Steps,
): Promise<void> {
  const {
    db,
    tables: { coverageSteps },
  } = tx
  const stood = new Map(before.map(({ from, counts }) => [from, counts]))
  const stands = new Set(after.map(({ from }) => from))
  const gone = before.filter(({ from }) => from >= first && !stands.has(from)).map(({ from }) => dateOf(from))
  for (let at = 0; at < gone.length; at += BATCH) {
    await db
      .delete(coverageSteps)
      .where(
        and(
          eq(coverageSteps.regionCode, regionCode),
          inArray(coverageSteps.from, gone.slice(at, at + BATCH)),
        ),
      )
  }
  await moveSteps(tx, regionCode, stood, after)
  const added = after.filter(({ from }) => !stood.has(from))
  for (let at = 0; at < added.length; at += BATCH) {
    await db
      .insert(coverageSteps)
      .values(
        added
          .slice(at, at + BATCH)
          .map(({ from, counts }) => ({ regionCode, from: dateOf(from), ...counts })),
      )
  }
}

/**
 * Changes rows that stay. What one activity adds is the same over months of days, so neighbours that change by the same
 * are changed by one statement.
 */
async function moveSteps(
  { db, tables: { coverageSteps } }: Tx,
  regionCode: string,
  stood: Map<Day, Counts>,
  after: Steps,
): Promise<void> {
  const runs: { from: Day; until: Day; by: Counts }[] = []
  for (const { from, counts } of after) {
    const before = stood.get(from)
    if (!before) continue
    const by = { ...noCounts }
    for (const key of counted) by[key] = counts[key] - before[key]
    const run = runs.at(-1)
    if (run && same(run.by, by)) run.until = from
    else runs.push({ from, until: from, by })
  }
  for (const { from, until, by } of runs) {
    const moved = counted.filter((key) => by[key] !== 0)
    if (moved.length === 0) continue
    await db
      .update(coverageSteps)
      .set(Object.fromEntries(moved.map((key) => [key, sql`${coverageSteps[key]} + ${by[key]}`])))
      .where(
        and(
          eq(coverageSteps.regionCode, regionCode),
          between(coverageSteps.from, dateOf(from), dateOf(until)),
        ),
      )
  }
}

/** All stored steps of a region, without the row that is always there. */
export function stepsFromRows(rows: ({ from: string } & Counts)[]): Steps {
  return rows
    .filter(({ from }) => from !== BEGINNING)
    .map(({ from, ...row }) => ({ from: dayOf(from), counts: countsOf(row) }))
}

async function readSteps({ db, tables: { coverageSteps } }: Tx, regionCode: string, changes: Changes) {
  const first = Math.min(...changes.keys())
  const ofRegion = eq(coverageSteps.regionCode, regionCode)
  const [stood] = await db
    .select()
    .from(coverageSteps)
    .where(and(ofRegion, lt(coverageSteps.from, dateOf(first))))
    .orderBy(desc(coverageSteps.from))
    .limit(1)
  const rows = await db
    .select()
    .from(coverageSteps)
    .where(and(ofRegion, gte(coverageSteps.from, dateOf(first))))
    .orderBy(asc(coverageSteps.from))
  return { first, base: stood ? countsOf(stood) : noCounts, before: stepsFromRows(rows) }
}

/** Adds the changes of its villages to a district; answers them with what they mean for districts above. */
async function countInDistrict(tx: Tx, code: string, changes: Changes): Promise<Changes> {
  const { before, base, first } = await readSteps(tx, code, changes)
  const after = applyChanges(before, changes, base).map(({ from, counts }) => ({
    from,
    counts: asDistrict(counts),
  }))
  await writeSteps(tx, code, first, before, after)
  return changesBetween(before, after, base)
}

async function changesByDistrict(
  tx: Tx,
  before: PlacedFacts[],
  after: PlacedFacts[],
): Promise<Map<string, Changes>> {
  const thresholds = new Map<string, Threshold[]>()
  for (const { provinceCode } of after) {
    if (!thresholds.has(provinceCode)) thresholds.set(provinceCode, await thresholdsOf(tx, provinceCode))
  }
  const changes = new Map<string, Changes>()
  const count = (facts: PlacedFacts[], sign: 1 | -1) => {
    for (const [districtCode, change] of districtChanges(facts, thresholds)) {
      const sum = changes.get(districtCode) ?? new Map()
      addChanges(sum, change, sign)
      changes.set(districtCode, sum)
    }
  }
  count(before, -1)
  count(after, 1)
  for (const [code, sum] of changes) {
    for (const [day, by] of sum) if (counted.every((key) => by[key] === 0)) sum.delete(day)
    if (sum.size === 0) changes.delete(code)
  }
  return changes
}

/**
 * What villages add to their districts through time, by district. Groups are never deleted and never leave their
 * village, so a province that has no thresholds here has no groups either.
 */
export function districtChanges(
  facts: PlacedFacts[],
  thresholds: Map<string, Threshold[]>,
): Map<string, Changes> {
  const villages = new Map<string, PlacedFacts[]>()
  for (const group of facts) {
    const there = villages.get(group.villageCode)
    if (there) there.push(group)
    else villages.set(group.villageCode, [group])
  }
  const districts = new Map<string, Changes>()
  for (const [villageCode, groups] of villages) {
    const districtCode = villageCode.slice(0, 6)
    const sum = districts.get(districtCode) ?? new Map()
    addChanges(sum, villageChanges(groups, thresholds.get(villageCode.slice(0, 2)) ?? []))
    districts.set(districtCode, sum)
  }
  return districts
}

function countsOf(row: Counts): Counts {
  const counts = { ...noCounts }
  for (const key of counted) counts[key] = row[key]
  return counts
}

function same(a: Counts | undefined, b: Counts): boolean {
  return a !== undefined && counted.every((key) => a[key] === b[key])
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
