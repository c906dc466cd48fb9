import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { EndTopicForm, RenameTopicForm } from './topics.schema'

type By<T> = Omit<T, 'intent'> & { actor: Actor; requestId: string }

/**
 * Gives a topic another name; activities that carry it show the new one, its code stays.
 * @throws not_found; changed_meanwhile when someone else renamed it first
 */
export async function renameTopic(
  { store, clock, newId }: Services,
  { actor, requestId, code, was, name }: By<RenameTopicForm>,
): Promise<void> {
  await store.transact(async (tx) => {
    const { topics } = tx.tables
    await findTopic(tx, code)
    const renamed = await tx.db
      .update(topics)
      .set({ name })
      .where(and(eq(topics.code, code), eq(topics.name, was)))
      .returning({ code: topics.code })
    if (renamed.length === 0) throw changedMeanwhile()
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'admin' },
      action: 'topic.renamed',
      subject: { kind: 'topic', id: code },
      delta: { name: [was, name] },
      requestId,
    })
  })
}

/**
 * Says on which day a topic can be chosen for the last time. Activities that carry it keep it.
 * @throws not_found; topic_ends_before_start 422 (validUntil); changed_meanwhile when it was ended already
 */
export async function endTopic(
  { store, clock, newId }: Services,
  { actor, requestId, code, validUntil }: By<EndTopicForm>,
): Promise<void> {
  await store.transact(async (tx) => {
    const { topics } = tx.tables
    const topic = await findTopic(tx, code)
    if (validUntil < topic.validFrom) {
      throw new AppError(
        'topic_ends_before_start',
        422,
        'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
        'validUntil',
      )
    }
    const ended = await tx.db
      .update(topics)
      .set({ validUntil })
      .where(and(eq(topics.code, code), isNull(topics.validUntil)))
      .returning({ code: topics.code })
    if (ended.length === 0) throw changedMeanwhile()
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'admin' },
      action: 'topic.ended',
      subject: { kind: 'topic', id: code },
      delta: { validUntil: [null, validUntil] },
      requestId,
    })
  })
}

async function findTopic({ db, tables: { topics } }: Tx, code: string) {
  const [topic] = await db.select().from(topics).where(eq(topics.code, code))
  if (!topic) throw notFound()
  return topic
}
