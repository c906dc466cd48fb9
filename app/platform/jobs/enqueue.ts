import { eq, ne } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'

export interface JobRequest {
  /** Asking twice with one key asks once. */
  key: string
  kind: string
  payload: Record<string, unknown>
  now: Instant
  /** Not before this moment; now when left out. */
  runAt?: Instant
}

/** Asks for work that commits together with the change; see `worker.ts` for how it is done. */
export async function enqueue(tx: Tx, request: JobRequest): Promise<void> {
  await enqueueAll(tx, [request])
}

/** Asks for several pieces of work in one statement. */
export async function enqueueAll(tx: Tx, requests: JobRequest[]): Promise<void> {
  if (requests.length === 0) return
  await tx.db
    .insert(tx.tables.jobs)
    .values(
      requests.map(({ key, kind, payload, now, runAt = now }) => ({
        id: key,
        kind,
        payload,
        status: 'queued' as const,
        runAt,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
}

/** What a job was asked to work on, whatever became of it; undefined when it was never asked for. */
export async function askedFor(
  { db, tables: { jobs } }: Tx,
  key: string,
): Promise<Record<string, unknown> | undefined> {
  const [job] = await db.select({ payload: jobs.payload }).from(jobs).where(eq(jobs.id, key))
  return job?.payload
}

/** Asks for the same work once more, whether it was done, is dead or was never asked for; one that is running goes on. */
export async function requeue(tx: Tx, { key, kind, payload, now }: JobRequest): Promise<void> {
  const { jobs } = tx.tables
  const again = {
    status: 'queued',
    runAt: now,
    attempts: 0,
    leaseUntil: null,
    partsDone: null,
    partsTotal: null,
    doneAt: null,
  } as const
  await tx.db
    .insert(jobs)
    .values({ id: key, kind, payload, createdAt: now, ...again })
    .onConflictDoUpdate({ target: jobs.id, set: again, setWhere: ne(jobs.status, 'running') })
}
