import { and, eq, ne } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { nextInSeries } from '~/features/numbering/document-numbers.server'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueue } from '~/platform/jobs/enqueue'
import type { Services } from '~/platform/services'
import { bringInGroups } from './bring-in-groups.server'
import { countRows } from './count-rows.server'
import { changeMapping, findMapping, type Mapping } from './find-mapping.server'
import { mappingMoved } from './mapping.errors'
import { mappingMayMove } from './mapping.state'
import { villagesMapped } from './mapping-numbers.queries.server'
import { sumFindings } from './settled-findings.queries.server'
import type { ActingOnMapping } from './start-mapping.server'
import { districtsWithVillages } from './villages.queries.server'

/** The job that draws the document of a mapping. */
export const documentJob = (mappingId: string) => `mapping.document:${mappingId}`

/**
 * Settles a running mapping: it is locked, numbered, and counted for the map; a job draws its document.
 * @returns its number
 * @throws not_found, mapping_moved 409
 */
export async function settleMapping(
  { store, clock, newId }: Services,
  { actor, mappingId, version, requestId }: ActingOnMapping,
): Promise<string> {
  const now = clock()
  return store.transact(async (tx) => {
    const found = await findMapping(tx, actor, mappingId, 'mapping.edit')
    if (!mappingMayMove(found.status, 'settled')) throw mappingMoved()
    const settledOn = localDate(now, zoneOf(found.regencyCode))
    const mapping = await changeMapping(tx, found, version, {
      status: 'settled',
      statusSince: now,
      settledOn,
    })
    await bringInGroups(tx, mapping, { now, newId })
    await matchRegistry(tx, mapping, now)
    await keepFindings(tx, mapping, settledOn)
    const series = `PM-${mapping.regencyCode}-${settledOn.slice(0, 4)}`
    const number = `${series}-${String(await nextInSeries(tx, series)).padStart(2, '0')}`
    await tx.db.update(tx.tables.mappings).set({ number }).where(eq(tx.tables.mappings.id, mappingId))
    await enqueue(tx, {
      key: documentJob(mappingId),
      kind: 'mapping.drawDocument',
      payload: { mappingId },
      now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.settled',
      subject: { kind: 'mapping', id: mappingId },
      region: mapping,
      delta: { status: ['running', 'settled'], number: [null, number] },
      requestId,
    })
    return number
  })
}

/** KIM under the names that they have today; those that were closed meanwhile go. */
async function matchRegistry(tx: Tx, { id }: Mapping, now: Instant): Promise<void> {
  const { mappingRows, groups } = tx.tables
  const differing = (where: ReturnType<typeof ne>) =>
    tx.db
      .select({ row: mappingRows, name: groups.name, nameKey: groups.nameKey })
      .from(mappingRows)
      .innerJoin(groups, eq(groups.id, mappingRows.groupId))
      .where(and(eq(mappingRows.mappingId, id), eq(mappingRows.state, 'live'), where))
  const closed = await differing(eq(groups.status, 'closed'))
  for (const { row } of closed) {
    await tx.db
      .update(mappingRows)
      .set({ state: 'removed', updatedAt: now })
      .where(eq(mappingRows.id, row.id))
  }
  await countRows(
    tx,
    closed.map(({ row }) => row),
    -1,
  )
  for (const { row, name, nameKey } of await differing(ne(groups.name, mappingRows.name))) {
    await tx.db.update(mappingRows).set({ name, nameKey, updatedAt: now }).where(eq(mappingRows.id, row.id))
  }
}

/** How many villages of each district have a candidate, and how many have nothing, on this day; and all together. */
async function keepFindings(tx: Tx, mapping: Mapping, settledOn: string): Promise<void> {
  const { mappingFindings, mappingResults } = tx.tables
  const districts = await districtsWithVillages(tx, mapping.regencyCode)
  const mapped = await villagesMapped(tx, mapping.id)
  const of = {
    mappingId: mapping.id,
    settledOn,
    provinceCode: mapping.provinceCode,
    regencyCode: mapping.regencyCode,
  }
  const findings = districts.map(({ code, villages }) => ({
    ...of,
    districtCode: code,
    villages: villages.length,
    withCandidate: villages.filter((village) => (mapped.get(village.code)?.candidates ?? 0) > 0).length,
    withNothing: villages.filter((village) => !mapped.has(village.code)).length,
  }))
  await tx.db.insert(mappingFindings).values(findings)
  const all = sumFindings(findings.map((finding) => ({ ...finding, districts: 1 })))
  await tx.db.insert(mappingResults).values({ ...of, ...all })
}
