import { and, asc, eq, inArray } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Database, Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import type { Threshold } from './activity-state'
import { countAbove, districtChanges, holdRegions, stepsFromRows, writeSteps } from './count-coverage.server'
import { type Day, dateOf } from './days'
import { noteLatest, sameLatest, storedLatest } from './group-activity.server'
import { factsOfRegency, type PlacedFacts } from './group-facts.queries.server'
import {
  addChanges,
  applyChanges,
  asDistrict,
  type Changes,
  type Counts,
  changesBetween,
  changesOf,
  counted,
  countsOn,
  type Steps,
  stepsOf,
} from './steps'
import { thresholdsOf } from './thresholds.queries.server'

interface Reading {
  db: Database
  tables: Tables
}

const EVER: Day = Number.NEGATIVE_INFINITY

/** Where something stored is not what the facts say. */
export interface CoverageDifferences {
  /** Regions and the days from which a count is wrong. */
  counts: { regionCode: string; date: string; stored: Counts; counted: Counts }[]
  /** Groups whose latest activity is wrong. */
  groupIds: string[]
}

/**
 * Counts a regency and its districts from scratch, and carries what differs to its province and the nation:
 * after a threshold changed, or when counts went wrong.
 */
export async function recountRegency({ store }: Pick<Services, 'store'>, regencyCode: string): Promise<void> {
  await store.transact(async (tx) => {
    const changes = await rewriteRegency(tx, regencyCode)
    await countAbove(tx, new Map([regencyCode.slice(0, 2), NATION].map((above) => [above, changes])))
  })
}

/** Writes a regency and its districts anew; answers by what the regency changed. */
async function rewriteRegency(tx: Tx, regencyCode: string): Promise<Changes> {
  const districtCodes = await districtsOf(tx, regencyCode)
  await holdRegions(tx, districtCodes)
  await holdRegions(tx, [regencyCode])
  const facts = await factsOfRegency(tx, regencyCode)
  await noteLatest(tx, await storedLatest(tx, facts), facts)
  const scratch = await fromScratch(tx, regencyCode, facts)
  const stored = await storedSteps(tx, [...districtCodes, regencyCode])
  for (const code of districtCodes) {
    await writeSteps(tx, code, EVER, stored.get(code) ?? [], scratch.get(code) ?? [])
  }
  const before = stored.get(regencyCode) ?? []
  const after = scratch.get(regencyCode) ?? []
  await writeSteps(tx, regencyCode, EVER, before, after)
  return changesBetween(before, after)
}

/**
 * Counts everything once in a database whose groups are older than these counts; otherwise does nothing.
 * @param say is told when there is something to do
 */
export async function ensureCoverage(
  { store }: Pick<Services, 'store'>,
  say: (line: string) => void,
): Promise<void> {
  const { coverageSteps, groups } = store.tables
  const [counted] = await store.read.select({ code: coverageSteps.regionCode }).from(coverageSteps).limit(1)
  const [any] = await store.read.select({ id: groups.id }).from(groups).limit(1)
  if (counted || !any) return
  say('Menghitung cakupan dari data KIM yang sudah ada …')
  await rebuildCoverage({ store })
}

/** The job that counts a regency again; see `recountRegency`. */
export const recountCoverage: JobHandler = async (services, { regencyCode }) => {
  await recountRegency(services, String(regencyCode))
}

/**
 * Counts the whole country from scratch, regency by regency, then the provinces and the nation from their regencies.
 * Others may go on writing meanwhile.
 */
export async function rebuildCoverage({ store }: Pick<Services, 'store'>): Promise<void> {
  const regencyCodes = await regenciesOf({ db: store.read, tables: store.tables })
  for (const regencyCode of regencyCodes) {
    await store.transact(async (tx) => {
      await rewriteRegency(tx, regencyCode)
    })
  }
  for (const code of [...new Set(regencyCodes.map((regency) => regency.slice(0, 2))), NATION]) {
    const below = regencyCodes.filter((regency) => code === NATION || regency.startsWith(code))
    await store.transact(async (tx) => {
      await holdRegions(tx, below)
      await holdRegions(tx, [code])
      const before = (await storedSteps(tx, [code])).get(code) ?? []
      await writeSteps(tx, code, EVER, before, await sumOf(tx, below))
    })
  }
}

