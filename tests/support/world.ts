import { eq } from 'drizzle-orm'
import PDFDocument from 'pdfkit'
import { ActivityId } from '~/features/activities/activities.schema'
import { addPhoto } from '~/features/activities/add-photo.server'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { sendNote } from '~/features/coordination/send-note.server'
import { issueAttendance } from '~/features/events/issue-attendance.server'
import { addWalkIn } from '~/features/events/mark-present.server'
import { addMaterial } from '~/features/events/materials.server'
import { moveEvent } from '~/features/events/move-event.server'
import { registerGroup } from '~/features/groups/register-group.server'
import type { Actor } from '~/features/identity/actor'
import { proposePartnership } from '~/features/partnerships/keep-partnership.server'
import { makePublication } from '~/features/publications/make-publication.server'
import { PublicationId } from '~/features/publications/publications.schema'
import { jobHandlers } from '~/jobs'
import { localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { runOneJob } from '~/platform/jobs/worker'
import { anActivity, anOfficerOf } from './activities'
import { anEvent, invite } from './events'
import { aRunningMapping, uploadedList } from './mappings'
import { aPartner, aProposal } from './partnerships'
import { person } from './people'
import { aPhoto } from './photos'
import { uploadFigures } from './population'
import { send } from './reports'
import type { TestServices } from './services'

interface Half {
  chair: Actor
  group: { id: string; number: string }
  applicationId: string
  documentId: string
  certificateId: string
  importId: string
  /** Confirmed and public, with a photo. */
  activityId: string
  photoId: string
  /** Running, with one candidate. */
  mappingId: string
  rowId: string
  /** Kept by the regency, with a proposal. */
  partnerId: string
  partnershipId: string
  /** Of a note from the province to the regency. */
  threadId: string
  publicationId: string
  /** A list that was uploaded to the mapping. */
  mappingImportId: string
  /** Of October 2026, sent. */
  reportId: string
  populationImportId: string
  /** To come; the group is invited. */
  eventId: string
  /** Of another event that has taken place: a file to read, the ticket and the certificate of someone who was there. */
  materialId: string
  ticketToken: string
  certificateCode: string
}

/** One of everything in Kabupaten Mimika (`inside`) and in Kabupaten Pacitan (`outside`). */
export interface World {
  inside: Half
  outside: Half
}

export async function makeWorld(services: TestServices): Promise<World> {
  const world = {
    inside: await makeHalf(services, '9404011003'),
    outside: await makeHalf(services, '3501012001'),
  }
  while (await runOneJob(services, jobHandlers)) {
    // every job that is due
  }
  return world
}

/** A village code's four columns. */
export function codesOf(villageCode: string) {
  return {
    provinceCode: villageCode.slice(0, 2),
    regencyCode: villageCode.slice(0, 4),
    districtCode: villageCode.slice(0, 6),
    villageCode,
  }
}

/** A small real PDF of one page. */
export function makePdf(text: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const document = new PDFDocument({ size: 'A4' })
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', fail)
    document.text(text)
    document.end()
  })
}

async function makeHalf(services: TestServices, villageCode: string): Promise<Half> {
  const { store, newId, now, storage, config } = services
  const codes = codesOf(villageCode)
  const group = await store.transact((tx) =>
    registerGroup(
      tx,
      {
        ...codes,
        name: `KIM ${villageCode}`,
        scope: 'village',
        contact: {
          channels: {},
          publicChannels: [],
          publicChairName: false,
          publicAddress: false,
          publicLocation: false,
        },
        source: 'online',
        members: [{ name: 'Ketua Contoh', post: 'ketua' }],
        decree: { number: '1/SK/2026', date: '2026-01-05', issuerKind: 'village_head' },
      },
      // Long enough ago to owe reports.
      { now, today: '2026-01-05', newId, publicUrl: config.publicUrl },
    ),
  )
  const chair = await person(services, `Ketua ${villageCode}`, {
    role: 'volunteer',
    groupId: group.id,
    post: 'ketua',
  })
  const [applicationId, documentId, importId] = [newId(), newId(), newId()]
  const bytes = await makePdf('Surat Keputusan')
  const sha256 = await storage.put(bytes)
  await store.transact(async ({ db, tables }) => {
    await db.insert(tables.applications).values({
      id: applicationId,
      ...codes,
      status: 'under_review',
      source: 'online',
      reference: `P-${villageCode}`,
      groupName: 'KIM Baru',
      nameKey: 'kim baru',
      answers: { identity: { scope: 'village' } },
      createdBy: chair.id,
      createdAt: now,
      updatedAt: now,
      submittedBy: chair.id,
      submittedAt: now,
      dueAt: now,
    })
    await db.insert(tables.documents).values({
      id: documentId,
      kind: 'decree',
      applicationId,
      mime: 'application/pdf',
      bytes: bytes.length,
      pages: 1,
      sha256,
      uploadedBy: chair.id,
      uploadedAt: now,
    })
    await db.insert(tables.imports).values({
      id: importId,
      status: 'uploaded',
      fileName: 'daftar.csv',
      headers: ['Desa', 'Nama KIM', 'Ketua'],
      mapping: {},
      rowCount: 0,
      createdBy: chair.id,
      createdAt: now,
      provinceCode: codes.provinceCode,
      regencyCode: codes.regencyCode,
    })
  })
  const [certificate] = await store.read
    .select({ id: store.tables.certificates.id, groupId: store.tables.certificates.groupId })
    .from(store.tables.certificates)
    .where(eq(store.tables.certificates.groupId, group.id))
  if (!certificate) throw new Error('the group has no certificate')
  const { mappingId, rowId, actor } = await aRunningMapping(services, villageCode)
  const mappingImportId = await uploadedList(services, actor, mappingId, ['Nayaro;;PKK;PKK;b'])
  const { activityId, photoId } = await confirmedActivity(services, { chair, groupId: group.id, villageCode })
  return {
    chair,
    group,
    applicationId,
    documentId,
    certificateId: certificate.id,
    importId,
    activityId,
    photoId,
    mappingId,
    rowId,
    threadId: await noteFromProvince(services, codes),
    publicationId: await aSnapshot(services, codes.regencyCode),
    ...(await aPartnerWithProposal(services, codes.regencyCode)),
    mappingImportId,
    reportId: await send(services, { id: group.id, member: chair }),
    populationImportId: await uploadFigures(services, await anOfficerOf(services, codes.regencyCode), [
      `${codes.regencyCode};1000;600`,
    ]),
    ...(await twoEvents(services, codes.regencyCode, group.id)),
  }
}

