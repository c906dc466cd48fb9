import { and, asc, eq, inArray, lte, or } from 'drizzle-orm'
import { MINUTE, SECOND } from '~/platform/clock'
import type { Services } from '~/platform/services'

/** The job in hand, as long work sees it. */
export interface JobInHand {
  id: string
  /**
   * Says how far the work has come, and keeps the job for as long as it goes on: call it at least once a minute.
   * Written at most once a second, and at the end.
   * @throws when the job was taken over by another worker
   */
  progress(done: number, total: number): Promise<void>
}

/** Does one kind of work. It may run more than once and must come to the same end. */
export type JobHandler = (services: Services, payload: Record<string, unknown>) => Promise<void>
/** Does work that may take longer than a minute, and says how far it has come. */
export interface LongJobHandler {
  (services: Services, payload: Record<string, unknown>, job: JobInHand): Promise<void>
  patient?: true
}
export type JobHandlers = Record<string, LongJobHandler>

/** Marks work that comes by the hundred and that nobody waits for by the minute: all other due work goes before it. */
export function patient(handler: LongJobHandler): LongJobHandler {
  return Object.assign((...given: Parameters<LongJobHandler>) => handler(...given), {
    patient: true,
  } as const)
}

const LEASE = 2 * MINUTE
const MAX_ATTEMPTS = 8

/** Milliseconds to wait before try number `attempts + 1`: 5 s, 20 s, 80 s … at most an hour. */
function backOff(attempts: number): number {
  return Math.min(60 * MINUTE, 5 * SECOND * 4 ** (attempts - 1))
}

/**
 * Takes the oldest job that is due, patient ones only when no other is, does it, and records how it went.
 * A job whose worker died is taken again when its lease ends; after eight failures it is dead
 * and waits for an administrator.
 * @returns false when nothing was due
 */
export async function runOneJob(services: Services, handlers: JobHandlers): Promise<boolean> {
  const { store, clock, log } = services
  const patientKinds = Object.keys(handlers).filter((kind) => handlers[kind]?.patient)
  const job = await store.transact(
    async ({ db, tables: { jobs } }) => {
      const now = clock()
      const due = or(
        and(eq(jobs.status, 'queued'), lte(jobs.runAt, now)),
        and(eq(jobs.status, 'running'), lte(jobs.leaseUntil, now)),
      )
      const [next] = await db
        .select()
        .from(jobs)
        .where(due)
        .orderBy(
          ...(patientKinds.length > 0 ? [asc(inArray(jobs.kind, patientKinds))] : []),
          asc(jobs.runAt),
          asc(jobs.id),
        )
        .limit(1)
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
    await handler(services, job.payload, inHand(services, job))
    await store.transact(
      async ({ db, tables: { jobs } }) => {
        await db
          .update(jobs)
          .set({ status: 'done', doneAt: clock(), leaseUntil: null, lastError: null })
          .where(and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts)))
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
          .where(and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts)))
      },
      { shows: 'nothing' },
    )
  }
  return true
}

function inHand({ store, clock }: Services, { id, attempts }: { id: string; attempts: number }): JobInHand {
  let told = Number.NEGATIVE_INFINITY
  return {
    id,
    async progress(partsDone, partsTotal) {
      const now = clock()
      if (partsDone < partsTotal && now - told < SECOND) return
      told = now
      const kept = await store.transact(
        ({ db, tables: { jobs } }) =>
          db
            .update(jobs)
            .set({ partsDone, partsTotal, leaseUntil: now + LEASE })
            .where(and(eq(jobs.id, id), eq(jobs.attempts, attempts), eq(jobs.status, 'running')))
            .returning({ id: jobs.id }),
        { shows: 'nothing' },
      )
      if (kept.length === 0) throw new Error(`${id} was taken over by another worker`)
    },
  }
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
