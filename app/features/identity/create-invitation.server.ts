import { and, eq, isNull } from 'drizzle-orm'
import type { Post } from '~/features/groups/groups.schema'
import { DAY, type Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { newToken } from '~/platform/ids'
import { invitationSpent } from './identity.errors'
import type { Role } from './permissions'
import { hashSecret } from './sessions.server'

const VALID_DAYS = 14

export interface NewInvitation {
  name: string
  email?: string | null
  phone?: string | null
  role: Role
  provinceCode?: string | null
  regencyCode?: string | null
  groupId?: string | null
  post?: Post | null
  invitedBy: string
}

/**
 * Makes an invitation and answers the token of its link (`/undangan/<token>`), which is shown once and never stored.
 * The caller has decided that it may, sends the link, and writes the audit event.
 */
export async function createInvitation(
  { db, tables: { invitations } }: Tx,
  invitation: NewInvitation,
  { now, newId }: { now: Instant; newId: () => string },
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  await db.insert(invitations).values({
    id,
    tokenHash: hashSecret(token),
    ...invitation,
    createdAt: now,
    expiresAt: now + VALID_DAYS * DAY,
  })
  return { id, token }
}

/**
 * Takes back an invitation that nobody has accepted; its link stops working.
 * @throws invitation_spent 409 when it is accepted or taken back already
 */
export async function takeBackInvitation(
  { db, tables: { invitations } }: Tx,
  invitationId: string,
  now: Instant,
): Promise<void> {
  const [revoked] = await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    )
    .returning({ id: invitations.id })
  if (!revoked) throw invitationSpent()
}

/** Takes back invitations of a group's chair that nobody has accepted; their links stop working. */
export async function revokeChairInvitations(
  { db, tables: { invitations } }: Tx,
  groupId: string,
  now: Instant,
): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.groupId, groupId),
        eq(invitations.post, 'ketua'),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
}
