import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { officesOf, placeOf, roleFor } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Database, Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

export interface Reading {
  db: Database
  tables: Tables
}

export type Partnership = Tables['partnerships']['$inferSelect']

/** Who does it, and for what request. */
export interface By {
  actor: Actor
  requestId?: string
}

/** A partnership that the actor may read, with the name of the other side. @throws not_found */
export async function findPartnership({ db, tables }: Reading, actor: Actor, partnershipId: string) {
  const { partnerships, partners, groups } = tables
  const [found] = await db
    .select({ partnership: partnerships, partner: partners, group: groups })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(and(eq(partnerships.id, partnershipId), inReach(actor, 'partnership.read', partnerships)))
  if (!found) throw notFound()
  return { ...found, counterpartName: found.partner?.name ?? found.group?.name ?? '' }
}

/** True for the people of the office that made it: each level looks after its own. */
export function mayEditPartnership(
  actor: Actor,
  partnership: Pick<Partnership, 'provinceCode' | 'regencyCode'>,
): boolean {
  return officesOf(actor, 'partnership.edit').includes(officeOf(partnership))
}

/** A partnership of the actor's own office. @throws not_found */
export async function findOwnPartnership(reading: Reading, actor: Actor, partnershipId: string) {
  const found = await findPartnership(reading, actor, partnershipId)
  if (!mayEditPartnership(actor, found.partnership)) throw notFound()
  return found
}

/** Changes a partnership if it still is what was on the screen. @throws changed_meanwhile 409 */
export async function changePartnership(
  { db, tables: { partnerships } }: Tx,
  { id }: Pick<Partnership, 'id'>,
  version: number,
  change: Partial<Partnership>,
): Promise<Partnership> {
  const [changed] = await db
    .update(partnerships)
    .set({ ...change, version: version + 1 })
    .where(and(eq(partnerships.id, id), eq(partnerships.version, version)))
    .returning()
  if (!changed) throw changedMeanwhile()
  return changed
}

/** Today where an office is. */
export function todayAt(officeCode: string, now: Instant): string {
  return localDate(now, zoneOf(officeCode))
}

/** Writes the audit event of something done to a partnership; by nobody when the calendar did it. */
export async function auditPartnership(
  tx: Tx,
  { clock, newId }: Services,
  event: {
    by: By | null
    action: string
    partnership: Pick<Partnership, 'id' | 'provinceCode' | 'regencyCode'>
    delta: Parameters<typeof recordAudit>[1]['delta']
  },
): Promise<void> {
  const office = officeOf(event.partnership)
  await recordAudit(tx, {
    id: newId(),
    at: clock(),
    actor: event.by && { id: event.by.actor.id, role: roleFor(office) },
    action: event.action,
    subject: { kind: 'partnership', id: event.partnership.id },
    region: placeOf(office) ?? undefined,
    delta: event.delta,
    requestId: event.by?.requestId,
  })
}
