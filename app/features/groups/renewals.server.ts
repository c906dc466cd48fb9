import { and, eq } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Tables } from '~/tables'

export type Renewal = Tables['decreeRenewals']['$inferSelect']

/** The new decree that a form speaks of, inside a group that is already held. */
export async function findRenewal(
  { db, tables: { decreeRenewals } }: Tx,
  { groupId, renewalId }: { groupId: string; renewalId: string },
): Promise<Renewal> {
  const [renewal] = await db
    .select()
    .from(decreeRenewals)
    .where(and(eq(decreeRenewals.id, renewalId), eq(decreeRenewals.groupId, groupId)))
  if (!renewal) throw notFound()
  return renewal
}

/**
 * Changes a renewal that has not changed since it was on the screen.
 * @throws changedMeanwhile
 */
export async function changeRenewal(
  { db, tables: { decreeRenewals } }: Tx,
  renewal: Renewal,
  version: number,
  change: Partial<Renewal>,
): Promise<void> {
  const [changed] = await db
    .update(decreeRenewals)
    .set({ ...change, version: version + 1 })
    .where(and(eq(decreeRenewals.id, renewal.id), eq(decreeRenewals.version, version)))
    .returning({ id: decreeRenewals.id })
  if (!changed) throw changedMeanwhile()
}

/** Ends whatever new decree of a group still waits. */
export async function endWaitingRenewals(
  { db, tables: { decreeRenewals } }: Tx,
  { groupId, decidedBy, reason, now }: { groupId: string; decidedBy: string; reason: string; now: Instant },
): Promise<void> {
  await db
    .update(decreeRenewals)
    .set({ status: 'declined', decidedBy, decidedAt: now, decisionReason: reason })
    .where(and(eq(decreeRenewals.groupId, groupId), eq(decreeRenewals.status, 'submitted')))
}
