import { and, count, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

/** A district of a settled mapping: villages with a candidate, and villages that hold anything. */
export interface FindingsDifference {
  key: string
  stored: [number, number]
  counted: [number, number]
}

/**
 * Compares what settled mappings are said to have found with their locked rows. How many villages a district had on the
 * day is not counted again: codes change, and the rows do not tell.
 */
export async function checkFindings({ store }: Pick<Services, 'store'>): Promise<FindingsDifference[]> {
  const found = await fromRows({ db: store.read, tables: store.tables })
  const rows = await store.read.select().from(store.tables.mappingFindings)
  return rows
    .map(({ mappingId, districtCode, villages, withCandidate, withNothing }): FindingsDifference => {
      const key = `${mappingId} ${districtCode}`
      const { candidate = 0, any = 0 } = found.get(key) ?? {}
      return { key, stored: [withCandidate, villages - withNothing], counted: [candidate, any] }
    })
    .filter(({ stored, counted }) => stored.join() !== counted.join())
}

/** Writes afresh what differs. */
export async function rewriteFindings({ store }: Pick<Services, 'store'>): Promise<void> {
  const wrong = await checkFindings({ store })
  await store.transact(async ({ db, tables: { mappingFindings } }) => {
    for (const { key, counted } of wrong) {
      const [mappingId = '', districtCode = ''] = key.split(' ')
      const [withCandidate, any] = counted
      await db
        .update(mappingFindings)
        .set({ withCandidate, withNothing: sql`${mappingFindings.villages} - ${any}` })
        .where(and(eq(mappingFindings.mappingId, mappingId), eq(mappingFindings.districtCode, districtCode)))
    }
  })
}

/** By mapping and district, from the rows of settled mappings. */
async function fromRows({
  db,
  tables: { mappings, mappingRows },
}: {
  db: Database
  tables: Tables
}): Promise<Map<string, { candidate: number; any: number }>> {
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
