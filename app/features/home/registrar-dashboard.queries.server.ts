import { and, count, eq, gte, inArray, lt, min } from 'drizzle-orm'
import { localDate, startOfDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { drawMonthBars } from '~/ui/chart/month-bars'
import { lastMonths } from './last-months'

/** Names that wait for the registrar by how long, and how many were activated in each of twelve months. */
export async function registrarDashboard({ store, clock }: Services) {
  const { subdomainRequests: requests } = store.tables
  const now = clock()
  const waits = eq(requests.status, 'endorsed')
  const waitingSince = (from: number, until: number) =>
    and(waits, gte(requests.endorsedAt, from), lt(requests.endorsedAt, until))
  const howMany = async (where: ReturnType<typeof waitingSince>) => {
    const [row] = await store.read
      .select({ many: count(), oldest: min(requests.endorsedAt) })
      .from(requests)
      .where(where)
    return { many: Number(row?.many ?? 0), oldest: row?.oldest ?? null }
  }
  const months = lastMonths(localDate(now, 'WIB'))
  const [week, month, longer, activated] = await Promise.all([
    howMany(waitingSince(now - 7 * DAY, now + DAY)),
    howMany(waitingSince(now - 30 * DAY, now - 7 * DAY)),
    howMany(waitingSince(0, now - 30 * DAY)),
    store.read
      .select({ at: requests.decidedAt })
      .from(requests)
      .where(
        // A name that was given back was activated once, too.
        and(
          inArray(requests.status, ['active', 'released']),
          gte(requests.decidedAt, startOfDate(`${months[0]}-01`, 'WIB')),
        ),
      ),
  ])
  const inMonth = (wanted: string) =>
    activated.filter(({ at }) => at !== null && localDate(at, 'WIB').startsWith(wanted)).length
  return {
    now,
    waiting: { week: week.many, month: month.many, longer: longer.many },
    oldest: [longer, month, week].find(({ oldest }) => oldest !== null)?.oldest ?? null,
    months: drawMonthBars(
      months.map((value) => ({ month: value, value: inMonth(value) })),
      { partial: true },
    ),
  }
}