async function twoEvents(services: TestServices, regencyCode: string, groupId: string) {
  const officer = await anOfficerOf(services, regencyCode)
  const acting = { actor: officer, requestId: 'test' }
  const eventId = await anEvent(services, officer, {}, regencyCode)
  await invite(services, officer, eventId, [groupId], regencyCode)
  const past = await anEvent(services, officer, { startsAt: services.now - 1 }, regencyCode)
  await invite(services, officer, past, [groupId], regencyCode)
  const materialId = services.newId()
  const file = new File([new Uint8Array(await makePdf('Bahan'))], 'bahan.pdf', { type: 'application/pdf' })
  await addMaterial(services, { ...acting, eventId: past, id: materialId, title: 'Bahan', file })
  const guest = services.newId()
  await addWalkIn(services, {
    door: { actor: officer },
    requestId: 'test',
    eventId: past,
    id: guest,
    name: 'Tamu',
    origin: null,
  })
  await moveEvent(services, { ...acting, eventId: past, version: 2, to: 'held' })
  await issueAttendance(services, { ...acting, eventId: past, version: 3 })
  const { eventCertificates, eventAttendees } = services.store.tables
  const [held] = await services.store.read
    .select({ certificateCode: eventCertificates.code, ticketToken: eventAttendees.token })
    .from(eventCertificates)
    .innerJoin(eventAttendees, eq(eventAttendees.id, eventCertificates.attendeeId))
    .where(eq(eventAttendees.id, guest))
  if (!held) throw new Error('nobody has a certificate')
  return { eventId, materialId, ...held }
}

async function noteFromProvince(
  services: TestServices,
  { provinceCode, regencyCode }: { provinceCode: string; regencyCode: string },
): Promise<string> {
  const actor = await person(services, `Provinsi ${provinceCode}`, { role: 'province_officer', provinceCode })
  const note = {
    id: services.newId(),
    recipients: [regencyCode],
    subject: 'Permohonan yang menunggu',
    body: 'Mohon diperiksa minggu ini.',
    dueOn: localDate(services.now + 7 * DAY, 'WIT'),
  }
  const threads = await sendNote(services, { actor, note })
  return threads.get(regencyCode) ?? ''
}

async function aPartnerWithProposal(services: TestServices, regencyCode: string) {
  const actor = await anOfficerOf(services, regencyCode)
  const partnerId = await aPartner(services, actor, { placeCode: regencyCode })
  const value = aProposal(services, `mitra:${partnerId}`)
  await proposePartnership(services, { actor, value })
  return { partnerId, partnershipId: value.id }
}

async function aSnapshot(services: TestServices, regencyCode: string): Promise<string> {
  const id = PublicationId.parse(services.newId())
  const actor = await anOfficerOf(services, regencyCode)
  await makePublication(services, {
    actor,
    requestId: 'test',
    id,
    output: 'kecamatan',
    regionCode: regencyCode,
    period: {},
  })
  return id
}

async function confirmedActivity(
  services: TestServices,
  { chair, groupId, villageCode }: { chair: Actor; groupId: string; villageCode: string },
): Promise<{ activityId: string; photoId: string }> {
  const id = ActivityId.parse(services.newId())
  const photoId = services.newId()
  const act = { actor: chair, requestId: 'test' }
  await postActivity(services, { ...act, id, groupId, content: anActivity(villageCode) })
  await addPhoto(services, { ...act, activityId: id, photoId, photo: await aPhoto() })
  const officer = await anOfficerOf(services, villageCode.slice(0, 4))
  await confirmActivities(services, { actor: officer, requestId: 'test', chosen: [{ id, version: 2 }] })
  return { activityId: id, photoId }
}
