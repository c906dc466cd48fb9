import { and, eq, lt, lte, or } from 'drizzle-orm'
import { addDays, localDate } from '~/platform/calendar'
import type { JobHandler } from '~/platform/jobs/worker'
import { followCalendar } from './move-partnership.server'
import { ENDING_DAYS } from './partnership-calendar'

/**
 * The job of each hour: partnerships near their last day become ending, those past it ended, by the calendar of their
 * office. Each in a transaction of its own; one that somebody changes at the same moment waits for the next hour.
 */
export const followPartnershipCalendar: JobHandler = async (services) => {
  const { store, clock } = services
  const { partnerships } = store.tables
  // The furthest day over the three zones; each office's own calendar decides.
  const latest = localDate(clock(), 'WIT')
  const due = await store.read
    .select({ id: partnerships.id })
    .from(partnerships)
    .where(
      or(
        and(eq(partnerships.status, 'active'), lte(partnerships.endsOn, addDays(latest, ENDING_DAYS))),
        and(eq(partnerships.status, 'ending'), lt(partnerships.endsOn, latest)),
      ),
    )
  for (const { id } of due) {
    await store.transact(async (tx) => {
      const [partnership] = await tx.db
        .select()
        .from(tx.tables.partnerships)
        .where(eq(tx.tables.partnerships.id, id))
      if (partnership) await followCalendar(tx, services, partnership)
    })
  }
}
