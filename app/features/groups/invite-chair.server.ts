import { and, eq, inArray, isNull } from 'drizzle-orm'
import { readContact } from '~/features/identity/contact.server'
import { chairAccountOf } from '~/features/identity/grants.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, auditGroup, lockSupervised } from './act-on-group.server'
import { chairHasAccount, handoverOpen } from './groups.errors'
import { isOpen } from './groups.policy'
import { inviteToChair, type SentInvitation } from './handovers.server'

/**
 * Invites the chair of a group that was entered from paper or imported to take charge of it with an account.
 * An earlier link stops working.
 * @returns the invitation with its link, to be shown once
 * @throws notFound outside the officer's region; contact_invalid 422; group_closed, chair_has_account,
 *   handover_open 409
 */
export async function inviteChair(
  services: Services,
  { actor, requestId, groupId, contact: typed }: Omit<ActingOnGroup, 'version'> & { contact: string },
): Promise<SentInvitation> {
  const contact = readContact(typed)
  const now = services.clock()
  return services.store.transact(async (tx) => {
    const { boardMembers, chairHandovers } = tx.tables
    const group = await lockSupervised(tx, actor, groupId)
    assertAllowed(isOpen(group))
    if (await chairAccountOf(tx, groupId)) throw chairHasAccount()
    const [open] = await tx.db
      .select({ id: chairHandovers.id })
      .from(chairHandovers)
      .where(
        and(eq(chairHandovers.groupId, groupId), inArray(chairHandovers.status, ['proposed', 'accepted'])),
      )
    if (open) throw handoverOpen()
    const [chair] = await tx.db
      .select()
      .from(boardMembers)
      .where(
        and(eq(boardMembers.groupId, groupId), eq(boardMembers.post, 'ketua'), isNull(boardMembers.until)),
      )
    if (!chair) throw new Error(`group ${groupId} has no chair`)
    const { invitation } = await inviteToChair(tx, services, {
      group,
      name: chair.name,
      contact,
      invitedBy: actor.id,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'chair.invited',
      delta: { chair: [null, chair.name] },
      now,
    })
    return invitation
  })
}
