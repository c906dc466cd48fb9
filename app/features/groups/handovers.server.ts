import { and, eq, inArray } from 'drizzle-orm'
import type { Contact } from '~/features/identity/contact.server'
import { createInvitation, revokeChairInvitations } from '~/features/identity/create-invitation.server'
import { sendLetter } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import type { Group } from './act-on-group.server'

export type Handover = Tables['chairHandovers']['$inferSelect']

/** The handover that a form speaks of, inside a group that is already held. */
export async function findHandover(
  { db, tables: { chairHandovers } }: Tx,
  { groupId, handoverId }: { groupId: string; handoverId: string },
): Promise<Handover> {
  const [handover] = await db
    .select()
    .from(chairHandovers)
    .where(and(eq(chairHandovers.id, handoverId), eq(chairHandovers.groupId, groupId)))
  if (!handover) throw notFound()
  return handover
}

/**
 * Changes a handover that has not changed since it was on the screen.
 * @throws changedMeanwhile
 */
export async function changeHandover(
  { db, tables: { chairHandovers } }: Tx,
  handover: Handover,
  version: number,
  change: Partial<Handover>,
): Promise<void> {
  const [changed] = await db
    .update(chairHandovers)
    .set({ ...change, version: version + 1 })
    .where(and(eq(chairHandovers.id, handover.id), eq(chairHandovers.version, version)))
    .returning({ id: chairHandovers.id })
  if (!changed) throw changedMeanwhile()
}

/** Ends whatever handover of a group is open; its link stops working. */
export async function endOpenHandovers(
  tx: Tx,
  { groupId, decidedBy, reason, now }: { groupId: string; decidedBy: string; reason: string; now: Instant },
): Promise<void> {
  const { chairHandovers } = tx.tables
  await tx.db
    .update(chairHandovers)
    .set({ status: 'cancelled', decidedBy, decidedAt: now, decisionReason: reason })
    .where(and(eq(chairHandovers.groupId, groupId), inArray(chairHandovers.status, ['proposed', 'accepted'])))
  await revokeChairInvitations(tx, groupId, now)
}

/**
 * Invites someone to take a group's chair: earlier links stop working, the new one goes out by e-mail
 * where there is an address, and is answered so that it can be shown once.
 */
export async function inviteToChair(
  tx: Tx,
  { newId, config }: Pick<Services, 'newId' | 'config'>,
  { group, name, contact, invitedBy, now }: Inviting,
): Promise<{ invitationId: string; invitation: SentInvitation }> {
  await revokeChairInvitations(tx, group.id, now)
  const { id, token } = await createInvitation(
    tx,
    { name, ...contact, role: 'volunteer', groupId: group.id, post: 'ketua', invitedBy },
    { now, newId },
  )
  const link = `${config.publicUrl}/undangan/${token}`
  if (contact.email) {
    await sendLetter(
      tx,
      {
        to: contact.email,
        subject: `Undangan menjadi ketua ${group.name}`,
        body: `${name}, Anda diundang menjadi ketua ${group.name} di Simpul KIM. Buka tautan ini untuk menyatakan bersedia; tautan berlaku 14 hari dan hanya untuk Anda.\n\n${link}\n\nBila Anda tidak mengenal kelompok ini, abaikan surat ini.`,
      },
      { newId, now },
    )
  }
  return { invitationId: id, invitation: { link, name, emailed: contact.email !== null } }
}

/** An invitation as its sender may see it, once. */
export interface SentInvitation {
  link: string
  name: string
  emailed: boolean
}

interface Inviting {
  group: Group
  name: string
  contact: Contact
  invitedBy: string
  now: Instant
}
