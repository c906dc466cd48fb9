import { and, asc, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { type DocumentSummary, documentsOfApplication } from '~/features/documents/documents.queries.server'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { likelySameGroup } from '~/features/groups/name-likeness'
import type { Actor } from '~/features/identity/actor'
import { type Place, placeWords } from '~/features/regions/places'
import { settingAt } from '~/features/settings/settings.queries.server'
import { localDate, workingDaysLate, type Zone } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type Application, findForReview, mayReview, placeOf, type Reading } from './find-for-review.server'
import { colleaguesFor } from './hand-over-application.server'
import { applicationStatusWords } from './registration.messages'
import type { Answers, ReviewItem } from './registration.schema'
import type { ApplicationStatus } from './registration.state'
import { canDecide, canTake, type Verdict } from './review.policy'

export interface ReviewScreen {
  id: string
  version: number
  reference: string
  groupName: string
  status: ApplicationStatus
  paper: boolean
  place: string
  zone: Zone
  answers: Answers
  documents: DocumentSummary[]
  judged: Partial<Record<ReviewItem, Judged>>
  submittedAt: number
  /** The person who sent it, or the officer who entered it from paper. */
  submittedBy: string
  daysLate: number | null
  holder: { name: string; isMe: boolean } | null
  decision: { by: string; at: number; reason: string | null } | null
  group: { id: string; number: string } | null
  /** Why the actor only reads; null for someone who may take it, judge it and decide. */
  onlyReads: string | null
  mayTake: boolean
  mayDecide: boolean
  colleagues: { id: string; name: string }[]
  neighbours: Neighbour[]
  concerns: string[]
  timeline: { id: string; status: ApplicationStatus; at: number; byWhom: string; note: string | null }[]
  now: number
}

export interface Judged {
  verdict: Verdict
  reason: string | null
  by: string
  at: number
}

/** Another group or open application of the same village. */
export interface Neighbour {
  name: string
  state: string
  href: string
  /** The names probably mean the same group. */
  alike: boolean
}

/**
 * Everything that an officer needs to decide an application, on one page. Opening it takes nothing.
 * @throws not_found outside the actor's region and for what was never sent
 */
export async function reviewScreen(
  { store, clock }: Services,
  actor: Actor,
  applicationId: string,
): Promise<ReviewScreen> {
  const now = clock()
  const reading = { db: store.read, tables: store.tables }
  const application = await findForReview(reading, actor, applicationId)
  const place = await placeOf(reading, application)
  const decision = await mayReview(reading, { actor, application, place, now })
  const [documents, judged, timeline, neighbours, concerns, names, group] = await Promise.all([
    documentsOfApplication(reading, applicationId),
    judgedOf(reading, applicationId),
    timelineOf(reading, applicationId),
    neighboursOf(reading, application, place),
    concernsAbout(reading, application, place, now),
    namesOf(reading, [
      application.submittedBy,
      application.createdBy,
      application.assignedTo,
      application.decidedBy,
    ]),
    groupOf(reading, application.groupId),
  ])
  const { status, assignedTo, decidedAt } = application
  const nameOf = (accountId: string | null) => names.get(accountId ?? '') ?? 'Tidak diketahui'
  const open = status === 'submitted' || status === 'under_review'
  const late = open && application.dueAt !== null && application.dueAt <= now
  return {
    id: application.id,
    version: application.version,
    reference: application.reference ?? '',
    groupName: application.groupName,
    status,
    paper: application.source === 'paper',
    place: placeWords(place),
    zone: place.zone,
    answers: application.answers,
    documents,
    judged,
    submittedAt: application.submittedAt ?? 0,
    submittedBy: nameOf(application.submittedBy ?? application.createdBy),
    daysLate: late ? workingDaysLate(application.dueAt ?? now, now, place.zone) : null,
    holder: open && assignedTo ? { name: nameOf(assignedTo), isMe: assignedTo === actor.id } : null,
    decision:
      decidedAt !== null && ['approved', 'returned', 'rejected'].includes(status)
        ? { by: nameOf(application.decidedBy), at: decidedAt, reason: application.decisionReason }
        : null,
    group,
    onlyReads: decision.allowed ? null : decision.error.message,
    mayTake: decision.allowed && canTake(application).allowed,
    mayDecide: decision.allowed && canDecide(application).allowed,
    colleagues:
      decision.allowed && open
        ? (await colleaguesFor(reading, application, actor.id)).filter(({ id }) => id !== assignedTo)
        : [],
    neighbours,
    concerns,
    timeline,
    now,
  }
}

async function judgedOf(
  { db, tables: { applicationReviews, accounts } }: Reading,
  applicationId: string,
): Promise<ReviewScreen['judged']> {
  const rows = await db
    .select({
      item: applicationReviews.item,
      verdict: applicationReviews.verdict,
      reason: applicationReviews.reason,
      at: applicationReviews.reviewedAt,
      by: accounts.name,
    })
    .from(applicationReviews)
    .innerJoin(accounts, eq(accounts.id, applicationReviews.reviewedBy))
    .where(eq(applicationReviews.applicationId, applicationId))
  return Object.fromEntries(rows.map(({ item, ...judged }) => [item, judged]))
}

