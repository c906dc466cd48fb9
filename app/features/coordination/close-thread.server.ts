import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { canClose } from './coordination.policy'
import { endsOf, findThread, moveThread } from './find-thread.server'
import { placeOf, roleFor } from './offices'
import { tellOffices, unseen } from './tell-offices.server'

interface Input {
  actor: Actor
  threadId: string
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/** The sender says that the matter is settled. @throws not_found, sender_closes 403, thread_closed 409, thread_moved 409 */
export async function closeThread(services: Services, input: Input): Promise<void> {
  const { store, clock, newId } = services
  const { actor, threadId, version } = input
  const now = clock()
  await store.transact(async (tx) => {
    const { thread, note, side } = await findThread(tx, actor, threadId)
    if (thread.closedBy === actor.id && thread.version === version + 1) return
    assertAllowed(canClose(thread, side))
    await moveThread(tx, threadId, version, { status: 'closed', closedBy: actor.id, closedAt: now })
    const { own, other } = endsOf(thread, side)
    await tellOffices(tx, { services, now, authorId: actor.id }, [
      {
        officeCode: other,
        title: `Selesai: ${note.subject}`,
        body: 'Pengirim menutup catatan koordinasi ini. Tidak ada lagi yang perlu dijawab.',
        href: `/dinas/koordinasi/${threadId}`,
      },
    ])
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: roleFor(own) },
      action: 'coordination.closed',
      subject: { kind: 'coordination_thread', id: threadId },
      region: placeOf(thread.recipientCode) ?? undefined,
      delta: { status: [thread.status, 'closed'] },
      requestId: input.requestId,
    })
  }, unseen)
}