/**
 * Compares the stored counts of every region and day with a count from scratch.
 * While the portal is in use a change between the two readings can look like a difference.
 * @returns every difference, by region and day
 */
export async function checkCoverage({ store }: Pick<Services, 'store'>): Promise<CoverageDifferences> {
  const reading = { db: store.read, tables: store.tables }
  const regencyCodes = await regenciesOf(reading)
  const counts: CoverageDifferences['counts'] = []
  const groupIds: string[] = []
  const above = new Map<string, Changes>()
  for (const regencyCode of regencyCodes) {
    const facts = await factsOfRegency(reading, regencyCode)
    const latest = await storedLatest(reading, facts)
    groupIds.push(
      ...facts.filter((group, at) => !sameLatest(group, latest[at])).map(({ groupId }) => groupId),
    )
    const scratch = await fromScratch(reading, regencyCode, facts)
    const codes = [...(await districtsOf(reading, regencyCode)), regencyCode]
    const stored = await storedSteps(reading, codes)
    for (const code of codes) counts.push(...compare(code, stored.get(code) ?? [], scratch.get(code) ?? []))
    for (const code of [regencyCode.slice(0, 2), NATION]) {
      const sum = above.get(code) ?? new Map()
      addChanges(sum, changesOf(scratch.get(regencyCode) ?? []))
      above.set(code, sum)
    }
  }
  const stored = await storedSteps(reading, [...above.keys()])
  for (const [code, changes] of above) {
    counts.push(...compare(code, stored.get(code) ?? [], stepsOf(changes)))
  }
  return { counts, groupIds }
}

function compare(regionCode: string, stored: Steps, scratch: Steps): CoverageDifferences['counts'] {
  const days = [...new Set([...stored, ...scratch].map(({ from }) => from))].sort((a, b) => a - b)
  return days
    .map((day) => ({
      regionCode,
      date: dateOf(day),
      stored: countsOn(stored, day),
      counted: countsOn(scratch, day),
    }))
    .filter((row) => counted.some((key) => row.stored[key] !== row.counted[key]))
}

/** The steps of a regency and of its districts that have any, from the facts alone. */
async function fromScratch(
  reading: Reading,
  regencyCode: string,
  facts: PlacedFacts[],
): Promise<Map<string, Steps>> {
  const provinceCode = regencyCode.slice(0, 2)
  const thresholds = new Map<string, Threshold[]>([[provinceCode, await thresholdsOf(reading, provinceCode)]])
  const steps = new Map<string, Steps>()
  const whole: Changes = new Map()
  for (const [code, changes] of districtChanges(facts, thresholds)) {
    const district = stepsOf(changes).map(({ from, counts }) => ({ from, counts: asDistrict(counts) }))
    steps.set(code, district)
    addChanges(whole, changesOf(district))
  }
  return steps.set(regencyCode, stepsOf(whole))
}

async function sumOf(reading: Reading, regionCodes: string[]): Promise<Steps> {
  const sum: Changes = new Map()
  for (const steps of (await storedSteps(reading, regionCodes)).values()) addChanges(sum, changesOf(steps))
  return applyChanges([], sum)
}

async function storedSteps(
  { db, tables: { coverageSteps } }: Reading,
  regionCodes: string[],
): Promise<Map<string, Steps>> {
  const rows = await db
    .select()
    .from(coverageSteps)
    .where(inArray(coverageSteps.regionCode, regionCodes))
    .orderBy(asc(coverageSteps.regionCode), asc(coverageSteps.from))
  const byRegion = new Map<string, typeof rows>()
  for (const row of rows) {
    const there = byRegion.get(row.regionCode)
    if (there) there.push(row)
    else byRegion.set(row.regionCode, [row])
  }
  return new Map([...byRegion].map(([code, own]) => [code, stepsFromRows(own)]))
}

async function regenciesOf({ db, tables: { regions } }: Reading): Promise<string[]> {
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(eq(regions.level, 'regency'))
    .orderBy(asc(regions.code))
  return rows.map(({ code }) => code)
}

async function districtsOf({ db, tables: { regions } }: Reading, regencyCode: string): Promise<string[]> {
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.level, 'district'), eq(regions.regencyCode, regencyCode)))
    .orderBy(asc(regions.code))
  return rows.map(({ code }) => code)
}
