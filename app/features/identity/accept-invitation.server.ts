import { and, eq, gt, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { acceptHandover } from '~/features/groups/accept-handover.server'
import { notify } from '~/features/notifications/notify.server'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { grantsOf } from './account-grants.queries.server'
import type { Actor } from './actor'
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
 * @throws invitation_spent, own_invitation 409, and what a handover of the chair refuses
 */
export async function acceptWithAccount(
  services: Services,
  actor: Actor,
  { token, requestId }: { token: string; requestId: string },
): Promise<void> {
  await services.store.transact((tx) =>
    fulfil(tx, services, { token, accountId: actor.id, accountName: actor.name, requestId }),
  )
}

/**
 * Accepts an invitation by making an account, and signs it in.
 * @returns the token for the session cookie
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
): Promise<string> {
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
      await fulfil(tx, services, { token: input.token, accountId: id, accountName: name, requestId })
      return startSession(tx, id, input.browser, { now, newId })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw contactTaken('contact')
    throw error
  }
}

/**
 * Uses the invitation up and gives what it promised. Of two at once the second finds it used.
 * An officer's invitation is worth what the inviter may do today: who has left the office invites nobody.
 */
async function fulfil(
  tx: Tx,
  { clock, newId, config }: Services,
  { token, accountId, accountName, requestId }: Fulfilling,
): Promise<void> {
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
  if (await acceptHandover(tx, { invitationId: invitation.id, accountId, ...context })) return
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
      body: `${accountName} sekarang ${roleWords[role]} di Simpul KIM.`,
      href: '/beranda',
    },
    context,
  )
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: accountId, role: 'self' },
    action: 'invitation.accepted',
    subject: { kind: 'invitation', id: invitation.id },
    region: { provinceCode, regencyCode },
    delta: { role: [null, role] },
    requestId,
  })
}
