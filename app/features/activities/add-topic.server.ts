import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type AddTopicForm, topicCodeOf } from './topics.schema'

/**
 * Adds a topic to choose from a day on. Sent twice it is added once.
 * @throws topic_exists 422 (name) when another topic has this name, or had it first
 */
export async function addTopic(
  { store, clock, newId }: Services,
  { actor, requestId, ...form }: Omit<AddTopicForm, 'intent'> & { actor: Actor; requestId: string },
): Promise<void> {
  const { name, source, validFrom, validUntil = null } = form
  const code = topicCodeOf(name)
  await store.transact(async (tx) => {
    const { topics } = tx.tables
    const added = await tx.db
      .insert(topics)
      .values({ code, name, source: source || null, validFrom, validUntil })
      .onConflictDoNothing()
      .returning({ code: topics.code })
    if (added.length === 0) {
      const [there] = await tx.db.select().from(topics).where(eq(topics.code, code))
      if (there?.name === name && there.validFrom === validFrom && there.validUntil === validUntil) return
      throw new AppError(
        'topic_exists',
        422,
        'Topik dengan nama ini sudah ada atau pernah ada. Pakai yang sudah ada, atau pilih nama lain.',
        'name',
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'admin' },
      action: 'topic.added',
      subject: { kind: 'topic', id: code },
      delta: { name: [null, name], validFrom: [null, validFrom], validUntil: [null, validUntil] },
      requestId,
    })
  })
}
