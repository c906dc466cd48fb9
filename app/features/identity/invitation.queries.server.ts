import { eq } from 'drizzle-orm'
import { postWords } from '~/features/groups/groups.messages'
import { regionNames } from '~/features/regions/office-places.queries.server'
import type { Services } from '~/platform/services'
import { phoneWords, roleMeanings, roleWords } from './identity.messages'
import { hashSecret } from './sessions.server'

export interface InvitationScreen {
  open: boolean
  inviter: string
  name: string
  /** Prefilled for the new account. */
  contact: string | undefined
  /** "Petugas Dinas kabupaten/kota", "Ketua KIM Nawaripi". */
  what: string
  /** What comes with it, in one line. */
  meaning: string
  where: string | undefined
}

/** Who invites for what; null for a link that never was. */
export async function invitationScreen(
  { store, clock }: Services,
  token: string,
): Promise<InvitationScreen | null> {
  const { invitations, accounts, groups } = store.tables
  const [found] = await store.read
    .select({ invitation: invitations, inviter: accounts.name, group: groups.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .leftJoin(groups, eq(groups.id, invitations.groupId))
    .where(eq(invitations.tokenHash, hashSecret(token)))
  if (!found) return null
  const { invitation, inviter, group } = found
  const code = invitation.regencyCode ?? invitation.provinceCode
  const names = await regionNames({ db: store.read, tables: store.tables }, [code])
  const post = invitation.post ? postWords[invitation.post] : roleWords[invitation.role]
  return {
    open: invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > clock(),
    inviter,
    name: invitation.name,
    contact: invitation.email ?? (invitation.phone ? phoneWords(invitation.phone) : undefined),
    what: group ? `${post} ${group}` : roleWords[invitation.role],
    meaning: group && invitation.post !== 'ketua' ? 'mencatat kegiatannya' : roleMeanings[invitation.role],
    where: code ? names.get(code) : undefined,
  }
}
