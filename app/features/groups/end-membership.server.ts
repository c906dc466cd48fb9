import { recordAudit } from '~/features/audit/record-audit.server'
import { revokeMembership } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, lockChaired } from './act-on-group.server'
import { ownMembership } from './groups.errors'

/**
 * The chair ends what a member may do for the group; the member's next request no longer has it.
 * What the member logged stays.
 * @throws notFound for all but the chair, and for an account that is no member (any more);
 *   group_closed, own_membership 409
 */
export async function endMembership(
  { store, clock, newId, config }: Services,
  { actor, requestId, groupId, accountId }: Omit<ActingOnGroup, 'version'> & { accountId: string },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockChaired(tx, actor, groupId)
    if (accountId === actor.id) throw ownMembership()
    const [post] = await revokeMembership(tx, { groupId, accountId, now })
    if (post === undefined) throw notFound()
    await notify(
      tx,
      {
        accountId,
        title: `Akses Anda ke ${group.name} sudah diakhiri`,
        body: `Ketua mengakhiri akses Anda, sehingga Anda tidak lagi mencatat kegiatan ${group.name}. Akun Anda dan kegiatan yang sudah dicatat tetap ada. Tanyakan kepada ketua bila ini keliru.`,
        href: '/beranda',
      },
      { newId, now, publicUrl: config.publicUrl },
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'member.ended',
      subject: { kind: 'account', id: accountId },
      region: group,
      delta: { post: [post, null] },
      requestId,
    })
  })
}
