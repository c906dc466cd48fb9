import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { type ActingOnGroup, auditGroup, changeGroup, lockSupervised, tellChair } from './act-on-group.server'
import { isOpen } from './groups.policy'

interface Reissuing extends ActingOnGroup {
  /** The group's name as it should be printed: the present one, or put right. */
  name: string
  reason: string
}

/**
 * Issues a new version of the certificate, with the name put right where it was wrong; older versions are superseded.
 * @throws notFound outside the officer's region; group_closed, changedMeanwhile 409
 */
export async function reissueCertificate(
  services: Services,
  { actor, requestId, groupId, version, name, reason }: Reissuing,
): Promise<void> {
  const { store, clock, newId, config } = services
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    assertAllowed(isOpen(group))
    await changeGroup(tx, group, version, { name, nameKey: searchKey(name) })
    await issueCertificate(tx, { groupId, now, newId, publicUrl: config.publicUrl })
    await tellChair(tx, services, group, {
      title: `Tanda Daftar ${name} diterbitkan ulang`,
      body: `Dinas Kominfo menerbitkan versi baru. Alasannya: ${reason}\n\nVersi lama tidak berlaku lagi; unduh dan cetak yang baru dari halaman KIM.`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'certificate.reissued',
      delta: {
        ...(group.name !== name && { name: [group.name, name] }),
        reason: [null, reason],
      },
      now,
    })
  })
}
