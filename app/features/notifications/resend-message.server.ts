import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { changedMeanwhile } from '~/platform/errors'
import { requeue } from '~/platform/jobs/enqueue'
import type { Services } from '~/platform/services'

/**
 * Sends a message that failed once more.
 * @throws changed_meanwhile 409 when it is no longer a failed one
 */
export async function resendMessage(
  { store, clock, newId }: Services,
  { actor, messageId, requestId }: { actor: Actor; messageId: string; requestId: string },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { messages } = tx.tables
    const [message] = await tx.db
      .update(messages)
      .set({ status: 'queued', error: null })
      .where(and(eq(messages.id, messageId), eq(messages.status, 'failed')))
      .returning({ id: messages.id })
    if (!message) throw changedMeanwhile()
    await requeue(tx, { key: `mail:${messageId}`, kind: 'mail.send', payload: { messageId }, now })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'admin' },
      action: 'message.resent',
      subject: { kind: 'message', id: messageId },
      delta: { status: ['failed', 'queued'] },
      requestId,
    })
  })
}
