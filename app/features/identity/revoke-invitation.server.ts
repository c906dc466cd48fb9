import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type Actor, actingAs } from './actor'
import { takeBackInvitation } from './create-invitation.server'
import { canAppoint } from './office.policy'

/**
 * Takes back an invitation to an office that nobody has accepted yet.
 * @throws notFound outside one's own reach, invitation_spent 409 when it is accepted or taken back already
 */
export async function revokeInvitation(
  { store, clock, newId }: Services,
  actor: Actor,
  { invitationId, requestId }: { invitationId: string; requestId: string },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { invitations } = tx.tables
    const [invitation] = await tx.db.select().from(invitations).where(eq(invitations.id, invitationId))
    if (!invitation || !canAppoint(actor, invitation).allowed) throw notFound()
    await takeBackInvitation(tx, invitationId, now)
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: actingAs(actor, 'officers.invite', {
        provinceCode: invitation.provinceCode ?? '',
        regencyCode: invitation.regencyCode ?? '',
      }),
      action: 'invitation.revoked',
      subject: { kind: 'invitation', id: invitationId },
      region: invitation,
      requestId,
    })
  })
}
