import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

const BATCH = 500

/** Every partnership of the offices in a region (`00` for all), by their first day, read a batch at a time by its key. */
export async function* everyPartnership(reading: Reading, regionCode: string) {
  for (let after: { startsOn: string; id: string } | undefined; ; ) {
    const batch = await readBatch(reading, regionCode, after)
    yield* await withTopics(reading, batch)
    const last = batch.at(-1)
    if (batch.length < BATCH || !last) return
    after = last
  }
}

async function withTopics<One extends { id: string }>(
  { db, tables: { partnershipTopics, topics } }: Reading,
  batch: One[],
) {
  const ids = batch.map(({ id }) => id)
  const chosen = await db
    .select({ id: partnershipTopics.partnershipId, name: topics.name })
    .from(partnershipTopics)
    .innerJoin(topics, eq(topics.code, partnershipTopics.topicCode))
    .where(inArray(partnershipTopics.partnershipId, ids))
    .orderBy(asc(topics.name))
  const names = new Map<string, string[]>()
  for (const { id, name } of chosen) names.set(id, [...(names.get(id) ?? []), name])
  return batch.map((one) => ({ ...one, topics: names.get(one.id) ?? [] }))
}

async function readBatch(
  { db, tables: { partnerships, partners, partnerKinds, groups } }: Reading,
  regionCode: string,
  after: { startsOn: string; id: string } | undefined,
) {
  const column = regionCode.length === 2 ? partnerships.provinceCode : partnerships.regencyCode
  const { startsOn, id } = partnerships
  return db
    .select({
      id,
      startsOn,
      endsOn: partnerships.endsOn,
      kind: partnerships.kind,
      title: partnerships.title,
      number: partnerships.number,
      status: partnerships.status,
      scope: partnerships.scope,
      budgetCode: partnerships.budgetCode,
      fundingSource: partnerships.fundingSource,
      responsible: partnerships.responsible,
      provinceCode: partnerships.provinceCode,
      regencyCode: partnerships.regencyCode,
      partner: partners.name,
      partnerKind: partnerKinds.name,
      group: groups.name,
    })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(partnerKinds, eq(partnerKinds.code, partners.kindCode))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(
      and(
        regionCode === NATION ? undefined : eq(column, regionCode),
        after
          ? or(gt(startsOn, after.startsOn), and(eq(startsOn, after.startsOn), gt(id, after.id)))
          : undefined,
      ),
    )
    .orderBy(asc(startsOn), asc(id))
    .limit(BATCH)
}
