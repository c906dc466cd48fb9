import { and, eq, ne } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { takeBackInvitation } from '~/features/identity/create-invitation.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, lockChaired } from './act-on-group.server'

/**
 * The chair takes back an invitation of a member that nobody has accepted yet.
 * @throws notFound for all but the chair, and for what is no invitation of a member of the group;
 *   group_closed, invitation_spent 409
 */
export async function revokeMemberInvitation(
  { store, clock, newId }: Services,
  { actor, requestId, groupId, invitationId }: Omit<ActingOnGroup, 'version'> & { invitationId: string },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockChaired(tx, actor, groupId)
    const { invitations } = tx.tables
    const [invitation] = await tx.db
      .select({ post: invitations.post })
      .from(invitations)
      .where(
        and(
          eq(invitations.id, invitationId),
          eq(invitations.groupId, groupId),
          ne(invitations.post, 'ketua'),
        ),
      )
    if (!invitation) throw notFound()
    await takeBackInvitation(tx, invitationId, now)
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'member.invitationRevoked',
      subject: { kind: 'group', id: groupId },
      region: group,
      delta: { post: [invitation.post, null] },
      requestId,
    })
  })
}
