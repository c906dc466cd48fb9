import { recordAudit } from '~/features/audit/record-audit.server'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { bringDocumentIntoForce } from '~/features/documents/hold-document.server'
import type { Actor } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { auditGroup, changeGroup, lockGroup, lockSupervised, tellChair } from './act-on-group.server'
import { canDecideRenewal, canSpeakFor, isOpen, isWaiting } from './groups.policy'
import { attachDecree } from './register-group.server'
import { changeRenewal, findRenewal } from './renewals.server'

interface Deciding {
  actor: Actor
  requestId: string
  groupId: string
  renewalId: string
  version: number
}

/**
 * Puts a new decree in force: the former one stays as history, its file too, and a new certificate is issued.
 * @throws notFound outside the officer's region; own_renewal 403; renewal_over, group_closed, decree_differs,
 *   changedMeanwhile 409
 */
export async function confirmRenewal(
  services: Services,
  { actor, requestId, groupId, renewalId, version }: Deciding,
): Promise<void> {
  const { store, clock, newId, config } = services
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    assertAllowed(isOpen(group))
    const renewal = await findRenewal(tx, { groupId, renewalId })
    assertAllowed(canDecideRenewal(actor, renewal))
    await changeRenewal(tx, renewal, version, { status: 'confirmed', decidedBy: actor.id, decidedAt: now })
    await attachDecree(tx, {
      groupId,
      regencyCode: group.regencyCode,
      decree: {
        number: renewal.number,
        date: renewal.date,
        issuerKind: renewal.issuerKind,
        issuerName: renewal.issuerName ?? undefined,
        validUntil: renewal.validUntil ?? undefined,
      },
      now,
      newId,
    })
    await bringDocumentIntoForce(tx, { documentId: renewal.documentId, groupId, kind: 'decree', now })
    await changeGroup(tx, group, group.version, {})
    await issueCertificate(tx, { groupId, now, newId, publicUrl: config.publicUrl })
    await tellChair(tx, services, group, {
      title: `SK baru ${group.name} sudah disahkan`,
      body: `SK nomor ${renewal.number} berlaku${renewal.validUntil ? ` sampai ${formatDate(renewal.validUntil)}` : ''}. Tanda Daftar yang baru sedang disiapkan.`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'decree.confirmed',
      delta: { decree: [null, renewal.number], validUntil: [null, renewal.validUntil] },
      now,
    })
  })
}

/**
 * Declines a new decree with a reason; the former one stays in force.
 * @throws notFound outside the officer's region; own_renewal 403; renewal_over, changedMeanwhile 409
 */
export async function declineRenewal(
  services: Services,
  { actor, requestId, groupId, renewalId, version, reason }: Deciding & { reason: string },
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    const renewal = await findRenewal(tx, { groupId, renewalId })
    assertAllowed(canDecideRenewal(actor, renewal))
    await changeRenewal(tx, renewal, version, {
      status: 'declined',
      decidedBy: actor.id,
      decidedAt: now,
      decisionReason: reason,
    })
    await tellChair(tx, services, group, {
      title: `SK baru ${group.name} belum disahkan`,
      body: `Alasannya: ${reason}\n\nSK yang lama tetap tercatat. Perbaiki, lalu kirim lagi.`,
      href: `/kelompok/${groupId}/sk`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'decree.declined',
      delta: { decree: [renewal.number, null], reason: [null, reason] },
      now,
    })
  })
}

/**
 * The chair takes back a new decree that the office has not decided.
 * @throws notFound out of reach; not_chair 403; renewal_over, changedMeanwhile 409
 */
export async function withdrawRenewal(
  services: Services,
  { actor, requestId, groupId, renewalId, version }: Deciding,
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (!group || !actor.grants.some((grant) => grant.groupId === groupId)) throw notFound()
    assertAllowed(canSpeakFor(actor, group))
    const renewal = await findRenewal(tx, { groupId, renewalId })
    assertAllowed(isWaiting(renewal))
    await changeRenewal(tx, renewal, version, { status: 'withdrawn', decidedBy: actor.id, decidedAt: now })
    await recordAudit(tx, {
      id: services.newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'decree.withdrawn',
      subject: { kind: 'group', id: groupId },
      region: group,
      delta: { decree: [renewal.number, null] },
      requestId,
    })
  })
}
