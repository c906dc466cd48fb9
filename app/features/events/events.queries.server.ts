import { and, between, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import { homeOf } from '~/features/activities/office-activities.queries.server'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { likeAnywhere } from '~/platform/db/like'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { Tables } from '~/tables'
import type { EventRow } from './event-rows.server'
import { canManage, officesOf } from './events.policy'
import type { Cursor, EventsQuery } from './events.schema'

const PAGE = 30

/** The events that an office reads: its own and those of the offices below it. */
export function eventsInReach(actor: Actor, { events }: Pick<Tables, 'events'>): SQL | undefined {
  return inReach(actor, 'event.read', { provinceCode: events.provinceCode, regencyCode: events.officeCode })
}

/** Events of the offices in a region, and those that others hold in a village there; in a district only these. */
function inRegion({ officeCode, provinceCode, placeCode }: Tables['events'], code: string): SQL | undefined {
  const heldThere = between(placeCode, code.padEnd(10, '0'), code.padEnd(10, '9'))
  if (code.length > 4) return heldThere
  return or(code.length === 2 ? eq(provinceCode, code) : eq(officeCode, code), heldThere)
}

/** The office's list, the latest first, one page of it. */
export async function eventsScreen(services: Services, actor: Actor, query: EventsQuery) {
  const { store } = services
  const { events } = store.tables
  const home = homeOf(actor)
  const filter = await regionFilterState(services, filteredCode(query), home)
  const found = await store.read
    .select({
      id: events.id,
      officeCode: events.officeCode,
      title: events.title,
      kind: events.kind,
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      zone: events.zone,
      venue: events.venue,
      invitedGroups: events.invitedGroups,
      acceptedGroups: events.acceptedGroups,
      registeredPeople: events.registeredPeople,
      presentPeople: events.presentPeople,
    })
    .from(events)
    .where(
      and(
        eventsInReach(actor, store.tables),
        filter.code.length > home.length ? inRegion(events, filter.code) : undefined,
        query.status ? eq(events.status, query.status) : undefined,
        query.jenis ? eq(events.kind, query.jenis) : undefined,
        ...searchKey(query.q)
          .split(' ')
          .filter((word) => word !== '')
          .slice(0, 8)
          .map((word) => likeAnywhere(events.titleKey, word)),
        query.setelah ? earlier(events, query.setelah) : undefined,
      ),
    )
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  const names = await officeNames(
    services,
    rows.map(({ officeCode }) => officeCode),
  )
  return {
    rows: rows.map((row) => ({ ...row, office: names.get(row.officeCode) ?? 'Nasional' })),
    next: last && `${last.startsAt}~${last.id}`,
    filter,
    severalOffices: new Set([...officesOf(actor), ...rows.map(({ officeCode }) => officeCode)]).size > 1,
  }
}

function earlier(events: Tables['events'], { at, id }: Cursor): SQL | undefined {
  const moment = Number(at)
  return or(lt(events.startsAt, moment), and(eq(events.startsAt, moment), lt(events.id, id)))
}

/** "Kabupaten Mimika" for each office's code; the country has none. */
export async function officeNames({ store }: Services, codes: string[]): Promise<Map<string, string>> {
  const regions = await nameRegions({ db: store.read, tables: store.tables }, [...new Set(codes)])
  return new Map(regions.map((region) => [region.code, withWord(region)]))
}

/** An event that the actor may read. @throws not_found for an unknown one and for one out of scope alike */
export async function readableEvent({ store }: Services, actor: Actor, eventId: string): Promise<EventRow> {
  const { events } = store.tables
  const [event] = await store.read
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), eventsInReach(actor, store.tables)))
  if (!event) throw notFound()
  return event
}

/** An event of the actor's own office. @throws not_found */
export async function manageableEvent(services: Services, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await readableEvent(services, actor, eventId)
  if (!canManage(actor, event).allowed) throw notFound()
  return event
}

/** What guests and committees see of an event: neither its minutes nor what the office counts and files. */
export function guestEvent(event: EventRow) {
  const { id, status, statusReason, kind, title, purpose, venue, onlineUrl, zone } = event
  const { startsAt, endsAt, replyUntil, capacity, topics, registeredPeople, presentPeople } = event
  const plan = { id, status, statusReason, kind, title, purpose, venue, onlineUrl, zone, topics }
  return { ...plan, startsAt, endsAt, replyUntil, capacity, registeredPeople, presentPeople }
}

/** What offices see of an event: everything but what opens something. */
export function shownEvent({ committeeHash, titleKey, createdBy, certificateSha256, ...event }: EventRow) {
  return { ...event, hasCommittee: committeeHash !== null, hasFile: certificateSha256 !== null }
}
export type ShownEvent = ReturnType<typeof shownEvent>
