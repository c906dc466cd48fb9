import { and, eq, gt, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { acceptHandover } from '~/features/groups/accept-handover.server'
import { type Group, lockGroup } from '~/features/groups/act-on-group.server'
import { alreadyMember } from '~/features/groups/groups.errors'
import { postWords } from '~/features/groups/groups.messages'
import { isOpen } from '~/features/groups/groups.policy'
import { notify } from '~/features/notifications/notify.server'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { grantsOf } from './account-grants.queries.server'
import { type Actor, chairs } from './actor'
import { countAttempt } from './attempts.server'
import { readContact } from './contact.server'
import { createAccount } from './create-account.server'
import { grantRole } from './grants.server'
import { contactTaken, invitationSpent, ownInvitation } from './identity.errors'
import { roleWords } from './identity.messages'
import { canAppoint, isOfficeRole } from './office.policy'
import { assertPasswordFit, hashPassword } from './passwords.server'
import { type Browser, hashSecret, startSession } from './sessions.server'

interface Fulfilling {
  token: string
  accountId: string
  accountName: string
  requestId: string
}

/**
 * Accepts an invitation with the account that is signed in.
 * @returns the group that it made the person a member of, if it did
 * @throws invitation_spent, own_invitation, already_member 409, and what a handover of the chair refuses
 */
export async function acceptWithAccount(
  services: Services,
  actor: Actor,
  { token, requestId }: { token: string; requestId: string },
): Promise<{ groupId: string | null }> {
  return services.store.transact((tx) =>
    fulfil(tx, services, { token, accountId: actor.id, accountName: actor.name, requestId }),
  )
}

/**
 * Accepts an invitation by making an account, and signs it in.
 * @returns the token for the session cookie, and the group that the person is now a member of, if any
 * @throws invitation_spent, contact_invalid, contact_taken, password_common, password_personal, too_many_attempts
 */
export async function acceptWithNewAccount(
  services: Services,
  input: {
    token: string
    id: string
    name: string
    contact: string
    password: string
    clientAddress: string
    browser: Browser
    requestId: string
  },
): Promise<{ session: string; groupId: string | null }> {
  const { store, clock, newId } = services
  const { id, name, requestId } = input
  const contact = readContact(input.contact)
  await countAttempt(services, {
    trying: 'signUp',
    name: contact.email ?? contact.phone,
    address: input.clientAddress,
  })
  await assertPasswordFit(input.password, { name, ...contact })
  const passwordHash = await hashPassword(input.password)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      await createAccount(tx, { id, name, contact, passwordHash }, { now, newId, requestId })
      const fulfilling = { token: input.token, accountId: id, accountName: name, requestId }
      const { groupId } = await fulfil(tx, services, fulfilling)
      return { session: await startSession(tx, id, input.browser, { now, newId }), groupId }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw contactTaken('contact')
    throw error
  }
}

/**
 * Uses the invitation up and gives what it promised. Of two at once the second finds it used.
 * An invitation is worth what the inviter may do today: who has left the office or the chair invites nobody.
 */
async function fulfil(
  tx: Tx,
  { clock, newId, config }: Services,
  { token, accountId, accountName, requestId }: Fulfilling,
): Promise<{ groupId: string | null }> {
  const { invitations } = tx.tables
  const now = clock()
  const [invitation] = await tx.db
    .update(invitations)
    .set({ acceptedAt: now, acceptedBy: accountId })
    .where(
      and(
        eq(invitations.tokenHash, hashSecret(token)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning()
  if (!invitation) throw invitationSpent()
  if (invitation.invitedBy === accountId) throw ownInvitation()
  const { role, provinceCode, regencyCode, groupId, post, invitedBy } = invitation
  if (isOfficeRole(role)) {
    const inviter = { grants: await grantsOf(tx, invitedBy) }
    if (!canAppoint(inviter, invitation).allowed) throw invitationSpent()
  }
  const context = { now, newId, publicUrl: config.publicUrl }
  if (await acceptHandover(tx, { invitationId: invitation.id, accountId, ...context })) {
    return { groupId: null }
  }
  const joined = await groupToJoin(tx, invitation, accountId)
  const held = await grantsOf(tx, accountId)
  const holdsAlready = held.some(
    (grant) =>
      grant.role === role &&
      grant.provinceCode === provinceCode &&
      grant.regencyCode === regencyCode &&
      grant.groupId === groupId &&
      grant.post === post,
  )
  if (!holdsAlready) {
    await grantRole(
      tx,
      { accountId, role, provinceCode, regencyCode, groupId, post, grantedBy: invitedBy },
      context,
    )
  }
  await notify(
    tx,
    {
      accountId: invitedBy,
      title: `${accountName} menerima undangan Anda`,
      body: joined
        ? `${accountName} sekarang ${postWords[post ?? 'anggota'].toLowerCase()} ${joined.name} dan dapat mencatat kegiatannya.`
        : `${accountName} sekarang ${roleWords[role]} di Simpul KIM.`,
      href: joined ? `/kelompok/${joined.id}/anggota` : '/beranda',
    },
    context,
  )
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: accountId, role: 'self' },
    action: 'invitation.accepted',
    subject: { kind: 'invitation', id: invitation.id },
    region: joined ?? { provinceCode, regencyCode },
    delta: { role: [null, role], ...(post && { post: [null, post] }) },
    requestId,
  })
  return { groupId }
}

/** The group that its chair invites a member into, held until the transaction ends; null for any other invitation. */
async function groupToJoin(
  tx: Tx,
  { groupId, post, invitedBy }: Tables['invitations']['$inferSelect'],
  accountId: string,
): Promise<Group | null> {
  if (!groupId || post === 'ketua') return null
  const group = await lockGroup(tx, groupId)
  const inviter = { grants: await grantsOf(tx, invitedBy) }
  if (!group || !isOpen(group).allowed || !chairs(inviter, groupId)) throw invitationSpent()
  const held = (await grantsOf(tx, accountId)).find((grant) => grant.groupId === groupId)
  if (held) throw alreadyMember(group.name, postWords[held.post ?? 'anggota'])
  return group
}
