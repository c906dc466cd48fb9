import { and, asc, desc, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { provinceChoices, regionNames } from '~/features/regions/office-places.queries.server'
import type { Services } from '~/platform/services'
import { type Actor, reach } from './actor'
import { phoneWords, roleWords } from './identity.messages'

const AT_MOST = 500

export interface OfficerRow {
  grantId: string
  accountId: string
  name: string
  contact: string
  role: string
  where: string
  since: number
  disabled: boolean
}

export interface OpenInvitationRow {
  id: string
  name: string
  contact: string
  role: string
  where: string
  inviter: string
  createdAt: number
  expiresAt: number
}

/** Regency officers and open invitations of the province officer's own provinces, and where they may invite. */
export async function provinceOfficersScreen(services: Services, actor: Actor) {
  const { store } = services
  const { grants, invitations } = store.tables
  const { provinceCodes } = reach(actor, 'officers.invite')
  const [officers, open, provinces] = await Promise.all([
    findOfficers(
      services,
      and(eq(grants.role, 'regency_officer'), inArray(grants.provinceCode, provinceCodes)),
    ),
    findInvitations(
      services,
      and(eq(invitations.role, 'regency_officer'), inArray(invitations.provinceCode, provinceCodes)),
    ),
    provinceChoices({ db: store.read, tables: store.tables }, provinceCodes),
  ])
  return { officers, open, provinces }
}

/** All officers above the regencies and all open invitations to offices, for administrators. */
export async function allOfficersScreen(services: Services) {
  const { store } = services
  const { grants, invitations } = store.tables
  const [officers, open, provinces] = await Promise.all([
    findOfficers(
      services,
      inArray(grants.role, ['province_officer', 'national_officer', 'registrar', 'admin']),
    ),
    findInvitations(services, ne(invitations.role, 'volunteer')),
    provinceChoices({ db: store.read, tables: store.tables }),
  ])
  return { officers, open, provinces }
}

async function findOfficers({ store }: Services, scope: SQL | undefined): Promise<OfficerRow[]> {
  const { grants, accounts } = store.tables
  const rows = await store.read
    .select({ grant: grants, account: accounts })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(isNull(grants.revokedAt), scope))
    .orderBy(asc(grants.role), asc(grants.provinceCode), asc(grants.regencyCode), asc(accounts.nameKey))
    .limit(AT_MOST)
  const names = await regionNames(
    { db: store.read, tables: store.tables },
    rows.map(({ grant }) => grant.regencyCode ?? grant.provinceCode),
  )
  return rows.map(({ grant, account }) => ({
    grantId: grant.id,
    accountId: account.id,
    name: account.name,
    contact: contactWords(account),
    role: roleWords[grant.role],
    where: names.get(grant.regencyCode ?? grant.provinceCode ?? '') ?? 'Seluruh Indonesia',
    since: grant.grantedAt,
    disabled: account.status !== 'active',
  }))
}

async function findInvitations(
  { store, clock }: Services,
  scope: SQL | undefined,
): Promise<OpenInvitationRow[]> {
  const { invitations, accounts } = store.tables
  const rows = await store.read
    .select({ invitation: invitations, inviter: accounts.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, clock()),
        scope,
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(AT_MOST)
  const names = await regionNames(
    { db: store.read, tables: store.tables },
    rows.map(({ invitation }) => invitation.regencyCode ?? invitation.provinceCode),
  )
  return rows.map(({ invitation, inviter }) => ({
    id: invitation.id,
    name: invitation.name,
    contact: contactWords(invitation),
    role: roleWords[invitation.role],
    where: names.get(invitation.regencyCode ?? invitation.provinceCode ?? '') ?? 'Seluruh Indonesia',
    inviter,
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt,
  }))
}

function contactWords({ email, phone }: { email: string | null; phone: string | null }): string {
  return [phone && phoneWords(phone), email].filter(Boolean).join(', ') || 'tanpa kontak'
}
