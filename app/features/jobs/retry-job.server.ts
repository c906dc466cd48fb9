import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { changedMeanwhile } from '~/platform/errors'
import type { Services } from '~/platform/services'

/**
 * Gives a dead job eight new attempts, starting now.
 * @throws changed_meanwhile 409 when it is no longer dead
 */
export async function retryJob(
  { store, clock, newId }: Services,
  { actor, jobId, requestId }: { actor: Actor; jobId: string; requestId: string },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { jobs } = tx.tables
    const [job] = await tx.db
      .update(jobs)
      .set({ status: 'queued', attempts: 0, runAt: now, leaseUntil: null })
      .where(and(eq(jobs.id, jobId), eq(jobs.status, 'dead')))
      .returning({ id: jobs.id })
    if (!job) throw changedMeanwhile()
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'admin' },
      action: 'job.retried',
      subject: { kind: 'job', id: jobId },
      delta: { status: ['dead', 'queued'] },
      requestId,
    })
  })
}
