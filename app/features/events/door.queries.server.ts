import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { hashSecret } from '~/features/identity/sessions.server'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { EventRow } from './event-rows.server'
import { canMark, committeeIsOpen } from './events.policy'
import { guestEvent, manageableEvent } from './events.queries.server'

/** The list of an event is at most as long as its limit of people. */
const LISTED = 2000

/** The door of an office's own event. @throws not_found */
export async function officeDoorScreen(services: Services, actor: Actor, eventId: string, search: string) {
  return doorScreen(services, await manageableEvent(services, actor, eventId), search)
}

/** The event of a committee's link while it holds; undefined after it has ended. */
export async function eventOfCommittee(
  { store, clock }: Services,
  token: string,
): Promise<EventRow | undefined> {
  const { events } = store.tables
  const [event] = await store.read
    .select()
    .from(events)
    .where(eq(events.committeeHash, hashSecret(token)))
  return event && committeeIsOpen(event, clock()) ? event : undefined
}

/** The door as the committee without accounts sees it; null when the link has ended. */
export async function committeeDoorScreen(services: Services, token: string, search: string) {
  const event = await eventOfCommittee(services, token)
  return event ? doorScreen(services, event, search) : null
}

/** Who is expected and who is there, by name. */
export async function doorScreen(services: Services, event: EventRow, search: string) {
  const { store, clock, newId } = services
  const { eventAttendees, groups } = store.tables
  const people = await store.read
    .select({
      id: eventAttendees.id,
      name: eventAttendees.name,
      origin: eventAttendees.origin,
      group: groups.name,
      code: eventAttendees.code,
      presentAt: eventAttendees.presentAt,
      presentWay: eventAttendees.presentWay,
    })
    .from(eventAttendees)
    .leftJoin(groups, eq(groups.id, eventAttendees.groupId))
    .where(
      and(
        eq(eventAttendees.eventId, event.id),
        ...searchKey(search)
          .split(' ')
          .filter((word) => word !== '')
          .slice(0, 8)
          .map((word) => likeAnywhere(eventAttendees.nameKey, word)),
      ),
    )
    .orderBy(asc(eventAttendees.nameKey), asc(eventAttendees.id))
    .limit(LISTED)
  const decision = canMark(event, clock())
  return {
    event: guestEvent(event),
    search,
    people,
    shut: decision.allowed ? null : decision.error.message,
    newId: newId(),
  }
}
export type DoorScreen = Awaited<ReturnType<typeof doorScreen>>
