import { eq } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import { periodCode, periodOf, periodWords } from './periods'
import { numbersOf, sameNumbers } from './report-numbers'
import { activitiesIn } from './report-numbers.queries.server'
import { nextWaiting } from './report-queue.queries.server'
import { phaseOn } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'
import { canDecide } from './reports.policy'
import { contentOf, historyOf, topicNames } from './whole-report.queries.server'

/**
 * One report for its office: what was sent, beside the activities as they are now.
 * @throws notFound outside the officer's region, and for a draft that was never sent
 */
export async function reviewReportScreen(services: Services, actor: Actor, reportId: string) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const { reports, groups } = store.tables
  const [found] = await store.read
    .select({ report: reports, group: groups })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(eq(reports.id, reportId))
  if (!found || found.report.status === 'draft' || !mayIn(actor, 'report.read', found.report))
    throw notFound()
  const { report, group } = found
  const period = periodOf(report.kind, report.from)
  const [place, activities, history, isApproved, rules, next] = await Promise.all([
    findPlace(reading, group.villageCode),
    activitiesIn(reading, [group.id], period),
    historyOf(reading, reportId),
    approvedIn(reading, [report]),
    readRules(reading),
    nextWaiting(services, actor, reportId),
  ])
  if (!place || !report.numbers) throw new Error(`report ${reportId} is not whole`)
  const now = numbersOf(activities)
  const approved = isApproved(report)
  const deadlines = rules.deadlinesOf(group.regencyCode, period)
  return {
    id: report.id,
    version: report.version,
    status: report.status,
    edition: report.edition,
    onTime: report.onTime,
    firstSentAt: report.firstSentAt,
    // What the group wrote since, to send it again, is not said yet.
    content: contentOf(history.editions.at(-1) ?? report),
    group: { id: group.id, name: group.name, number: group.number },
    place,
    period: { code: periodCode(period), words: periodWords(period), from: period.from, last: period.last },
    deadlines,
    phase: phaseOn(localDate(clock(), place.zone), period, deadlines),
    approved,
    numbers: report.numbers,
    now: sameNumbers(report.numbers, now) ? null : now,
    topics: await topicNames(reading, [
      report.numbers,
      now,
      ...history.editions.map(({ numbers }) => numbers),
    ]),
    activities: activities.map(({ id, title, localDate: on, status, reach, reachEstimated, photos }) => ({
      id,
      title,
      localDate: on,
      status,
      reach,
      reachEstimated,
      photos,
    })),
    ...history,
    next,
    isOwn: report.sentBy === actor.id,
    mayVerify: canDecide(actor, report, { to: 'verified', approved }).allowed,
    mayReturn: canDecide(actor, report, { to: 'returned', approved }).allowed,
  }
}
export type ReviewReportScreen = Awaited<ReturnType<typeof reviewReportScreen>>
