import { and, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { hashSecret } from '~/features/identity/sessions.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { newTickets } from './attendees.server'
import { auditRegion, type EventRow, findEvent } from './event-rows.server'
import { certifiedAlready, codeUnknown, eventIdUsed } from './events.errors'
import type { PresenceWay } from './events.kinds'
import { canManage, canMark, committeeIsOpen, scopeOf } from './events.policy'
import type { DoorForm } from './events.schema'

/** Who stands at the door: an officer with an account, or whoever holds the committee's link. */
export type Doorkeeper = { actor: Actor } | { committeeToken: string }

interface AtDoor {
  door: Doorkeeper
  requestId: string
  eventId: string
}

/** Who is meant: a ticket's token or code, or people ticked in the list. */
export type Arriving = { token: string } | { code: string } | { attendeeIds: string[] }

const ways = { token: 'qr', code: 'code', attendeeIds: 'list' } as const satisfies Record<string, PresenceWay>

/**
 * Marks people as present; who is marked already stays as marked.
 * @returns who was meant, and how many of them were new
 * @throws not_found for another office's event or a link that has ended; door_not_open, door_closed 409; code_unknown 422
 */
export async function markPresent(
  services: Services,
  { door, requestId, eventId, who }: AtDoor & { who: Arriving },
): Promise<{ names: string[]; marked: number }> {
  const { store, clock } = services
  const now = clock()
  return store.transact(async (tx) => {
    const event = await openDoor(tx, door, eventId, now)
    const { eventAttendees } = tx.tables
    const meant = and(
      eq(eventAttendees.eventId, eventId),
      'token' in who
        ? eq(eventAttendees.token, who.token)
        : 'code' in who
          ? eq(eventAttendees.code, who.code)
          : inArray(eventAttendees.id, who.attendeeIds),
    )
    const found = await tx.db.select({ name: eventAttendees.name }).from(eventAttendees).where(meant)
    if (found.length === 0) throw 'code' in who ? codeUnknown() : notFound()
    const presentWay = 'token' in who ? ways.token : 'code' in who ? ways.code : ways.attendeeIds
    const marked = await tx.db
      .update(eventAttendees)
      .set({ presentAt: now, presentWay, markedBy: accountOf(door) })
      .where(and(meant, isNull(eventAttendees.presentAt)))
      .returning({ id: eventAttendees.id })
    if (marked.length > 0) {
      await countPresent(tx, eventId, { present: marked.length, registered: 0 })
      await auditDoor(tx, services, { door, requestId, event, now, people: marked.length })
    }
    return { names: found.map(({ name }) => name), marked: marked.length }
  })
}

/** Adds someone who was not registered, present at once; the same form sent twice adds them once. */
export async function addWalkIn(
  services: Services,
  {
    door,
    requestId,
    eventId,
    id,
    name,
    origin,
  }: AtDoor & { id: string; name: string; origin: string | null },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await openDoor(tx, door, eventId, now)
    const { eventAttendees } = tx.tables
    const [ticket] = await newTickets(tx, eventId, 1)
    if (!ticket) throw new Error('no ticket was made')
    const [added] = await tx.db
      .insert(eventAttendees)
      .values({
        id,
        eventId,
        name,
        nameKey: searchKey(name),
        origin,
        ...ticket,
        presentAt: now,
        presentWay: 'walk_in',
        markedBy: accountOf(door),
        registeredAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: eventAttendees.id })
    if (!added) {
      const [former] = await tx.db.select().from(eventAttendees).where(eq(eventAttendees.id, id))
      if (former?.eventId !== eventId || former.name !== name) throw eventIdUsed()
      return
    }
    await countPresent(tx, eventId, { present: 1, registered: 1 })
    await auditDoor(tx, services, { door, requestId, event, now, people: 1 })
  })
}

