import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { actingAs } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { assertAllowed, deny } from '~/platform/decision'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { type Acting, auditEvent, auditRegion, changeEvent, findOwnEvent } from './event-rows.server'
import { eventIdUsed } from './events.errors'
import { canManage, scopeOf } from './events.policy'
import { type DecisionState, decisionMayMove } from './events.state'
import { tellGroups } from './tell-invited.server'

/** Keeps the minutes of an event; a later writing takes the place of the former. @throws changed_meanwhile 409 */
export async function writeMinutes(
  services: Services,
  { eventId, version, minutes, ...acting }: Acting & { eventId: string; version: number; minutes: string },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    await changeEvent(tx, event, version, { minutes, minutesAt: now })
    await auditEvent(tx, services, acting, { event, now, action: 'event.minutesWritten' })
  })
}

interface Deciding extends Acting {
  eventId: string
  /** Made by the form: sent twice it is stored once. */
  id: string
  what: string
  /** A group, or else who it is in words. */
  groupId: string | null
  who: string | null
  dueOn: string
}

/**
 * Writes down a decision with who does it and until when; a group that has to do it is told.
 * @throws not_found; decision_without_anyone 422, group_not_invited 422, event_cancelled 409
 */
export async function addDecision(
  services: Services,
  { eventId, id, what, groupId, who, dueOn, ...acting }: Deciding,
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    if (event.status === 'cancelled') assertAllowed(notHeld)
    const { eventDecisions } = tx.tables
    const name = groupId ? await invitedGroup(tx, eventId, groupId) : who
    if (!name) throw nobodyNamed()
    const [added] = await tx.db
      .insert(eventDecisions)
      .values({
        id,
        eventId,
        officeCode: event.officeCode,
        provinceCode: event.provinceCode,
        what,
        groupId,
        who: name,
        dueOn,
        state: 'ongoing',
        stateSince: now,
        createdBy: acting.actor.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: eventDecisions.id })
    if (!added) {
      const [former] = await tx.db.select().from(eventDecisions).where(eq(eventDecisions.id, id))
      if (former?.eventId !== eventId || former.what !== what) throw eventIdUsed()
      return
    }
    if (groupId) {
      await tellGroups(tx, services, {
        eventId,
        groupIds: [groupId],
        title: `Keputusan untuk kelompok Anda: ${event.title}`,
        body: `${what}\n\nDiharapkan selesai paling lambat ${formatDate(dueOn)}.`,
        now,
      })
    }
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.decided',
      delta: { decision: [null, what], until: [null, dueOn] },
    })
  })
}

const notHeld = deny('event_cancelled', 409, 'Acara ini dibatalkan, jadi tidak ada keputusannya.')

function nobodyNamed(): AppError {
  return new AppError(
    'decision_without_anyone',
    422,
    'Pilih KIM yang mengerjakan, atau tulis siapa yang mengerjakannya.',
    'who',
  )
}

async function invitedGroup({ db, tables }: Tx, eventId: string, groupId: string): Promise<string> {
  const { eventInvitations, groups } = tables
  const [row] = await db
    .select({ name: groups.name })
    .from(eventInvitations)
    .innerJoin(groups, eq(groups.id, eventInvitations.groupId))
    .where(and(eq(eventInvitations.eventId, eventId), eq(eventInvitations.groupId, groupId)))
  if (row) return row.name
  throw new AppError('group_not_invited', 422, 'KIM ini tidak diundang ke acara ini. Pilih lagi.', 'groupId')
}

interface Settling extends Acting {
  decisionId: string
  version: number
  state: DecisionState
  note: string | null
}

/** Says that a decision is done or dropped, or takes it up again. @throws not_found, decision_moved, changed_meanwhile */
export async function settleDecision(
  { store, clock, newId }: Services,
  { decisionId, version, state, note, actor, requestId }: Settling,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { eventDecisions } = tx.tables
    const [decision] = await tx.db.select().from(eventDecisions).where(eq(eventDecisions.id, decisionId))
    if (!decision) throw notFound()
    assertAllowed(canManage(actor, decision))
    if (!decisionMayMove(decision.state, state)) assertAllowed(settledAlready)
    const [moved] = await tx.db
      .update(eventDecisions)
      .set({ state, stateSince: now, note, version: version + 1 })
      .where(and(eq(eventDecisions.id, decisionId), eq(eventDecisions.version, version)))
      .returning({ id: eventDecisions.id })
    if (!moved) throw changedMeanwhile()
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: actingAs(actor, 'event.manage', scopeOf(decision)),
      action: 'event.decisionMoved',
      subject: { kind: 'event', id: decision.eventId },
      region: auditRegion(decision),
      delta: { status: [decision.state, state] },
      requestId,
    })
  })
}

const settledAlready = deny(
  'decision_moved',
  409,
  'Keputusan ini sudah pada keadaan itu. Tidak ada yang berubah. Muat ulang halaman untuk melihat keadaan terbaru.',
)
