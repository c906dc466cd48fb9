import { asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { JobStatus } from '~/platform/jobs/jobs.tables'
import type { Services } from '~/platform/services'

const SHOWN = 100

/** Done ones are many and are not counted: a page costs what is still to be done. */
const open = ['dead', 'queued', 'running'] as const

export interface JobRow {
  id: string
  kind: string
  status: JobStatus
  attempts: number
  runAt: Instant
  createdAt: Instant
  doneAt: Instant | null
  lastError: string | null
}

export interface JobsScreen {
  rows: JobRow[]
  counts: Record<(typeof open)[number], number>
  now: Instant
}

/** Background work in one status, at most a hundred: what waits longest first, what was done last first. */
export async function jobsScreen({ store, clock }: Services, status: JobStatus): Promise<JobsScreen> {
  const { jobs } = store.tables
  const rows = await store.read
    .select({
      id: jobs.id,
      kind: jobs.kind,
      status: jobs.status,
      attempts: jobs.attempts,
      runAt: jobs.runAt,
      createdAt: jobs.createdAt,
      doneAt: jobs.doneAt,
      lastError: jobs.lastError,
    })
    .from(jobs)
    .where(eq(jobs.status, status))
    .orderBy(status === 'done' ? desc(jobs.runAt) : asc(jobs.runAt))
    .limit(SHOWN)
  const counted = await store.read
    .select({ status: jobs.status, total: count() })
    .from(jobs)
    .where(inArray(jobs.status, [...open]))
    .groupBy(jobs.status)
  const totalOf = (wanted: JobStatus) => counted.find((row) => row.status === wanted)?.total ?? 0
  return {
    rows,
    counts: { dead: totalOf('dead'), queued: totalOf('queued'), running: totalOf('running') },
    now: clock(),
  }
}
