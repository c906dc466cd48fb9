import { and, asc, count, desc, eq, isNotNull } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { jobProgress } from '~/platform/jobs/progress'
import type { Services } from '~/platform/services'
import { type EvaluationQuestion, evaluationQuestions, LEAST_ANSWERS } from './events.kinds'
import { canCertify } from './events.policy'
import { manageableEvent, readableEvent, shownEvent } from './events.queries.server'
import { certificateJob } from './issue-attendance.server'

/** The certificates of an event: how many, how far the file is, and who has one. @throws not_found */
export async function certificatesScreen(services: Services, actor: Actor, eventId: string) {
  const { store } = services
  const { eventCertificates } = store.tables
  const event = await manageableEvent(services, actor, eventId)
  const [progress, issued] = await Promise.all([
    event.certificateRun > 0 ? jobProgress(store, certificateJob(eventId, event.certificateRun)) : undefined,
    store.read
      .select({
        serial: eventCertificates.serial,
        code: eventCertificates.code,
        facts: eventCertificates.facts,
      })
      .from(eventCertificates)
      .where(eq(eventCertificates.eventId, eventId))
      .orderBy(asc(eventCertificates.serial))
      .limit(2000),
  ])
  const decision = canCertify(event)
  return {
    event: shownEvent(event),
    progress: progress ?? null,
    issued: issued.map(({ serial, code, facts: { number, name, groupName } }) => ({
      serial,
      code,
      number,
      name,
      groupName,
    })),
    waiting: event.presentPeople - event.certificates,
    shut: decision.allowed ? null : decision.error.message,
  }
}

/** The file with all certificates; null while there is none. @throws not_found */
export async function certificateFile(services: Services, actor: Actor, eventId: string) {
  const { certificateSha256, certificateBytes, certificateSeries } = await manageableEvent(
    services,
    actor,
    eventId,
  )
  if (!certificateSha256 || !certificateBytes) return null
  return { sha256: certificateSha256, bytes: certificateBytes, series: certificateSeries }
}

/** What a certificate states, for whoever holds its code; null when there is none. */
export async function certificateByCode({ store }: Services, code: string) {
  const { eventCertificates } = store.tables
  const [found] = await store.read
    .select({ facts: eventCertificates.facts })
    .from(eventCertificates)
    .where(eq(eventCertificates.code, code))
  return found?.facts ?? null
}

/** How an event was judged: each question's answers by number, without names; nothing but their number while they are few. */
export async function evaluationScreen(services: Services, actor: Actor, eventId: string) {
  const { store } = services
  const { eventEvaluations } = store.tables
  const event = await readableEvent(services, actor, eventId)
  const ofEvent = eq(eventEvaluations.eventId, eventId)
  const [counted] = await store.read.select({ total: count() }).from(eventEvaluations).where(ofEvent)
  const answers = Number(counted?.total ?? 0)
  const enough = answers >= LEAST_ANSWERS
  return {
    event: shownEvent(event),
    answers,
    least: LEAST_ANSWERS,
    questions: enough
      ? await Promise.all(evaluationQuestions.map((question) => scoresOf(services, eventId, question)))
      : [],
    comments: enough ? await commentsOf(services, eventId) : [],
  }
}

async function scoresOf({ store }: Services, eventId: string, question: EvaluationQuestion) {
  const { eventEvaluations } = store.tables
  const column = eventEvaluations[question]
  const rows = await store.read
    .select({ score: column, total: count() })
    .from(eventEvaluations)
    .where(eq(eventEvaluations.eventId, eventId))
    .groupBy(column)
  const counts = [1, 2, 3, 4, 5].map((score) => Number(rows.find((row) => row.score === score)?.total ?? 0))
  const total = counts.reduce((sum, one) => sum + one, 0)
  const mean = counts.reduce((sum, one, at) => sum + one * (at + 1), 0) / total
  return { question, counts, total, mean }
}

async function commentsOf({ store }: Services, eventId: string): Promise<string[]> {
  const { eventEvaluations } = store.tables
  const rows = await store.read
    .select({ comment: eventEvaluations.comment })
    .from(eventEvaluations)
    .where(and(eq(eventEvaluations.eventId, eventId), isNotNull(eventEvaluations.comment)))
    .orderBy(desc(eventEvaluations.answeredAt))
    .limit(200)
  return rows.flatMap(({ comment }) => comment ?? [])
}
