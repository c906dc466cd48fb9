import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { bringInGroups } from './bring-in-groups.server'
import { changeMapping, findMapping, type Mapping } from './find-mapping.server'
import { insertRows } from './insert-rows.server'
import { mappingMoved } from './mapping.errors'
import { mappingMayMove } from './mapping.state'

export interface ActingOnMapping {
  actor: Actor
  mappingId: string
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/**
 * Starts a planned mapping: what the last one found comes in, linked to where it came from, then every registered KIM.
 * @throws not_found, mapping_moved 409
 */
export async function startMapping(
  { store, clock, newId }: Services,
  { actor, mappingId, version, requestId }: ActingOnMapping,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const found = await findMapping(tx, actor, mappingId, 'mapping.edit')
    if (!mappingMayMove(found.status, 'running')) throw mappingMoved()
    const mapping = await changeMapping(tx, found, version, { status: 'running', statusSince: now })
    const copied = mapping.previousId ? await copyRows(tx, mapping, mapping.previousId, { now, newId }) : 0
    await bringInGroups(tx, mapping, { now, newId })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.started',
      subject: { kind: 'mapping', id: mappingId },
      region: mapping,
      delta: { status: ['draft', 'running'], copied: [null, copied] },
      requestId,
    })
  })
}

/** Throws a plan away that was never started. @throws not_found, mapping_moved 409 */
export async function discardMapping(
  { store, clock, newId }: Services,
  { actor, mappingId, version, requestId }: ActingOnMapping,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { mappings } = tx.tables
    const found = await findMapping(tx, actor, mappingId, 'mapping.edit')
    const [gone] = await tx.db
      .delete(mappings)
      .where(and(eq(mappings.id, mappingId), eq(mappings.version, version), eq(mappings.status, 'draft')))
      .returning()
    if (!gone) throw mappingMoved()
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.discarded',
      subject: { kind: 'mapping', id: mappingId },
      region: found,
      delta: { title: [found.title, null] },
      requestId,
    })
  })
}

const BATCH = 500

/** What the last mapping found, save groups that have been closed since, and each group once. */
async function copyRows(
  tx: Tx,
  mapping: Mapping,
  previousId: string,
  { now, newId }: { now: Instant; newId: () => string },
): Promise<number> {
  const { mappingRows, groups } = tx.tables
  let copied = 0
  for (let after = '', more = true; more; ) {
    const batch = await tx.db
      .select({ row: mappingRows, groupName: groups.name, groupKey: groups.nameKey })
      .from(mappingRows)
      .leftJoin(groups, eq(groups.id, mappingRows.groupId))
      .where(
        and(
          eq(mappingRows.mappingId, previousId),
          eq(mappingRows.state, 'live'),
          gt(mappingRows.id, after),
          or(isNull(mappingRows.groupId), ne(groups.status, 'closed')),
        ),
      )
      .orderBy(asc(mappingRows.id))
      .limit(BATCH)
    const become = await groupsOfCandidates(
      tx,
      previousId,
      batch.flatMap(({ row }) => (row.groupId ? [] : [row.id])),
    )
    const going = batch.filter(({ row }) => become.get(row.id) !== null)
    await insertRows(
      tx,
      going.map(({ row, groupName, groupKey }) => ({
        ...row,
        name: groupName ?? row.name,
        nameKey: groupKey ?? row.nameKey,
        ...become.get(row.id),
        id: newId(),
        mappingId: mapping.id,
        predecessorId: row.id,
        source: 'copied' as const,
        importId: null,
        createdBy: mapping.createdBy,
        createdAt: now,
        updatedAt: now,
        version: 1,
      })),
    )
    copied += going.length
    after = batch.at(-1)?.row.id ?? ''
    more = batch.length === BATCH
  }
  return copied
}

/** The KIM that candidates have become, by the id of the candidate's row; null where it has a row of its own. */
async function groupsOfCandidates({ db, tables }: Tx, previousId: string, rowIds: string[]) {
  if (rowIds.length === 0) return new Map()
  const { mappingInvitations, mappingRows, applications, groups } = tables
  const rows = await db
    .select({ rowId: mappingInvitations.rowId, group: groups, ownRow: mappingRows.id })
    .from(mappingInvitations)
    .innerJoin(applications, eq(applications.id, mappingInvitations.applicationId))
    .innerJoin(groups, and(eq(groups.id, applications.groupId), ne(groups.status, 'closed')))
    .leftJoin(
      mappingRows,
      and(
        eq(mappingRows.groupId, groups.id),
        eq(mappingRows.mappingId, previousId),
        eq(mappingRows.state, 'live'),
      ),
    )
    .where(and(inArray(mappingInvitations.rowId, rowIds), isNotNull(applications.groupId)))
  return new Map(
    rows.map(({ rowId, group, ownRow }) => [
      rowId,
      ownRow
        ? null
        : {
            groupId: group.id,
            class: 'kim' as const,
            followUp: 'none' as const,
            name: group.name,
            nameKey: group.nameKey,
          },
    ]),
  )
}