async function timelineOf(
  { db, tables: { applicationEvents } }: Reading,
  applicationId: string,
): Promise<ReviewScreen['timeline']> {
  return db
    .select({
      id: applicationEvents.id,
      status: applicationEvents.status,
      at: applicationEvents.at,
      byWhom: applicationEvents.byWhom,
      note: applicationEvents.note,
    })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(desc(applicationEvents.at), desc(applicationEvents.id))
}

async function namesOf(
  { db, tables: { accounts } }: Reading,
  ids: (string | null)[],
): Promise<Map<string, string>> {
  const wanted = ids.flatMap((id) => (id ? [id] : []))
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function groupOf(
  { db, tables: { groups } }: Reading,
  groupId: string | null,
): Promise<ReviewScreen['group']> {
  if (!groupId) return null
  const [group] = await db
    .select({ id: groups.id, number: groups.number })
    .from(groups)
    .where(eq(groups.id, groupId))
  return group ?? null
}

/** Several groups in one village are allowed; the office sees them all and which of them look the same. */
async function neighboursOf(
  { db, tables: { groups, applications } }: Reading,
  application: Application,
  place: Place,
): Promise<Neighbour[]> {
  const registered = await db
    .select({ id: groups.id, name: groups.name, number: groups.number, status: groups.status })
    .from(groups)
    .where(and(eq(groups.villageCode, application.villageCode), ne(groups.id, application.groupId ?? '')))
    .orderBy(asc(groups.nameKey), asc(groups.id))
  const open = await db
    .select({
      id: applications.id,
      name: applications.groupName,
      status: applications.status,
      reference: applications.reference,
    })
    .from(applications)
    .where(
      and(
        eq(applications.villageCode, application.villageCode),
        ne(applications.id, application.id),
        isNotNull(applications.submittedAt),
        inArray(applications.status, ['submitted', 'under_review', 'returned']),
      ),
    )
    .orderBy(asc(applications.nameKey), asc(applications.id))
  const placeNames = [place.village.name, place.district.name, place.regency.name]
  const alike = (name: string) => likelySameGroup(name, application.groupName, placeNames)
  return [
    ...registered.map(({ id, name, number, status }) => ({
      name,
      state: `${groupStatusWords[status]}, nomor ${number}`,
      href: `/dinas/kelompok/${id}`,
      alike: status !== 'closed' && alike(name),
    })),
    ...open.map(({ id, name, status, reference }) => ({
      name,
      state: `Permohonan ${reference ?? ''}, ${applicationStatusWords[status].toLowerCase()}`,
      href: `/dinas/antrean/${id}`,
      alike: alike(name),
    })),
  ].sort((a, b) => Number(b.alike) - Number(a.alike))
}

/** What an officer should look at twice; none of it stops a decision. */
async function concernsAbout(
  reading: Reading,
  application: Application,
  place: Place,
  now: number,
): Promise<string[]> {
  if (application.status !== 'submitted' && application.status !== 'under_review') return []
  const { formation, board } = application.answers
  const today = localDate(now, place.zone)
  const minimum = await settingAt(reading, 'minimumMembers', application, today)
  const members = board?.members.length ?? 0
  const until = formation?.decreeValidUntil
  const others = await sharersOfDecree(reading, application)
  return [
    ...(members < minimum
      ? [
          `Pengurus dan anggota yang tertulis ${members} orang; batas di daerah ini ${minimum}. Ini peringatan, bukan halangan.`,
        ]
      : []),
    ...(until && until < today ? ['Masa berlaku SK menurut isian sudah berakhir.'] : []),
    ...(others > 0
      ? [
          `SK dengan nomor dan tanggal ini juga dipakai ${others} kelompok terdaftar. Satu SK boleh memuat beberapa KIM.`,
        ]
      : []),
  ]
}

async function sharersOfDecree(
  { db, tables: { decrees, groupDecrees } }: Reading,
  { regencyCode, groupId, answers: { formation } }: Application,
): Promise<number> {
  const { decreeNumber, decreeDate, decreeIssuerKind } = formation ?? {}
  if (!decreeNumber || !decreeDate || !decreeIssuerKind) return 0
  const [row] = await db
    .select({ many: count() })
    .from(decrees)
    .innerJoin(groupDecrees, eq(groupDecrees.decreeId, decrees.id))
    .where(
      and(
        eq(decrees.regencyCode, regencyCode),
        eq(decrees.number, decreeNumber),
        eq(decrees.date, decreeDate),
        eq(decrees.issuerKind, decreeIssuerKind),
        ne(groupDecrees.groupId, groupId ?? ''),
      ),
    )
  return row?.many ?? 0
}
