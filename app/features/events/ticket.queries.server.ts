import { eq } from 'drizzle-orm'
import { fullName } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { materialsOf } from './event-screen.queries.server'
import { canEvaluate, canMark } from './events.policy'
import { guestEvent } from './events.queries.server'
import { ticketQr, ticketUrl } from './group-events.queries.server'
import { type Doorkeeper, keepsDoor } from './mark-present.server'
import { officeTitle } from './office-title.queries.server'

async function findTicket({ store }: Services, token: string) {
  const { events, eventAttendees, groups, eventCertificates, eventEvaluations } = store.tables
  const [found] = await store.read
    .select({
      event: events,
      attendee: eventAttendees,
      groupName: groups.name,
      certificateCode: eventCertificates.code,
      evaluatedAt: eventEvaluations.answeredAt,
    })
    .from(eventAttendees)
    .innerJoin(events, eq(events.id, eventAttendees.eventId))
    .leftJoin(groups, eq(groups.id, eventAttendees.groupId))
    .leftJoin(eventCertificates, eq(eventCertificates.attendeeId, eventAttendees.id))
    .leftJoin(eventEvaluations, eq(eventEvaluations.attendeeId, eventAttendees.id))
    .where(eq(eventAttendees.token, token))
  return found
}

/**
 * The doorkeeper among those that a request stands for, and the event of a ticket.
 * @throws not_found for an unknown ticket
 */
export async function doorOfTicket(services: Services, token: string, doors: (Doorkeeper | null)[]) {
  const found = await findTicket(services, token)
  if (!found) throw notFound()
  const { event } = found
  const now = services.clock()
  return {
    eventId: event.id,
    door: doors.find((door) => door !== null && keepsDoor(door, event, now)) ?? null,
  }
}

/** A ticket as its holder sees it, and with the button of the door for those who keep it; null when there is none. */
export async function ticketScreen(services: Services, token: string, doors: (Doorkeeper | null)[]) {
  const { store, clock, config, newId } = services
  const now = clock()
  const found = await findTicket(services, token)
  if (!found) return null
  const { event, attendee, groupName, certificateCode, evaluatedAt } = found
  const reading = { db: store.read, tables: store.tables }
  const place = event.placeCode ? await nameRegion(reading, event.placeCode) : null
  const marking = canMark(event, now)
  const atDoor = doors.some((door) => door !== null && keepsDoor(door, event, now))
  return {
    event: guestEvent(event),
    office: await officeTitle(reading, event.officeCode),
    place: place && fullName(place),
    name: attendee.name,
    from: groupName ?? attendee.origin,
    code: attendee.code,
    presentAt: attendee.presentAt,
    qr: attendee.presentAt === null ? await ticketQr(ticketUrl(config.publicUrl, token)) : null,
    atDoor,
    doorShut: marking.allowed ? null : marking.error.message,
    materials: await materialsOf(services, event.id),
    materialFolder: `/acara/tiket/${token}/materi`,
    certificateCode,
    evaluatedAt,
    mayEvaluate: evaluatedAt === null && canEvaluate(event, attendee, now).allowed,
    newId: newId(),
  }
}
