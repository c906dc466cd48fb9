import { and, asc, count, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { postWords } from '~/features/groups/groups.messages'
import { provinceChoices, regionNames } from '~/features/regions/office-places.queries.server'
import { likeAnywhere } from '~/platform/db/like'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { normalizePhone } from './contact.server'
import { phoneWords, roleWords } from './identity.messages'

const PAGE_SIZE = 25

/** Accounts by name, e-mail or number, for administrators; `page` counts from 1. */
export async function accountsScreen({ store }: Services, { q, page }: { q: string; page: number }) {
  const { accounts, grants } = store.tables
  const matching = q === '' ? undefined : matches(accounts, q)
  const [totals] = await store.read.select({ total: count() }).from(accounts).where(matching)
  const total = totals?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const shown = Math.min(page, pageCount)
  const rows = await store.read
    .select()
    .from(accounts)
    .where(matching)
    .orderBy(asc(accounts.nameKey), asc(accounts.id))
    .limit(PAGE_SIZE)
    .offset((shown - 1) * PAGE_SIZE)
  const held =
    rows.length === 0
      ? []
      : await store.read
          .select({ accountId: grants.accountId, role: grants.role })
          .from(grants)
          .where(
            and(
              isNull(grants.revokedAt),
              inArray(
                grants.accountId,
                rows.map(({ id }) => id),
              ),
            ),
          )
  return {
    total,
    page: shown,
    pageCount,
    rows: rows.map(({ id, name, email, phone, status, createdAt }) => ({
      id,
      name,
      email,
      phone: phone && phoneWords(phone),
      disabled: status !== 'active',
      createdAt,
      roles: [...new Set(held.filter((grant) => grant.accountId === id).map(({ role }) => roleWords[role]))],
    })),
  }
}

function matches(accounts: Services['store']['tables']['accounts'], q: string) {
  const phone = normalizePhone(q)
  const key = searchKey(q)
  return or(
    key === '' ? undefined : likeAnywhere(accounts.nameKey, key),
    likeAnywhere(accounts.email, q.toLowerCase()),
    phone === null ? undefined : eq(accounts.phone, phone),
  )
}

/** One account with everything it was ever granted, for administrators. @throws notFound */
export async function accountScreen({ store }: Services, accountId: string) {
  const { accounts, grants, groups, sessions } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const [account] = await store.read.select().from(accounts).where(eq(accounts.id, accountId))
  if (!account) throw notFound()
  const [open] = await store.read
    .select({ sessions: count() })
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
  const rows = await store.read
    .select({ grant: grants, group: groups.name })
    .from(grants)
    .leftJoin(groups, eq(groups.id, grants.groupId))
    .where(eq(grants.accountId, accountId))
    .orderBy(desc(grants.grantedAt))
    .limit(200)
  const names = await regionNames(
    reading,
    rows.map(({ grant }) => grant.regencyCode ?? grant.provinceCode),
  )
  return {
    account: {
      id: account.id,
      name: account.name,
      email: account.email,
      phone: account.phone && phoneWords(account.phone),
      disabled: account.status !== 'active',
      createdAt: account.createdAt,
      version: account.version,
      sessions: open?.sessions ?? 0,
    },
    grants: rows.map(({ grant, group }) => ({
      id: grant.id,
      role: roleWords[grant.role],
      isChair: grant.post === 'ketua',
      where: group
        ? `${grant.post ? postWords[grant.post] : 'Anggota'} ${group}`
        : (names.get(grant.regencyCode ?? grant.provinceCode ?? '') ?? 'Seluruh Indonesia'),
      grantedAt: grant.grantedAt,
      revokedAt: grant.revokedAt,
    })),
    provinces: await provinceChoices(reading),
  }
}

/** The few counts of the administrators' first page. */
export async function adminScreen({ store }: Services) {
  const { accounts, messages, jobs, invitations } = store.tables
  const [[all], [waiting], [failed], [dead], [open]] = await Promise.all([
    store.read.select({ n: count() }).from(accounts),
    store.read.select({ n: count() }).from(messages).where(eq(messages.status, 'queued')),
    store.read.select({ n: count() }).from(messages).where(eq(messages.status, 'failed')),
    store.read.select({ n: count() }).from(jobs).where(eq(jobs.status, 'dead')),
    store.read
      .select({ n: count() })
      .from(invitations)
      .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
  ])
  return {
    accounts: all?.n ?? 0,
    waitingMessages: waiting?.n ?? 0,
    failedMessages: failed?.n ?? 0,
    deadJobs: dead?.n ?? 0,
    openInvitations: open?.n ?? 0,
  }
}
