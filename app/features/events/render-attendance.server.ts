import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { notifyAll } from '~/features/notifications/notify.server'
import type { LongJobHandler } from '~/platform/jobs/worker'
import { finish } from '~/platform/pdf/document'
import type { Services } from '~/platform/services'
import { formatNumber } from '~/ui/format'
import { drawAttendance, openAttendance } from './draw-attendance.server'
import type { AttendanceFacts } from './events.kinds'
import { AttendanceRun } from './issue-attendance.server'
import { tellGroups } from './tell-invited.server'

/** Certificates that are read at once. */
const BATCH = 100

/** Draws one certificate as a document of its own. The same facts give the same bytes. */
export function drawOneAttendance(facts: AttendanceFacts): Promise<Buffer> {
  const { doc, type } = openAttendance(facts)
  drawAttendance(doc, type, facts)
  return finish(doc)
}

/**
 * The job behind `issueAttendance`: draws all certificates of the event into one file to print, page by page while it is
 * stored, and tells who asked and the groups whose people are new in it. A later run takes the place of this one and tells
 * its people.
 */
export const renderAttendance: LongJobHandler = async (services, payload, job) => {
  const { eventId, run, after, askedBy, alsoAskedBy } = AttendanceRun.parse(payload)
  const { store, storage, newId, clock, config } = services
  const { events } = store.tables
  const isThisRun = and(
    eq(events.id, eventId),
    eq(events.certificateRun, run),
    isNull(events.certificateSha256),
  )
  const [event] = await store.read.select().from(events).where(isThisRun)
  if (!event) return
  const { sha256, bytes } = await storage.putStream(allPages(services, event, job))
  await store.transact(
    async (tx) => {
      const [stored] = await tx.db
        .update(tx.tables.events)
        .set({ certificateSha256: sha256, certificateBytes: bytes })
        .where(isThisRun)
        .returning({ id: tx.tables.events.id })
      if (!stored) return
      const now = clock()
      await notifyAll(
        tx,
        [...new Set([askedBy, ...alsoAskedBy])].map((accountId) => ({
          accountId,
          title: `Sertifikat siap dicetak: ${event.title}`,
          body: `${formatNumber(event.certificates)} sertifikat ada dalam satu berkas PDF.`,
          href: `/dinas/acara/${eventId}/sertifikat`,
        })),
        { newId, now, publicUrl: config.publicUrl },
      )
      const { eventAttendees, eventCertificates } = tx.tables
      const groups = await tx.db
        .selectDistinct({ groupId: eventAttendees.groupId })
        .from(eventCertificates)
        .innerJoin(eventAttendees, eq(eventAttendees.id, eventCertificates.attendeeId))
        .where(and(eq(eventCertificates.eventId, eventId), gt(eventCertificates.serial, after)))
      await tellGroups(tx, services, {
        eventId,
        groupIds: groups.flatMap(({ groupId }) => groupId ?? []),
        title: `Sertifikat tersedia: ${event.title}`,
        body: 'Sertifikat setiap orang dari kelompok Anda yang hadir dapat diunduh dari halaman acaranya.',
        now,
      })
    },
    { shows: 'nothing' },
  )
}

/** The bytes of the whole file as they are made: no more than a page and a batch of facts is held. */
async function* allPages(
  { store }: Services,
  { id, certificates: total }: { id: string; certificates: number },
  job: Parameters<LongJobHandler>[2],
): AsyncGenerator<Buffer> {
  const { eventCertificates } = store.tables
  let open: ReturnType<typeof openAttendance> | undefined
  for (let done = 0; done < total; ) {
    const batch = await store.read
      .select({ serial: eventCertificates.serial, facts: eventCertificates.facts })
      .from(eventCertificates)
      .where(and(eq(eventCertificates.eventId, id), gt(eventCertificates.serial, done)))
      .orderBy(asc(eventCertificates.serial))
      .limit(BATCH)
    if (batch.length === 0) throw new Error(`event ${id} has fewer certificates than it counts`)
    for (const { facts, serial } of batch) {
      if (open) open.doc.addPage()
      else open = openAttendance(facts)
      drawAttendance(open.doc, open.type, facts)
      for (let chunk = read(open); chunk; chunk = read(open)) yield chunk
      done = serial
      await job.progress(done, total)
    }
  }
  if (!open) return
  open.doc.end()
  for await (const chunk of open.doc) yield Buffer.from(chunk)
}

function read({ doc }: ReturnType<typeof openAttendance>): Buffer | undefined {
  const chunk: unknown = doc.read()
  return Buffer.isBuffer(chunk) ? chunk : undefined
}
