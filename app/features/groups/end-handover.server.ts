import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { revokeChairInvitations } from '~/features/identity/create-invitation.server'
import { notify } from '~/features/notifications/notify.server'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { auditGroup, lockGroup, lockSupervised, tellChair } from './act-on-group.server'
import { canEndHandover, canSpeakFor } from './groups.policy'
import { changeHandover, findHandover } from './handovers.server'

interface Ending {
  actor: Actor
  requestId: string
  groupId: string
  handoverId: string
  version: number
}

/**
 * The chair takes a handover back before the office has confirmed it, also one that the office started.
 * @throws notFound out of reach; not_chair 403; handover_over, changedMeanwhile 409
 */
export async function cancelHandover(
  services: Services,
  { actor, requestId, groupId, handoverId, version }: Ending,
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (!group || !actor.grants.some((grant) => grant.groupId === groupId)) throw notFound()
    assertAllowed(canSpeakFor(actor, group))
    const handover = await findHandover(tx, { groupId, handoverId })
    assertAllowed(canEndHandover(handover))
    await changeHandover(tx, handover, version, {
      status: 'cancelled',
      decidedBy: actor.id,
      decidedAt: now,
    })
    await revokeChairInvitations(tx, groupId, now)
    const others = new Set([handover.successorAccountId, handover.proposedBy])
    for (const accountId of others) {
      if (!accountId || accountId === actor.id) continue
      await notify(
        tx,
        {
          accountId,
          title: `Serah terima ketua ${group.name} dibatalkan`,
          body: 'Ketua yang sekarang membatalkannya sebelum disahkan. Tidak ada yang berubah.',
          href: accountId === handover.successorAccountId ? '/kelompok' : `/dinas/kelompok/${groupId}`,
        },
        { newId: services.newId, now, publicUrl: services.config.publicUrl },
      )
    }
    await recordAudit(tx, {
      id: services.newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'handover.cancelled',
      subject: { kind: 'group', id: groupId },
      region: group,
      delta: { handover: [handover.status, 'cancelled'], successor: [handover.successorName, null] },
      requestId,
    })
  })
}

/**
 * The office declines a handover with a reason; the chair stays.
 * @throws notFound outside the officer's region; handover_over, changedMeanwhile 409
 */
export async function declineHandover(
  services: Services,
  { actor, requestId, groupId, handoverId, version, reason }: Ending & { reason: string },
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    const handover = await findHandover(tx, { groupId, handoverId })
    assertAllowed(canEndHandover(handover))
    await changeHandover(tx, handover, version, {
      status: 'declined',
      decidedBy: actor.id,
      decidedAt: now,
      decisionReason: reason,
    })
    await revokeChairInvitations(tx, groupId, now)
    await tellChair(tx, services, group, {
      title: `Serah terima ketua ${group.name} belum disahkan`,
      body: `Dinas Kominfo menolak serah terima kepada ${handover.successorName}. Alasannya: ${reason}\n\nAnda tetap ketua. Bila perlu, mulai lagi dari halaman serah terima.`,
      href: `/kelompok/${groupId}/ketua`,
      now,
    })
    if (handover.successorAccountId) {
      await notify(
        tx,
        {
          accountId: handover.successorAccountId,
          title: `Serah terima ketua ${group.name} belum disahkan`,
          body: `Dinas Kominfo belum dapat mengesahkan Anda sebagai ketua. Alasannya: ${reason}`,
          href: '/kelompok',
        },
        { newId: services.newId, now, publicUrl: services.config.publicUrl },
      )
    }
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'handover.declined',
      delta: {
        handover: [handover.status, 'declined'],
        successor: [handover.successorName, null],
        reason: [null, reason],
      },
      now,
    })
  })
}
