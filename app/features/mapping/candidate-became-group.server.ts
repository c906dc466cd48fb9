import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import { countRows, recountRow } from './count-rows.server'
import { changeRow, holdWhereRunning, type MappingRow } from './find-mapping.server'
import { becameGroup } from './mapping.errors'

/**
 * A candidate's application was approved: in the mapping that runs, its row becomes that of the KIM, and the row that
 * the registry brought in a moment ago goes. What is settled stays as it was; there the link tells.
 */
export async function candidateBecameGroup(
  tx: Tx,
  { applicationId, group, now }: { applicationId: string; group: { id: string; name: string }; now: Instant },
): Promise<void> {
  const { mappingInvitations, mappingRows } = tx.tables
  const [invitation] = await tx.db
    .select({ rowId: mappingInvitations.rowId })
    .from(mappingInvitations)
    .where(eq(mappingInvitations.applicationId, applicationId))
  if (!invitation) return
  const row = await runningRow(tx, invitation.rowId)
  if (!row || row.class === 'kim') return
  const [brought] = await tx.db
    .delete(mappingRows)
    .where(and(eq(mappingRows.groupId, group.id), eq(mappingRows.mappingId, row.mappingId)))
    .returning()
  if (brought) await countRows(tx, [brought], -1)
  const become = {
    class: 'kim',
    groupId: group.id,
    name: group.name,
    nameKey: searchKey(group.name),
    // What was proposed has come about; what is to be done with the KIM is proposed anew.
    followUp: 'none',
    updatedAt: now,
  } as const
  const after = await changeRow(tx, row, row.version, become)
  if (after) await recountRow(tx, row, after)
}

/**
 * The living row of the running mapping that a row has gone on as: merged into another, or copied into the next. The
 * mapping is held before the row is read.
 */
async function runningRow(tx: Tx, rowId: string): Promise<MappingRow | undefined> {
  const { db, tables } = tx
  const { mappingRows, mappings, mappingMerges } = tables
  const seen = new Set<string>()
  for (let id: string | undefined = rowId; id && !seen.has(id); ) {
    seen.add(id)
    const itsMapping = db
      .select({ id: mappingRows.mappingId })
      .from(mappingRows)
      .where(eq(mappingRows.id, id))
    const running = await holdWhereRunning(tx, inArray(mappings.id, itsMapping))
    const [row] = await db.select().from(mappingRows).where(eq(mappingRows.id, id))
    if (running && row?.state === 'live') return row
    const [merge] = await db
      .select({ id: mappingMerges.keptId })
      .from(mappingMerges)
      .where(and(eq(mappingMerges.mergedId, id), isNull(mappingMerges.undoneAt)))
    const [copy] = await db
      .select({ id: mappingRows.id })
      .from(mappingRows)
      .where(eq(mappingRows.predecessorId, id))
    id = merge?.id ?? copy?.id
  }
  return undefined
}

/**
 * A row that was merged or removed comes back only while neither it nor what has gone on as it became a KIM, which has
 * a row of its own.
 * @throws candidate_became_group 409
 */
export async function assertStillCandidate({ db, tables }: Tx, rowId: string): Promise<void> {
  const { mappingRows, mappingMerges, mappingInvitations, applications, groups } = tables
  const seen = new Set<string>()
  for (let ids = [rowId]; ids.length > 0; ) {
    for (const id of ids) seen.add(id)
    const [become] = await db
      .select({ id: groups.id })
      .from(mappingInvitations)
      .innerJoin(applications, eq(applications.id, mappingInvitations.applicationId))
      .innerJoin(groups, and(eq(groups.id, applications.groupId), ne(groups.status, 'closed')))
      .where(inArray(mappingInvitations.rowId, ids))
      .limit(1)
    if (become) throw becameGroup()
    const merged = await db
      .select({ id: mappingMerges.mergedId })
      .from(mappingMerges)
      .where(and(inArray(mappingMerges.keptId, ids), isNull(mappingMerges.undoneAt)))
    const copied = await db
      .select({ id: mappingRows.predecessorId })
      .from(mappingRows)
      .where(inArray(mappingRows.id, ids))
    ids = [...merged, ...copied].flatMap(({ id }) => (id && !seen.has(id) ? [id] : []))
  }
}