/** Takes a mark back that was set by mistake. @throws certified_already 409 */
export async function unmarkPresent(
  services: Services,
  { door, requestId, eventId, attendeeId }: AtDoor & { attendeeId: string },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await openDoor(tx, door, eventId, now)
    const { eventAttendees, eventCertificates } = tx.tables
    const certified = tx.db
      .select({ id: eventCertificates.id })
      .from(eventCertificates)
      .where(eq(eventCertificates.attendeeId, attendeeId))
    const here = and(
      eq(eventAttendees.id, attendeeId),
      eq(eventAttendees.eventId, eventId),
      isNotNull(eventAttendees.presentAt),
    )
    const [present] = await tx.db.select({ id: eventAttendees.id }).from(eventAttendees).where(here)
    if (!present) return
    const unmarked = await tx.db
      .update(eventAttendees)
      .set({ presentAt: null, presentWay: null, markedBy: null })
      .where(and(here, notExists(certified)))
      .returning({ id: eventAttendees.id })
    if (unmarked.length === 0) throw certifiedAlready()
    await countPresent(tx, eventId, { present: -1, registered: 0 })
    await auditDoor(tx, services, { door, requestId, event, now, people: -1 })
  })
}

function accountOf(door: Doorkeeper): string | null {
  return 'actor' in door ? door.actor.id : null
}

/** True when this doorkeeper may work at the event's door now or later. */
export function keepsDoor(door: Doorkeeper, event: EventRow, now: Instant): boolean {
  if ('actor' in door) return canManage(door.actor, event).allowed
  return committeeIsOpen(event, now) && event.committeeHash === hashSecret(door.committeeToken)
}

async function openDoor(tx: Tx, door: Doorkeeper, eventId: string, now: Instant): Promise<EventRow> {
  const event = await findEvent(tx, eventId)
  if (!keepsDoor(door, event, now)) throw notFound()
  assertAllowed(canMark(event, now))
  return event
}

async function countPresent(
  { db, tables: { events } }: Tx,
  eventId: string,
  { present, registered }: { present: number; registered: number },
): Promise<void> {
  await db
    .update(events)
    .set({
      presentPeople: sql`${events.presentPeople} + ${present}`,
      registeredPeople: sql`${events.registeredPeople} + ${registered}`,
    })
    .where(eq(events.id, eventId))
}

/** How many, not who: names stay out of the trail. */
async function auditDoor(
  tx: Tx,
  { newId }: Pick<Services, 'newId'>,
  {
    door,
    requestId,
    event,
    now,
    people,
  }: { door: Doorkeeper; requestId: string; event: EventRow; now: Instant; people: number },
): Promise<void> {
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: 'actor' in door ? actingAs(door.actor, 'event.manage', scopeOf(event)) : null,
    action: people > 0 ? 'event.present' : 'event.presentUndone',
    subject: { kind: 'event', id: event.id },
    region: auditRegion(event),
    delta: { people: [event.presentPeople, event.presentPeople + people] },
    requestId,
  })
}

type DoorWork = z.output<typeof DoorForm>

/** Does what a form of the door asks for, and answers in a sentence what was done. */
export async function workAtDoor(services: Services, at: AtDoor, work: DoorWork): Promise<string> {
  switch (work.intent) {
    case 'code': {
      const { names, marked } = await markPresent(services, { ...at, who: { code: work.code } })
      return `${names.join(', ')} ${marked > 0 ? 'tercatat hadir' : 'sudah tercatat hadir sebelumnya'}.`
    }
    case 'list': {
      const { marked } = await markPresent(services, { ...at, who: { attendeeIds: work.attendeeIds } })
      return `${marked} orang tercatat hadir.`
    }
    case 'walkIn':
      await addWalkIn(services, { ...at, id: work.id, name: work.name, origin: work.origin ?? null })
      return `${work.name} ditambahkan dan tercatat hadir.`
    case 'unmark':
      await unmarkPresent(services, { ...at, attendeeId: work.attendeeId })
      return 'Tanda hadir dibatalkan.'
  }
}
