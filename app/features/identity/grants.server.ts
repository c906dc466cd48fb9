import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Post } from '~/features/groups/groups.schema'
import { NATION } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import type { Database, Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import type { Tables } from '~/tables'
import type { Role } from './permissions'

export interface NewGrant {
  accountId: string
  role: Role
  provinceCode?: string | null
  regencyCode?: string | null
  groupId?: string | null
  post?: Post | null
  grantedBy: string | null
}

/**
 * Gives an account a role at a place. The caller has decided that it may, and writes the audit event.
 * @throws chair_taken 409 when the group has a chair with an account: revoke that grant first
 */
export async function grantRole(
  tx: Tx,
  grant: NewGrant,
  { now, newId }: { now: Instant; newId: () => string },
): Promise<void> {
  const {
    db,
    tables: { grants },
  } = tx
  if (grant.post === 'ketua' && grant.groupId && (await chairAccountOf(tx, grant.groupId))) {
    throw new AppError(
      'chair_taken',
      409,
      'Ketua KIM ini sudah punya akun. Tidak ada yang diubah. Pergantian ketua dimulai dari halaman KIM, menu Serah terima ketua.',
    )
  }
  await db.insert(grants).values({ id: newId(), ...grant, grantedAt: now })
}

/** Ends the chair's grant of a group, whoever holds it. */
export async function revokeChair(
  { db, tables: { grants } }: Tx,
  groupId: string,
  now: Instant,
): Promise<void> {
  await db
    .update(grants)
    .set({ revokedAt: now })
    .where(and(eq(grants.groupId, groupId), eq(grants.post, 'ketua'), isNull(grants.revokedAt)))
}

/** The accounts that hold a role in a regency now, for notices to the office. */
export async function officersOf(tx: Tx, regencyCode: string): Promise<string[]> {
  return officersAt(tx, regencyCode)
}

/** The accounts that hold the office of a regency, of a province, or of the country (`00`) now. */
export async function officersAt({ db, tables: { grants } }: Tx, regionCode: string): Promise<string[]> {
  const isHere =
    regionCode.length === 4
      ? and(eq(grants.role, 'regency_officer'), eq(grants.regencyCode, regionCode))
      : regionCode === NATION
        ? eq(grants.role, 'national_officer')
        : and(eq(grants.role, 'province_officer'), eq(grants.provinceCode, regionCode))
  const rows = await db
    .select({ id: grants.accountId })
    .from(grants)
    .where(and(isHere, isNull(grants.revokedAt)))
  return [...new Set(rows.map((row) => row.id))]
}

/**
 * The accounts of the officers of offices now, by the code of the office's region: of a regency, of a province, `00` for
 * the nation's.
 */
export async function officersOfOffices(
  { db, tables: { grants } }: { db: Database; tables: Tables },
  codes: string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .select({
      id: grants.accountId,
      role: grants.role,
      provinceCode: grants.provinceCode,
      regencyCode: grants.regencyCode,
    })
    .from(grants)
    .where(
      and(
        isNull(grants.revokedAt),
        or(
          and(eq(grants.role, 'regency_officer'), inArray(grants.regencyCode, codes)),
          and(eq(grants.role, 'province_officer'), inArray(grants.provinceCode, codes)),
          codes.includes(NATION) ? eq(grants.role, 'national_officer') : undefined,
        ),
      ),
    )
  const found = new Map<string, string[]>()
  for (const { id, role, provinceCode, regencyCode } of rows) {
    const code = { regency_officer: regencyCode, province_officer: provinceCode }[String(role)] ?? NATION
    const there = found.get(code) ?? []
    if (!there.includes(id)) found.set(code, [...there, id])
  }
  return found
}

/** The account of a group's chair; null while none has an account. */
export async function chairAccountOf(
  { db, tables: { grants } }: Tx,
  groupId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: grants.accountId })
    .from(grants)
    .where(and(eq(grants.groupId, groupId), eq(grants.post, 'ketua'), isNull(grants.revokedAt)))
  return row?.id ?? null
}

/**
 * Ends every grant that an account holds in a group, for example before it is given another post there.
 * @returns the posts that it held
 */
export async function revokeMembership(
  { db, tables: { grants } }: Tx,
  { groupId, accountId, now }: { groupId: string; accountId: string; now: Instant },
): Promise<(Post | null)[]> {
  const ended = await db
    .update(grants)
    .set({ revokedAt: now })
    .where(and(eq(grants.groupId, groupId), eq(grants.accountId, accountId), isNull(grants.revokedAt)))
    .returning({ post: grants.post })
  return ended.map(({ post }) => post)
}

/** True when someone else with a working account decides in the regency. */
export async function hasAnotherOfficer(
  { db, tables: { grants, accounts } }: Tx,
  regencyCode: string,
  accountId: string,
): Promise<boolean> {
  const [other] = await db
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(
      and(
        eq(grants.regencyCode, regencyCode),
        eq(grants.role, 'regency_officer'),
        isNull(grants.revokedAt),
        eq(accounts.status, 'active'),
        ne(accounts.id, accountId),
      ),
    )
    .limit(1)
  return other !== undefined
}

/** The accounts of the registrars of kim.id, for notices. */
export async function registrarAccounts({ db, tables: { grants } }: Tx): Promise<string[]> {
  const rows = await db
    .select({ id: grants.accountId })
    .from(grants)
    .where(and(eq(grants.role, 'registrar'), isNull(grants.revokedAt)))
  return [...new Set(rows.map((row) => row.id))]
}
