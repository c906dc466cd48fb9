import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, auditGroup, changeGroup, lockSupervised } from './act-on-group.server'
import { isOpen } from './groups.policy'

/**
 * Enters the nomor induk nasional, which is issued elsewhere; null takes it out.
 * Its shape is not ours to judge: the form warns when it is not twelve digits (domain facts 2.4).
 * @throws notFound outside the officer's region; group_closed, changedMeanwhile 409
 */
export async function setNationalNumber(
  services: Services,
  { actor, requestId, groupId, version, nationalNumber }: ActingOnGroup & { nationalNumber: string | null },
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    assertAllowed(isOpen(group))
    await changeGroup(tx, group, version, { nationalNumber })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'group.national_number_set',
      delta: { nationalNumber: [group.nationalNumber, nationalNumber] },
      now,
    })
  })
}
