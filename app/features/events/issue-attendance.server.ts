import { and, asc, eq, isNotNull, notExists } from 'drizzle-orm'
import { z } from 'zod'
import { nextInSeries } from '~/features/numbering/document-numbers.server'
import { NATION } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { newToken } from '~/platform/ids'
import { askedFor, enqueue } from '~/platform/jobs/enqueue'
import type { Services } from '~/platform/services'
import { type Acting, auditEvent, changeEvent, type EventRow, findOwnEvent } from './event-rows.server'
import { nobodyToCertify } from './events.errors'
import type { AttendanceFacts } from './events.kinds'
import { canCertify } from './events.policy'
import { officeTitle } from './office-title.queries.server'

const BATCH = 500

/** The job that makes the file of a run; asking for a run's progress asks by this id. */
export function certificateJob(eventId: string, run: number): string {
  return `event-certificates:${eventId}:${run}`
}

/** What a run leaves to its job. */
export const AttendanceRun = z.object({
  eventId: z.string(),
  run: z.number().int(),
  /** Whose certificate has a serial up to this one was told by a former run. */
  after: z.number().int(),
  askedBy: z.string(),
  /** Who asked for runs that were overtaken before their file was there. */
  alsoAskedBy: z.array(z.string()).default([]),
})
type AttendanceRun = z.output<typeof AttendanceRun>

/**
 * Issues a numbered certificate to everyone who was present and has none yet, all in one run; a job makes the file to
 * print. Later runs, for people who were entered afterwards, go on with the numbers; one that overtakes a run whose file
 * is not there yet tells that run's people too.
 * @returns how many were issued
 * @throws not_found; event_not_held, nobody_to_certify, changed_meanwhile 409
 */
export async function issueAttendance(
  services: Services,
  { eventId, version, ...acting }: Acting & { eventId: string; version: number },
): Promise<number> {
  const { store, clock } = services
  const now = clock()
  return store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    assertAllowed(canCertify(event))
    const attendees = await presentWithoutCertificate(tx, eventId)
    if (attendees.length === 0) throw nobodyToCertify()
    const series = event.certificateSeries ?? (await newSeries(tx, event, now))
    const run = event.certificateRun + 1
    await changeEvent(tx, event, version, {
      certificateSeries: series,
      certificates: event.certificates + attendees.length,
      certificateRun: run,
    })
    const overtaken = await overtake(tx, event)
    const common = await commonFacts(tx, event, now)
    const { publicUrl } = services.config
    for (let at = 0; at < attendees.length; at += BATCH) {
      const some = attendees.slice(at, at + BATCH).map((attendee, place) => {
        const serial = event.certificates + at + place + 1
        const code = newToken().slice(0, 22)
        const facts: AttendanceFacts = {
          ...common,
          number: `${series}/${String(serial).padStart(3, '0')}`,
          name: attendee.name,
          groupName: attendee.groupName ?? attendee.origin,
          verifyUrl: `${publicUrl}/acara/sertifikat/${code}`,
        }
        return { id: services.newId(), eventId, attendeeId: attendee.id, serial, code, facts, issuedAt: now }
      })
      await tx.db.insert(tx.tables.eventCertificates).values(some)
    }
    await enqueue(tx, {
      key: certificateJob(eventId, run),
      kind: 'events.renderCertificates',
      payload: {
        eventId,
        run,
        after: overtaken?.after ?? event.certificates,
        askedBy: acting.actor.id,
        alsoAskedBy: overtaken ? [...overtaken.alsoAskedBy, overtaken.askedBy] : [],
      } satisfies AttendanceRun,
      now,
    })
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.certified',
      delta: { certificates: [event.certificates, event.certificates + attendees.length] },
    })
    return attendees.length
  })
}

/**
 * Takes the former run's file away; call it once the event is changed, when the job of that run can no longer store one.
 * @returns that run, if its file was not there yet, so that it has told nobody and never will
 */
async function overtake(tx: Tx, { id, certificateRun }: EventRow): Promise<AttendanceRun | undefined> {
  const { events } = tx.tables
  const [made] = await tx.db
    .update(events)
    .set({ certificateSha256: null, certificateBytes: null })
    .where(and(eq(events.id, id), isNotNull(events.certificateSha256)))
    .returning({ id: events.id })
  const left = made ? undefined : await askedFor(tx, certificateJob(id, certificateRun))
  return left && AttendanceRun.parse(left)
}

function presentWithoutCertificate({ db, tables }: Tx, eventId: string) {
  const { eventAttendees, eventCertificates, groups } = tables
  return db
    .select({
      id: eventAttendees.id,
      name: eventAttendees.name,
      origin: eventAttendees.origin,
      groupName: groups.name,
    })
    .from(eventAttendees)
    .leftJoin(groups, eq(groups.id, eventAttendees.groupId))
    .where(
      and(
        eq(eventAttendees.eventId, eventId),
        isNotNull(eventAttendees.presentAt),
        notExists(
          db
            .select({ id: eventCertificates.id })
            .from(eventCertificates)
            .where(eq(eventCertificates.attendeeId, eventAttendees.id)),
        ),
      ),
    )
    .orderBy(asc(eventAttendees.nameKey), asc(eventAttendees.id))
}

/** `SA-9404-2026-003`: sertifikat acara, the office, the year, and which of the office's events in that year. */
async function newSeries(tx: Tx, { officeCode, zone }: EventRow, now: Instant): Promise<string> {
  const base = `SA-${officeCode}-${localDate(now, zone).slice(0, 4)}`
  return `${base}-${String(await nextInSeries(tx, base)).padStart(3, '0')}`
}

async function commonFacts(tx: Tx, event: EventRow, now: Instant) {
  const { officeCode, title, kind, zone, startsAt, endsAt, venue } = event
  const office = officeCode === NATION ? null : await nameRegion(tx, officeCode)
  return {
    title,
    kind,
    from: localDate(startsAt, zone),
    until: localDate(endsAt, zone),
    venue: venue ?? 'daring',
    office: await officeTitle(tx, officeCode),
    place: office?.name ?? 'Jakarta',
    issuedOn: localDate(now, zone),
  }
}
