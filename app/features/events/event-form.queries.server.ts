import { choicesOn } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { fullName } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { addDays, localDate, timeZones, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { offeredPartnerships } from './event-partnership.server'
import { canEdit, officesOf } from './events.policy'
import { manageableEvent } from './events.queries.server'
import { officeTitle } from './office-title.queries.server'

/**
 * What the empty form shows, for the office of a partnership when one is named that may be chosen.
 * @throws not_found for people of no office
 */
export async function newEventScreen(services: Services, actor: Actor, partnershipId: string | undefined) {
  const { store, clock, newId } = services
  const reading = { db: store.read, tables: store.tables }
  const codes = officesOf(actor)
  const [first] = codes
  if (!first) throw notFound()
  const partnerships = await offeredPartnerships(reading, codes, null)
  const under = partnerships.find(({ id }) => id === partnershipId)
  const officeCode = under?.officeCode ?? first
  const zone = zoneOf(officeCode)
  const offices = await Promise.all(
    codes.map(async (code) => ({ value: code, label: await officeTitle(reading, code) })),
  )
  return {
    id: newId(),
    offices,
    topics: await choicesOn(reading, 'topics', localDate(clock(), zone)),
    partnerships,
    answers: { officeCode, zone, topics: [] as string[], partnershipId: under?.id },
  }
}

/** The form with what is planned. @throws not_found, event_settled 409 */
export async function editEventScreen(services: Services, actor: Actor, eventId: string) {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const event = await manageableEvent(services, actor, eventId)
  assertAllowed(canEdit(event))
  const { zone, startsAt, endsAt, replyUntil, placeCode, partnershipId } = event
  const place = placeCode ? await nameRegion(reading, placeCode) : null
  return {
    event: { id: event.id, title: event.title, version: event.version, status: event.status },
    topics: await choicesOn(reading, 'topics', localDate(startsAt, zone), event.topics),
    partnerships: await offeredPartnerships(reading, [event.officeCode], partnershipId),
    place: place && { code: place.code, name: fullName(place) },
    answers: {
      kind: event.kind,
      title: event.title,
      purpose: event.purpose,
      zone,
      startDate: localDate(startsAt, zone),
      startTime: localTime(startsAt, zone),
      endDate: localDate(endsAt, zone),
      endTime: localTime(endsAt, zone),
      replyDate: addDays(localDate(replyUntil, zone), -1),
      venue: event.venue ?? undefined,
      village: place ? fullName(place) : undefined,
      villageCode: placeCode ?? undefined,
      onlineUrl: event.onlineUrl ?? undefined,
      capacity: event.capacity?.toString(),
      topics: event.topics,
      partnershipId: partnershipId ?? undefined,
    },
  }
}

function localTime(at: Instant, zone: Zone): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: timeZones[zone],
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
