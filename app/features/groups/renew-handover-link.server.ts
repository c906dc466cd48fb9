import { eq } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { lockGroup } from './act-on-group.server'
import { canSpeakFor } from './groups.policy'
import { changeHandover, findHandover, inviteToChair, type SentInvitation } from './handovers.server'

interface Renewing {
  actor: Actor
  groupId: string
  handoverId: string
  version: number
}

/**
 * Makes a fresh link for a successor who has not answered; the former one stops working.
 * @returns the invitation with its link, to be shown once
 * @throws notFound out of reach; not_chair 403; already_accepted, changedMeanwhile 409
 */
export async function renewHandoverLink(
  services: Services,
  { actor, groupId, handoverId, version }: Renewing,
): Promise<SentInvitation> {
  const now = services.clock()
  return services.store.transact(async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (!group) throw notFound()
    if (!mayIn(actor, 'group.supervise', group)) {
      if (!actor.grants.some((grant) => grant.groupId === groupId)) throw notFound()
      assertAllowed(canSpeakFor(actor, group))
    }
    const handover = await findHandover(tx, { groupId, handoverId })
    if (handover.status !== 'proposed') {
      throw new AppError(
        'already_accepted',
        409,
        'Calon ketua sudah menjawab atau serah terima sudah selesai, jadi tautan baru tidak diperlukan.',
      )
    }
    const { invitations } = tx.tables
    const [former] = await tx.db.select().from(invitations).where(eq(invitations.id, handover.invitationId))
    if (!former) throw changedMeanwhile()
    const contact = former.email
      ? { email: former.email, phone: null }
      : { email: null, phone: former.phone ?? '' }
    const { invitationId, invitation } = await inviteToChair(tx, services, {
      group,
      name: handover.successorName,
      contact,
      invitedBy: actor.id,
      now,
    })
    await changeHandover(tx, handover, version, { invitationId })
    return invitation
  })
}
