import { and, count, eq, gt, or } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { readContactIfAny } from '~/features/identity/contact.server'
import { createInvitation } from '~/features/identity/create-invitation.server'
import { invitationRepeated } from '~/features/identity/identity.errors'
import { sendLetter } from '~/features/notifications/notify.server'
import { DAY } from '~/platform/clock'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, lockChaired } from './act-on-group.server'
import { tooManyInvitations } from './groups.errors'
import { postWords } from './groups.messages'
import type { Post } from './groups.schema'
import type { SentInvitation } from './handovers.server'
import { openFor } from './members.queries.server'

/** Invitations to one group that are open or were made within a day: taken back, one still sent its letter. */
const MOST = 30

interface Inviting extends Omit<ActingOnGroup, 'version'> {
  id: string
  name: string
  contact: string | undefined
  post: Exclude<Post, 'ketua'>
}

/**
 * The chair invites a person to act for the group; the link also leaves by e-mail where there is one.
 * @returns the invitation with its link, to be shown once
 * @throws notFound for all but the chair; contact_invalid 422; group_closed, invitations_many,
 *   invitation_repeated 409
 */
export async function inviteMember(
  services: Services,
  { actor, requestId, groupId, id, name, contact: typed, post }: Inviting,
): Promise<SentInvitation> {
  const { store, clock, newId, config } = services
  const contact = readContactIfAny(typed)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      const group = await lockChaired(tx, actor, groupId)
      const { invitations } = tx.tables
      const madeToday = and(
        eq(invitations.groupId, groupId),
        eq(invitations.invitedBy, actor.id),
        gt(invitations.createdAt, now - DAY),
      )
      const [made] = await tx.db
        .select({ many: count() })
        .from(invitations)
        .where(or(openFor(tx.tables, groupId, actor.id, now), madeToday))
      if (made && made.many >= MOST) throw tooManyInvitations(MOST)
      const { token } = await createInvitation(
        tx,
        { name, ...contact, role: 'volunteer', groupId, post, invitedBy: actor.id },
        { now, newId: () => id },
      )
      const link = `${config.publicUrl}/undangan/${token}`
      if (contact.email) {
        await sendLetter(
          tx,
          {
            to: contact.email,
            subject: `Undangan bergabung dengan ${group.name}`,
            body: `Halo ${name},\n\n${actor.name} mengundang Anda sebagai ${postWords[post].toLowerCase()} ${group.name}, supaya Anda dapat mencatat kegiatannya di Simpul KIM.\n\nBuka tautan ini untuk menerimanya; berlaku 14 hari dan sekali pakai:\n\n${link}\n\nJangan teruskan tautan ini. Bila Anda tidak mengenal kelompok ini, abaikan surat ini.`,
          },
          { newId, now },
        )
      }
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: actor.id, role: 'volunteer' },
        action: 'member.invited',
        subject: { kind: 'group', id: groupId },
        region: group,
        delta: { post: [null, post] },
        requestId,
      })
      return { link, name, emailed: contact.email !== null }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw invitationRepeated()
    throw error
  }
}
