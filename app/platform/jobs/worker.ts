import { and, asc, eq, lte, or } from 'drizzle-orm'
import { MINUTE, SECOND } from '~/platform/clock'
import type { Services } from '~/platform/services'

/** Does one kind of work. It may run more than once and must come to the same end. */
export type JobHandler = (services: Services, payload: Record<string, unknown>) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

const LEASE = 2 * MINUTE
const MAX_ATTEMPTS = 8

/** Milliseconds to wait before try number `attempts + 1`: 5 s, 20 s, 80 s … at most an hour. */
function backOff(attempts: number): number {
  return Math.min(60 * MINUTE, 5 * SECOND * 4 ** (attempts - 1))
}

/**
 * Takes the oldest job that is due, does it, and records how it went.
 * A job whose worker died is taken again when its lease ends; after eight failures it is dead
 * and waits for an administrator.
 * @returns false when nothing was due
 */
export async function runOneJob(services: Services, handlers: JobHandlers): Promise<boolean> {
  const { store, clock, log } = services
  const job = await store.transact(
    async ({ db, tables: { jobs } }) => {
      const now = clock()
      const due = or(
        and(eq(jobs.status, 'queued'), lte(jobs.runAt, now)),
        and(eq(jobs.status, 'running'), lte(jobs.leaseUntil, now)),
      )
      const [next] = await db.select().from(jobs).where(due).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(1)
      if (!next) return undefined
      const [taken] = await db
        .update(jobs)
        .set({ status: 'running', leaseUntil: now + LEASE, attempts: next.attempts + 1 })
        .where(and(eq(jobs.id, next.id), eq(jobs.attempts, next.attempts), due))
        .returning()
      return taken ?? 'lost'
    },
    { shows: 'nothing' },
  )
  if (!job) return false
  if (job === 'lost') return true
  try {
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`no handler for ${job.kind}`)
    await handler(services, job.payload)
    await store.transact(
      async ({ db, tables: { jobs } }) => {
        await db
          .update(jobs)
          .set({ status: 'done', doneAt: clock(), leaseUntil: null, lastError: null })
          .where(eq(jobs.id, job.id))
      },
      { shows: 'nothing' },
    )
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const dead = job.attempts >= MAX_ATTEMPTS
    log.error({ job: job.id, attempts: job.attempts, dead, error: message }, 'job failed')
    await store.transact(
      async ({ db, tables: { jobs } }) => {
        await db
          .update(jobs)
          .set({
            status: dead ? 'dead' : 'queued',
            leaseUntil: null,
            lastError: message.slice(0, 500),
            runAt: clock() + backOff(job.attempts),
          })
          .where(eq(jobs.id, job.id))
      },
      { shows: 'nothing' },
    )
  }
  return true
}

/** Does jobs as they come due, one at a time, until stopped; `stop` waits for the one in hand. */
export function startWorker(
  services: Services,
  handlers: JobHandlers,
  plan: () => Promise<void>,
): { stop: () => Promise<void> } {
  let stopped = false
  let wake: () => void = () => undefined
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = (async () => {
    while (!stopped) {
      try {
        await plan()
        while (!stopped && (await runOneJob(services, handlers))) {
          // the next one, at once
        }
      } catch (error) {
        services.log.error({ error: error instanceof Error ? error.message : String(error) }, 'worker failed')
      }
      if (!stopped) await pause(SECOND)
    }
  })()
  return {
    async stop() {
      stopped = true
      wake()
      await loop
    },
  }
}
