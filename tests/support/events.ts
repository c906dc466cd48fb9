import type { EventPlan } from '~/features/events/event-plan.server'
import { inviteGroups } from '~/features/events/invite-groups.server'
import { planEvent } from '~/features/events/plan-event.server'
import { replyToInvitation } from '~/features/events/reply-to-invitation.server'
import type { Actor } from '~/features/identity/actor'
import { DAY, HOUR } from '~/platform/clock'
import type { TestServices } from './services'

/** A bimtek in Timika three days from now, for which groups answer until the day before. */
export function aPlan({ now }: Pick<TestServices, 'now'>, changes: Partial<EventPlan> = {}): EventPlan {
  const startsAt = now + 3 * DAY
  return {
    kind: 'training',
    title: 'Bimtek menulis kabar kampung',
    purpose: 'Belajar menulis berita pendek yang benar dan mudah dipahami.',
    venue: 'Aula Dinas Kominfo, Timika',
    placeCode: null,
    onlineUrl: null,
    zone: 'WIT',
    startsAt,
    endsAt: startsAt + 6 * HOUR,
    replyUntil: startsAt - DAY,
    capacity: null,
    topics: [],
    partnershipId: null,
    ...changes,
  }
}

/** Stores a draft of an office. */
export async function anEvent(
  services: TestServices,
  actor: Actor,
  changes: Partial<EventPlan> = {},
  officeCode = '9404',
): Promise<string> {
  const id = services.newId()
  await planEvent(services, { actor, requestId: 'uji', id, officeCode, plan: aPlan(services, changes) })
  return id
}

/** Invites certain groups. */
export function invite(
  services: TestServices,
  actor: Actor,
  eventId: string,
  groupIds: string[],
  regionCode = '9404',
) {
  return inviteGroups(services, {
    actor,
    requestId: 'uji',
    eventId,
    id: services.newId(),
    criteria: { regionCode, activity: null },
    whom: { groupIds },
  })
}

/** Lets a group accept, or decline when it names nobody. */
export function reply(
  services: TestServices,
  {
    actor,
    groupId,
    eventId,
    names,
    version = 1,
  }: { actor: Actor; groupId: string; eventId: string; names: string[] | null; version?: number },
) {
  return replyToInvitation(services, {
    actor,
    requestId: 'uji',
    groupId,
    eventId,
    version,
    names,
    note: null,
  })
}

/** The people of an event by name, with their tickets. */
export async function peopleOf({ store }: TestServices, eventId: string) {
  const { eventAttendees } = store.tables
  const rows = await store.read.select().from(eventAttendees)
  return rows.filter((row) => row.eventId === eventId).sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1))
}

/** The stored row of an event. */
export async function eventRow({ store }: TestServices, eventId: string) {
  const rows = await store.read.select().from(store.tables.events)
  const event = rows.find(({ id }) => id === eventId)
  if (!event) throw new Error(`no event ${eventId}`)
  return event
}
