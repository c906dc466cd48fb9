import { and, asc, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import QRCode from 'qrcode'
import { keepsProfile } from '~/features/groups/groups.policy'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { fullName } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { decisionsOf, materialsOf } from './event-screen.queries.server'
import { canReply, readsEvent } from './events.policy'
import { guestEvent } from './events.queries.server'
import type { Cursor } from './events.schema'
import { officeTitle } from './office-title.queries.server'

const PAGE = 30

async function ownGroup({ store }: Services, actor: Actor, groupId: string) {
  const { groups } = store.tables
  const [group] = await store.read
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  if (!group) throw notFound()
  return group
}

/** The events to which a group was invited, the latest invitation first. @throws not_found for people outside it */
export async function groupEventsScreen(
  services: Services,
  actor: Actor,
  groupId: string,
  after: Cursor | undefined,
) {
  const { store } = services
  const group = await ownGroup(services, actor, groupId)
  const { events, eventInvitations: invitations } = store.tables
  const moment = Number(after?.at)
  const found = await store.read
    .select({
      id: invitations.id,
      invitedAt: invitations.invitedAt,
      reply: invitations.reply,
      eventId: events.id,
      title: events.title,
      kind: events.kind,
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      zone: events.zone,
      venue: events.venue,
      replyUntil: events.replyUntil,
    })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(
      and(
        eq(invitations.groupId, groupId),
        after
          ? or(
              lt(invitations.invitedAt, moment),
              and(eq(invitations.invitedAt, moment), lt(invitations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  return { group, rows, next: last && `${last.invitedAt}~${last.id}`, now: services.clock() }
}

/** One event for an invited group: the answer, the tickets with their QR codes, materials and decisions. */
export async function groupEventScreen(
  services: Services,
  actor: Actor,
  { groupId, eventId }: { groupId: string; eventId: string },
) {
  const { store, clock, config } = services
  const group = await ownGroup(services, actor, groupId)
  const { events, eventInvitations } = store.tables
  const [found] = await store.read
    .select({ event: events, invitation: eventInvitations })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .where(and(eq(eventInvitations.eventId, eventId), eq(eventInvitations.groupId, groupId)))
  if (!found) throw notFound()
  const { event, invitation } = found
  const reading = { db: store.read, tables: store.tables }
  const [office, place, people, materials, decisions] = await Promise.all([
    officeTitle(reading, event.officeCode),
    event.placeCode ? nameRegion(reading, event.placeCode) : null,
    peopleOf(services, { groupId, eventId }),
    materialsOf(services, eventId),
    decisionsOf(services, eventId),
  ])
  const decision = canReply(event, clock())
  return {
    group,
    event: guestEvent(event),
    office,
    place: place && fullName(place),
    invitation: {
      reply: invitation.reply,
      note: invitation.note,
      version: invitation.version,
      repliedAt: invitation.repliedAt,
    },
    people: await Promise.all(
      people.map(async ({ token, ...person }) => {
        const url = ticketUrl(config.publicUrl, token)
        return { ...person, url, qr: person.presentAt === null ? await ticketQr(url) : null }
      }),
    ),
    materials,
    decisions: decisions.filter((one) => one.groupId === groupId),
    speaks: keepsProfile(actor, groupId),
    shut: decision.allowed ? null : decision.error.message,
  }
}

/** Where a ticket is opened: by its holder, and by whoever scans it at the door. */
export function ticketUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/acara/tiket/${token}`
}

/** A QR code as SVG. */
export function ticketQr(url: string): Promise<string> {
  return QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}

function peopleOf({ store }: Services, { groupId, eventId }: { groupId: string; eventId: string }) {
  const { eventAttendees, eventCertificates, eventEvaluations } = store.tables
  return store.read
    .select({
      id: eventAttendees.id,
      name: eventAttendees.name,
      token: eventAttendees.token,
      code: eventAttendees.code,
      presentAt: eventAttendees.presentAt,
      certificateCode: eventCertificates.code,
      evaluatedAt: eventEvaluations.answeredAt,
    })
    .from(eventAttendees)
    .leftJoin(eventCertificates, eq(eventCertificates.attendeeId, eventAttendees.id))
    .leftJoin(eventEvaluations, eq(eventEvaluations.attendeeId, eventAttendees.id))
    .where(and(eq(eventAttendees.groupId, groupId), eq(eventAttendees.eventId, eventId)))
    .orderBy(asc(eventAttendees.nameKey), asc(eventAttendees.id))
}

/**
 * The latest events at which someone of a group was present, for the office's page of the group: of any office,
 * `readable` where this one may open it.
 */
export async function eventsAttendedBy({ store }: Services, actor: Actor, groupId: string) {
  const { events, eventAttendees } = store.tables
  const rows = await store.read
    .selectDistinct({
      id: events.id,
      title: events.title,
      startsAt: events.startsAt,
      zone: events.zone,
      officeCode: events.officeCode,
      provinceCode: events.provinceCode,
    })
    .from(eventAttendees)
    .innerJoin(events, eq(events.id, eventAttendees.eventId))
    .where(and(eq(eventAttendees.groupId, groupId), isNotNull(eventAttendees.presentAt)))
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(10)
  return rows.map(({ officeCode, provinceCode, ...row }) => ({
    ...row,
    readable: readsEvent(actor, { officeCode, provinceCode }),
  }))
}
