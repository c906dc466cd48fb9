import { and, eq } from 'drizzle-orm'
import type { GroupId } from '~/features/groups/groups.schema'
import { findOwnGroup } from '~/features/groups/own-group.queries.server'
import type { Actor } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import { kindOn, type Period, periodCode, periodWords } from './periods'
import { numbersOf, sameNumbers } from './report-numbers'
import { activitiesIn } from './report-numbers.queries.server'
import { phaseOn } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'
import { canSend, canWrite, isAmendment } from './reports.policy'
import { owedBy } from './store-report.server'
import { contentOf, historyOf, topicNames } from './whole-report.queries.server'

/**
 * One report for its group: the numbers as they were sent, or as they are now while it is a draft, what the group wrote,
 * and what can be done.
 * @throws notFound for people outside the group and for a period that the group does not owe
 */
export async function ownReportScreen(
  services: Services,
  actor: Actor,
  { groupId, period }: { groupId: GroupId; period: Period },
) {
  const { store, clock, newId } = services
  const reading = { db: store.read, tables: store.tables }
  const { group, place } = await findOwnGroup(services, actor, groupId)
  const rules = await readRules(reading)
  const today = localDate(clock(), place.zone)
  const follows = kindOn(rules.kindsOf(group.regencyCode), period.from) === period.kind
  if (!follows || period.from > today) throw notFound()
  const owes = await owedBy(reading, [{ groupId, period }])
  if (!owes({ groupId, period })) throw notFound()
  const { reports } = store.tables
  const [report] = await store.read
    .select()
    .from(reports)
    .where(and(eq(reports.groupId, groupId), eq(reports.kind, period.kind), eq(reports.from, period.from)))
  const [activities, history, isApproved] = await Promise.all([
    activitiesIn(reading, [groupId], period),
    report ? historyOf(reading, report.id) : { editions: [], events: [] },
    approvedIn(reading, [{ ...period, regencyCode: group.regencyCode }]),
  ])
  const deadlines = rules.deadlinesOf(group.regencyCode, period)
  const phase = phaseOn(today, period, deadlines)
  const approved = isApproved({ ...period, regencyCode: group.regencyCode })
  const status = report?.status ?? 'draft'
  const now = numbersOf(activities)
  const frozen = status === 'sent' || status === 'verified' ? (report?.numbers ?? null) : null
  const office = officeName(place.regency)
  return {
    group: { id: group.id, name: group.name, number: group.number, status: group.status },
    place,
    office,
    period: { code: periodCode(period), words: periodWords(period), from: period.from, last: period.last },
    phase,
    deadlines,
    approved,
    report: report
      ? {
          id: report.id,
          status: report.status,
          version: report.version,
          edition: report.edition,
          onTime: report.onTime,
          firstSentAt: report.firstSentAt,
          ...contentOf(report),
        }
      : null,
    /** For the form when there is no report yet. */
    freshId: newId(),
    numbers: frozen ?? now,
    /** What the activities come to now, where that is no longer what was sent. */
    now: frozen && !sameNumbers(frozen, now) ? now : null,
    topics: await topicNames(reading, [now, frozen]),
    activities: activities.map(({ id, title, localDate: on, status: state, photos }) => ({
      id,
      title,
      localDate: on,
      status: state,
      photos,
    })),
    editions: history.editions,
    // The officer's name is the office's affair.
    events: history.events.map((event) => ({ ...event, by: event.byOffice ? office : event.by })),
    mayWrite: canWrite(actor, group).allowed && !approved,
    maySend: canWrite(actor, group).allowed && canSend({ status, phase, approved }).allowed,
    amends: isAmendment({ status, phase }),
  }
}
export type OwnReportScreen = Awaited<ReturnType<typeof ownReportScreen>>
