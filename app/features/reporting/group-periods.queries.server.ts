import { and, asc, eq, gte } from 'drizzle-orm'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { approvedIn } from './approvals.server'
import { endedBefore, type Period, periodOn } from './periods'
import { phaseOn } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'

type Group = Pick<Tables['groups']['$inferSelect'], 'id' | 'villageCode' | 'regencyCode'>

/** The period that runs and those that ended before it, as far as the group owes reports for them, the latest first. */
export async function periodsOfGroup({ store, clock }: Services, group: Group, most: number) {
  const reading = { db: store.read, tables: store.tables }
  const today = localDate(clock(), zoneOf(group.villageCode))
  const rules = await readRules(reading)
  const kinds = rules.kindsOf(group.regencyCode)
  const all = [periodOn(kinds, today), ...endedBefore(kinds, today, most)]
  const owes = await owesOn(reading, group.id)
  const periods = all.filter(({ from }) => owes(from))
  const stored = await reportsSince(reading, group.id, all.at(-1)?.from ?? today)
  const isApproved = await approvedIn(
    reading,
    periods.map((period) => ({ ...period, regencyCode: group.regencyCode })),
  )
  return {
    today,
    periods: periods.map((period) => {
      const deadlines = rules.deadlinesOf(group.regencyCode, period)
      return {
        period,
        deadlines,
        phase: phaseOn(today, period, deadlines),
        approved: isApproved({ ...period, regencyCode: group.regencyCode }),
        report: stored.find(({ kind, from }) => kind === period.kind && from === period.from) ?? null,
      }
    }),
  }
}
export type GroupPeriod = Awaited<ReturnType<typeof periodsOfGroup>>['periods'][number]

type Reading = { db: Services['store']['read']; tables: Tables }

/** Tells whether a group was registered on a day. */
async function owesOn({ db, tables: { groupSpans } }: Reading, groupId: string) {
  const spans = await db
    .select()
    .from(groupSpans)
    .where(eq(groupSpans.groupId, groupId))
    .orderBy(asc(groupSpans.from))
  return (day: string) => spans.some(({ from, until }) => from <= day && (until === null || day < until))
}

async function reportsSince({ db, tables: { reports } }: Reading, groupId: string, from: string) {
  return db
    .select({
      id: reports.id,
      kind: reports.kind,
      from: reports.from,
      status: reports.status,
      onTime: reports.onTime,
      edition: reports.edition,
      numbers: reports.numbers,
    })
    .from(reports)
    .where(and(eq(reports.groupId, groupId), gte(reports.from, from)))
}

/**
 * What a group has to do first: what the office gave back, then the oldest report that can still be sent without a
 * reason. Null when nothing presses.
 */
export function firstToDo(periods: GroupPeriod[]): GroupPeriod | null {
  const open = periods.filter(({ approved, phase }) => !approved && phase !== 'running')
  return (
    open.findLast(({ report }) => report?.status === 'returned') ??
    open.findLast(
      ({ report, phase }) => phase !== 'locked' && (report === null || report.status === 'draft'),
    ) ??
    null
  )
}

/** The report that a group owes first, for its card; null when nothing presses or the group has closed. */
export async function reportToDo(
  services: Services,
  group: Group & Pick<Tables['groups']['$inferSelect'], 'status'>,
): Promise<{ period: Period; phase: GroupPeriod['phase']; dueOn: string; returned: boolean } | null> {
  if (group.status === 'closed') return null
  const { periods } = await periodsOfGroup(services, group, 3)
  const first = firstToDo(periods)
  if (!first) return null
  const { period, phase, deadlines, report } = first
  return { period, phase, dueOn: deadlines.dueOn, returned: report?.status === 'returned' }
}
