import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { keepsProfile } from '~/features/groups/groups.policy'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed, deny } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { newTickets } from './attendees.server'
import { auditRegion, type EventRow, findEvent } from './event-rows.server'
import { eventFull, presentStays } from './events.errors'
import { canReply } from './events.policy'

interface Replying {
  actor: Actor
  requestId: string
  groupId: string
  eventId: string
  /** Of the invitation that was on the screen. */
  version: number
  /** Who comes; null declines. */
  names: string[] | null
  note: string | null
}

/**
 * A group accepts and names who comes, or declines; until the deadline it may answer again.
 * Whoever is named again keeps the ticket.
 * @throws not_found, not_chair 403; reply_over, event_not_open, event_full, present_stays, changed_meanwhile 409
 */
export async function replyToInvitation(
  services: Services,
  { actor, requestId, groupId, eventId, version, names, note }: Replying,
): Promise<void> {
  const { store, clock, newId } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findEvent(tx, eventId)
    const invitation = await findInvitation(tx, actor, { groupId, eventId })
    if (!keepsProfile(actor, groupId)) assertAllowed(notSpeaker)
    assertAllowed(canReply(event, now))
    const reply = names ? 'accepted' : 'declined'
    const [moved] = await tx.db
      .update(tx.tables.eventInvitations)
      .set({ reply, note, repliedBy: actor.id, repliedAt: now, version: version + 1 })
      .where(
        and(
          eq(tx.tables.eventInvitations.id, invitation.id),
          eq(tx.tables.eventInvitations.version, version),
        ),
      )
      .returning({ id: tx.tables.eventInvitations.id })
    if (!moved) throw changedMeanwhile()
    const people = await nameAttendees(tx, services, { event, groupId, names: names ?? [], now })
    await countReplies(tx, event, { before: invitation.reply, after: reply, people })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: reply === 'accepted' ? 'event.accepted' : 'event.declined',
      subject: { kind: 'event', id: eventId },
      region: auditRegion(event),
      delta: { people: [event.registeredPeople, event.registeredPeople + people] },
      requestId,
    })
  })
}

const notSpeaker = deny(
  'not_chair',
  403,
  'Undangan dijawab oleh ketua atau sekretaris. Sampaikan kepada mereka siapa yang akan datang.',
)

async function findInvitation(
  { db, tables: { eventInvitations } }: Tx,
  actor: Actor,
  { groupId, eventId }: { groupId: string; eventId: string },
) {
  const [invitation] = await db
    .select()
    .from(eventInvitations)
    .where(and(eq(eventInvitations.eventId, eventId), eq(eventInvitations.groupId, groupId)))
  if (!invitation || !groupIdsOf(actor).includes(groupId)) throw notFound()
  return invitation
}

/** Makes the list of a group what it says; answers how many more people there are than before. */
async function nameAttendees(
  tx: Tx,
  services: Services,
  { event, groupId, names, now }: { event: EventRow; groupId: string; names: string[]; now: Instant },
): Promise<number> {
  const { eventAttendees } = tx.tables
  const former = await tx.db
    .select({ id: eventAttendees.id, name: eventAttendees.name, presentAt: eventAttendees.presentAt })
    .from(eventAttendees)
    .where(and(eq(eventAttendees.eventId, event.id), eq(eventAttendees.groupId, groupId)))
  const named = new Map(names.map((name) => [searchKey(name), name]))
  const gone = former.filter(({ name }) => !named.delete(searchKey(name)))
  const here = gone.find(({ presentAt }) => presentAt !== null)
  if (here) throw presentStays(here.name)
  if (gone.length > 0) {
    const removed = await tx.db
      .delete(eventAttendees)
      .where(
        and(
          inArray(
            eventAttendees.id,
            gone.map(({ id }) => id),
          ),
          isNull(eventAttendees.presentAt),
        ),
      )
      .returning({ id: eventAttendees.id })
    // Between the reading and now the door marked one of them.
    if (removed.length < gone.length) throw changedMeanwhile()
  }
  const fresh = [...named.values()]
  if (fresh.length > 0) {
    const tickets = await newTickets(tx, event.id, fresh.length)
    await tx.db.insert(eventAttendees).values(
      fresh.map((name, at) => ({
        id: services.newId(),
        eventId: event.id,
        groupId,
        name,
        nameKey: searchKey(name),
        ...(tickets[at] ?? { token: '', code: '' }),
        registeredAt: now,
      })),
    )
  }
  return fresh.length - gone.length
}

/** Keeps the event's counts; the limit of people stands in the same statement, so that two groups cannot both take the last seat. */
async function countReplies(
  { db, tables: { events } }: Tx,
  event: EventRow,
  { before, after, people }: { before: string | null; after: string; people: number },
): Promise<void> {
  const step = (reply: string) => Number(after === reply) - Number(before === reply)
  const [counted] = await db
    .update(events)
    .set({
      acceptedGroups: sql`${events.acceptedGroups} + ${step('accepted')}`,
      declinedGroups: sql`${events.declinedGroups} + ${step('declined')}`,
      registeredPeople: sql`${events.registeredPeople} + ${people}`,
    })
    .where(
      and(
        eq(events.id, event.id),
        people > 0
          ? or(isNull(events.capacity), lte(sql`${events.registeredPeople} + ${people}`, events.capacity))
          : undefined,
      ),
    )
    .returning({ id: events.id })
  if (!counted) throw eventFull((event.capacity ?? 0) - event.registeredPeople)
}
