import { and, eq } from 'drizzle-orm'
import { type AuditEntry, recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canManage, scopeOf } from './events.policy'

export type EventRow = Tx['tables']['events']['$inferSelect']

/** Who acts, and with which request. */
export interface Acting {
  actor: Actor
  requestId: string
}

/** Reads an event inside the transaction. @throws not_found */
export async function findEvent({ db, tables: { events } }: Tx, eventId: string): Promise<EventRow> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId))
  if (!event) throw notFound()
  return event
}

/** Reads an event that belongs to the actor's own office. @throws not_found for any other */
export async function findOwnEvent(tx: Tx, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await findEvent(tx, eventId)
  assertAllowed(canManage(actor, event))
  return event
}

/** Changes an event, if it still is what was on the screen. @throws changed_meanwhile 409 */
export async function changeEvent(
  { db, tables: { events } }: Tx,
  { id }: EventRow,
  seenVersion: number,
  change: Partial<EventRow>,
): Promise<void> {
  const [changed] = await db
    .update(events)
    .set({ ...change, version: seenVersion + 1 })
    .where(and(eq(events.id, id), eq(events.version, seenVersion)))
    .returning({ id: events.id })
  if (!changed) throw changedMeanwhile()
}

/** The region of an event in the audit trail: empty above the regency, empty for the country. */
export function auditRegion({ officeCode, provinceCode }: Pick<EventRow, 'officeCode' | 'provinceCode'>) {
  return {
    provinceCode: provinceCode === NATION ? null : provinceCode,
    regencyCode: officeCode.length === 4 ? officeCode : null,
  }
}

/** Writes the audit event of what an office did with its event. */
export async function auditEvent(
  tx: Tx,
  { newId }: Pick<Services, 'newId'>,
  { actor, requestId }: Acting,
  {
    event,
    now,
    action,
    delta,
  }: { event: EventRow; now: Instant; action: string; delta?: AuditEntry['delta'] },
): Promise<void> {
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: actingAs(actor, 'event.manage', scopeOf(event)),
    action,
    subject: { kind: 'event', id: event.id },
    region: auditRegion(event),
    delta,
    requestId,
  })
}
