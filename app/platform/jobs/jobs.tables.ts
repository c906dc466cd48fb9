import type { Kit } from '~/platform/db/kit'

export type JobStatus = 'queued' | 'running' | 'done' | 'dead'

/** Work that commits with the change that asks for it and is done afterwards, at least once. */
export function defineJobsTables(kit: Kit) {
  const jobs = kit.table(
    'jobs',
    {
      /** Deterministic: asking twice for the same work asks once. */
      id: kit.id().primaryKey(),
      kind: kit.text('kind').notNull(),
      payload: kit.json<Record<string, unknown>>('payload').notNull(),
      status: kit.text('status').$type<JobStatus>().notNull(),
      runAt: kit.instant('run_at').notNull(),
      attempts: kit.integer('attempts').notNull().default(0),
      leaseUntil: kit.instant('lease_until'),
      lastError: kit.text('last_error'),
      /** How far long work has come, in parts of its own choice; empty until it says so. */
      partsDone: kit.integer('parts_done'),
      partsTotal: kit.integer('parts_total'),
      createdAt: kit.instant('created_at').notNull(),
      doneAt: kit.instant('done_at'),
    },
    (t) => [kit.index('jobs_status').on(t.status, t.runAt), kit.index('jobs_created').on(t.createdAt)],
  )
  return { jobs }
}
