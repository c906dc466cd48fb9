import { and, count, desc, eq, gte } from 'drizzle-orm'
import { groupStanding } from '~/features/coverage/group-standing.queries.server'
import { eventDutiesOf } from '~/features/events/group-duties.queries.server'
import { zoneOf } from '~/features/regions/local-words'
import { reportToDo } from '~/features/reporting/group-periods.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { drawMonthBars } from '~/ui/chart/month-bars'
import { lastMonths } from './last-months'

const LATEST = 3

interface OwnGroup {
  id: string
  name: string
  number: string
  status: 'registered' | 'suspended' | 'closed'
  suspendedUntil: string | null
  provinceCode: string
  regencyCode: string
  villageCode: string
}

/** How one's own group stands, what waits, what it did last, and its year by months. */
export async function groupDashboard(services: Services, group: OwnGroup) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const today = localDate(clock(), zoneOf(group.villageCode))
  const { activities } = store.tables
  const ofGroup = eq(activities.groupId, group.id)
  const months = lastMonths(today)
  const [standing, report, events, byStatus, latest, dates] = await Promise.all([
    groupStanding(reading, { id: group.id, provinceCode: group.provinceCode }, today),
    reportToDo(services, group),
    eventDutiesOf(reading, group.id, { now: clock(), today }),
    store.read
      .select({ status: activities.status, many: count() })
      .from(activities)
      .where(ofGroup)
      .groupBy(activities.status),
    store.read
      .select({
        id: activities.id,
        title: activities.title,
        localDate: activities.localDate,
        status: activities.status,
      })
      .from(activities)
      .where(ofGroup)
      .orderBy(desc(activities.localDate), desc(activities.id))
      .limit(LATEST),
    store.read
      .select({ on: activities.localDate })
      .from(activities)
      .where(and(ofGroup, eq(activities.status, 'confirmed'), gte(activities.localDate, `${months[0]}-01`))),
  ])
  const many = (wanted: string) => Number(byStatus.find(({ status }) => status === wanted)?.many ?? 0)
  const inMonth = (month: string) => dates.filter(({ on }) => on.startsWith(month)).length
  return {
    ...group,
    standing,
    /** The report that it owes first; null when none presses. */
    report,
    events,
    today,
    waiting: many('submitted'),
    returned: many('returned'),
    latest,
    months:
      byStatus.length === 0
        ? null
        : drawMonthBars(
            months.map((month) => ({ month, value: inMonth(month) })),
            { partial: true },
          ),
  }
}

export type GroupDashboard = Awaited<ReturnType<typeof groupDashboard>>
