import { and, eq, inArray, lt } from 'drizzle-orm'
import { DAY, type Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { enqueue } from './enqueue'

/**
 * Work that the calendar brings. Its handler looks at the state of things, not at the slot it was planned for:
 * after hours of downtime the next slot catches up with everything that was missed.
 */
export interface ScheduledJob {
  kind: string
  /** Slots begin on the full UTC hour, or at midnight UTC (07.00 WIB, 09.00 WIT). */
  every: 'hour' | 'day'
}

/** Slots that were done are kept this long for the administrator's page. */
const KEEP_DAYS = 30

/** The name of the slot in which a moment lies: `2026-11-22T15` or `2026-11-22`, in UTC. */
export function slotOf(every: ScheduledJob['every'], at: Instant): string {
  return new Date(at).toISOString().slice(0, every === 'hour' ? 13 : 10)
}

/**
 * Makes the function that the worker calls before each round. It writes only when a new hour has begun;
 * the slot is the job's id, so that several processes plan it once.
 */
export function makePlanner(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  scheduled: ScheduledJob[],
): () => Promise<void> {
  let planned = ''
  return async () => {
    const now = clock()
    const hour = slotOf('hour', now)
    if (hour === planned || scheduled.length === 0) return
    await store.transact(
      async (tx) => {
        for (const { kind, every } of scheduled) {
          await enqueue(tx, { key: `${kind}:${slotOf(every, now)}`, kind, payload: {}, now })
        }
        const { jobs } = tx.tables
        const kinds = scheduled.map(({ kind }) => kind)
        await tx.db
          .delete(jobs)
          .where(
            and(
              inArray(jobs.kind, kinds),
              eq(jobs.status, 'done'),
              lt(jobs.createdAt, now - KEEP_DAYS * DAY),
            ),
          )
      },
      { shows: 'nothing' },
    )
    planned = hour
  }
}
