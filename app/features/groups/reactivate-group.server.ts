import type { Services } from '~/platform/services'
import { type ActingOnGroup, auditGroup, lockSupervised, moveGroup, tellChair } from './act-on-group.server'

/**
 * Ends a suspension before its day.
 * @throws notFound outside the officer's region; group_closed, already_there, changedMeanwhile 409
 */
export async function reactivateGroup(
  services: Services,
  { actor, requestId, groupId, version }: ActingOnGroup,
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    await moveGroup(tx, group, 'registered', { version, now })
    await tellChair(tx, services, group, {
      title: `Pembekuan ${group.name} dicabut`,
      body: `Dinas Kominfo mencabut pembekuan. ${group.name} terdaftar kembali mulai sekarang.`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'group.reactivated',
      delta: { status: [group.status, 'registered'], suspendedUntil: [group.suspendedUntil, null] },
      now,
    })
  })
}
