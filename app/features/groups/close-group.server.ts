import type { Services } from '~/platform/services'
import { type ActingOnGroup, auditGroup, lockSupervised, moveGroup, tellChair } from './act-on-group.server'
import { endOpenHandovers } from './handovers.server'
import { endWaitingRenewals } from './renewals.server'

/**
 * Closes a group for good. Its number is never given again, its data stay readable,
 * and what was still open (a handover, a new decree) ends with it.
 * @throws notFound outside the officer's region; group_closed, changedMeanwhile 409
 */
export async function closeGroup(
  services: Services,
  { actor, requestId, groupId, version, reason }: ActingOnGroup & { reason: string },
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    await moveGroup(tx, group, 'closed', { version, now, reason })
    const ending = { groupId, decidedBy: actor.id, now, reason: 'KIM ditutup.' }
    await endOpenHandovers(tx, ending)
    await endWaitingRenewals(tx, ending)
    await tellChair(tx, services, group, {
      title: `${group.name} ditutup`,
      body: `Dinas Kominfo menutup ${group.name}. Alasannya: ${reason}\n\nNomor registrasinya tidak dipakai lagi. Hubungi Dinas Kominfo bila ini keliru.`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'group.closed',
      delta: { status: [group.status, 'closed'], reason: [null, reason] },
      now,
    })
  })
}
