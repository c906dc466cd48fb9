import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { isAppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { sentBefore } from './coordination.errors'
import { canWrite } from './coordination.policy'
import { statusAfter } from './coordination.state'
import { endsOf, findThread, moveThread } from './find-thread.server'
import { nameOffices } from './office-names.server'
import { placeOf, roleFor } from './offices'
import { tellOffices, unseen } from './tell-offices.server'

interface Input {
  actor: Actor
  threadId: string
  /** Made with the empty form: sending it twice writes once. */
  id: string
  body: string
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/**
 * Writes in a thread: what the recipient writes answers it, what the sender writes asks on.
 * @throws not_found, thread_closed 409, thread_moved 409, sent_before 409
 */
export async function writeInThread(services: Services, input: Input): Promise<void> {
  const { store, clock, newId } = services
  const { actor, threadId, id, body, version } = input
  const now = clock()
  await store.transact(async (tx) => {
    const { thread, note, side } = await findThread(tx, actor, threadId)
    if (await isWritten(tx, input)) return
    assertAllowed(canWrite(thread))
    const status = statusAfter(side)
    try {
      await moveThread(tx, threadId, version, { status, lastAt: now })
    } catch (error) {
      // The same form, a moment earlier, on another connection.
      if (isAppError(error) && (await isWritten(tx, input))) return
      throw error
    }
    const { own, other } = endsOf(thread, side)
    await tx.db
      .insert(tx.tables.coordinationMessages)
      .values({ id, threadId, officeCode: own, body, writtenBy: actor.id, writtenAt: now })
    const names = await nameOffices(tx, [own])
    await tellOffices(tx, { services, now, authorId: actor.id }, [
      {
        officeCode: other,
        title: `${side === 'recipient' ? 'Jawaban' : 'Tambahan'}: ${note.subject}`,
        body: `${names.get(own)} menulis:\n\n${body}`,
        href: `/dinas/koordinasi/${threadId}`,
      },
    ])
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: roleFor(own) },
      action: side === 'recipient' ? 'coordination.answered' : 'coordination.asked',
      subject: { kind: 'coordination_thread', id: threadId },
      region: placeOf(thread.recipientCode) ?? undefined,
      delta: { status: [thread.status, status] },
      requestId: input.requestId,
    })
  }, unseen)
}

/** True when this very message is stored. @throws sent_before when its id holds another */
async function isWritten(
  { db, tables: { coordinationMessages } }: Tx,
  { id, threadId, body, actor }: Input,
): Promise<boolean> {
  const [there] = await db.select().from(coordinationMessages).where(eq(coordinationMessages.id, id))
  if (!there) return false
  if (there.threadId === threadId && there.body === body && there.writtenBy === actor.id) return true
  throw sentBefore()
}
