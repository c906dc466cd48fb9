import { and, count, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { sumFindings } from './settled-findings.queries.server'

/** A district of a settled mapping, or the whole mapping, that is not what it is said to be. */
export interface FindingsDifference {
  key: string
  stored: number[]
  counted: number[]
}

/**
 * Compares what settled mappings are said to have found with their locked rows: of each district the villages with a
 * candidate and those that hold anything, and the sums of its mapping. How many villages a district had on the day is
 * not counted again: codes change, and the rows do not tell.
 */
export async function checkFindings(services: Pick<Services, 'store'>): Promise<FindingsDifference[]> {
  const differences = [...(await districtsOf(services)), ...(await mappingsOf(services))]
  return differences.filter(({ stored, counted }) => stored.join() !== counted.join())
}

async function districtsOf({ store }: Pick<Services, 'store'>): Promise<FindingsDifference[]> {
  const found = await fromRows({ db: store.read, tables: store.tables })
  const rows = await store.read.select().from(store.tables.mappingFindings)
  return rows.map(({ mappingId, districtCode, villages, withCandidate, withNothing }) => {
    const key = `${mappingId} ${districtCode}`
    const { candidate = 0, any = 0 } = found.get(key) ?? {}
    return { key, stored: [withCandidate, villages - withNothing], counted: [candidate, any] }
  })
}

async function mappingsOf({ store }: Pick<Services, 'store'>): Promise<FindingsDifference[]> {
  const stored = await store.read.select().from(store.tables.mappingResults)
  const counted = await resultsFrom({ db: store.read, tables: store.tables })
  const inOrder = (one: Result | undefined) =>
    one ? [one.districts, one.villages, one.withCandidate, one.withNothing] : []
  return [...new Set([...stored, ...counted].map(({ mappingId }) => mappingId))].map((key) => ({
    key,
    stored: inOrder(stored.find(({ mappingId }) => mappingId === key)),
    counted: inOrder(counted.find(({ mappingId }) => mappingId === key)),
  }))
}

/** Writes afresh what differs. */
export async function rewriteFindings(services: Pick<Services, 'store'>): Promise<void> {
  const wrong = (await districtsOf(services)).filter(
    ({ stored, counted }) => stored.join() !== counted.join(),
  )
  await services.store.transact(async (tx) => {
    const { mappingFindings, mappingResults } = tx.tables
    for (const { key, counted } of wrong) {
      const [mappingId = '', districtCode = ''] = key.split(' ')
      const [withCandidate = 0, any = 0] = counted
      await tx.db
        .update(mappingFindings)
        .set({ withCandidate, withNothing: sql`${mappingFindings.villages} - ${any}` })
        .where(and(eq(mappingFindings.mappingId, mappingId), eq(mappingFindings.districtCode, districtCode)))
    }
    const results = await resultsFrom(tx)
    await tx.db.delete(mappingResults)
    for (const result of results) await tx.db.insert(mappingResults).values(result)
  })
}

/** Sums the findings once in a database whose settled mappings are older than the sums; otherwise does nothing. */
export async function ensureFindings({ store }: Pick<Services, 'store'>): Promise<void> {
  const { mappingResults, mappingFindings } = store.tables
  const [summed] = await store.read.select({ id: mappingResults.mappingId }).from(mappingResults).limit(1)
  const [any] = await store.read.select({ id: mappingFindings.mappingId }).from(mappingFindings).limit(1)
  if (!summed && any) await rewriteFindings({ store })
}

interface Reading {
  db: Database
  tables: Tables
}

type Result = Tables['mappingResults']['$inferSelect']

/** The sums of the findings of each mapping. */
async function resultsFrom({ db, tables: { mappingFindings } }: Reading): Promise<Result[]> {
  const byMapping = new Map<string, (typeof mappingFindings)['$inferSelect'][]>()
  for (const finding of await db.select().from(mappingFindings)) {
    const own = byMapping.get(finding.mappingId)
    if (own) own.push(finding)
    else byMapping.set(finding.mappingId, [finding])
  }
  return [...byMapping].flatMap(([mappingId, findings]) =>
    findings.slice(0, 1).map(({ settledOn, provinceCode, regencyCode }) => ({
      ...{ mappingId, settledOn, provinceCode, regencyCode },
      ...sumFindings(findings.map((finding) => ({ ...finding, districts: 1 }))),
    })),
  )
}

/** By mapping and district, from the rows of settled mappings. */
async function fromRows({
  db,
  tables: { mappings, mappingRows },
}: Reading): Promise<Map<string, { candidate: number; any: number }>> {
  const villages = db
    .select({
      mappingId: mappingRows.mappingId,
      districtCode: mappingRows.districtCode,
      hasCandidate: sql<number>`max(case when ${mappingRows.class} = 'kim' then 0 else 1 end)`.as(
        'has_candidate',
      ),
    })
    .from(mappingRows)
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .where(and(eq(mappings.status, 'settled'), eq(mappingRows.state, 'live')))
    .groupBy(mappingRows.mappingId, mappingRows.districtCode, mappingRows.villageCode)
    .as('villages')
  const rows = await db
    .select({
      mappingId: villages.mappingId,
      districtCode: villages.districtCode,
      candidate: sql<number>`sum(${villages.hasCandidate})`,
      any: count(),
    })
    .from(villages)
    .groupBy(villages.mappingId, villages.districtCode)
  return new Map(
    rows.map(({ mappingId, districtCode, candidate, any }) => [
      `${mappingId} ${districtCode}`,
      { candidate: Number(candidate), any: Number(any) },
    ]),
  )
}
