import { and, eq, exists, inArray, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * Accounts that a regency office may help: they belong to a group of the regency, or wrote an application there.
 * All others do not exist for it.
 */
export function withinRegencies({ db, tables }: Reading, regencyCodes: string[]): SQL | undefined {
  const { accounts, grants, groups, applications } = tables
  if (regencyCodes.length === 0) return sql`1 = 0`
  const one = { one: sql<number>`1` }
  return or(
    exists(
      db
        .select(one)
        .from(grants)
        .innerJoin(groups, eq(groups.id, grants.groupId))
        .where(
          and(
            eq(grants.accountId, accounts.id),
            isNull(grants.revokedAt),
            inArray(groups.regencyCode, regencyCodes),
          ),
        ),
    ),
    exists(
      db
        .select(one)
        .from(applications)
        .where(and(eq(applications.createdBy, accounts.id), inArray(applications.regencyCode, regencyCodes))),
    ),
  )
}

/** Accounts that hold no office: nobody takes an officer over with a code from a counter. */
export function holdsNoOffice({ db, tables: { accounts, grants } }: Reading): SQL {
  return not(
    exists(
      db
        .select({ one: sql<number>`1` })
        .from(grants)
        .where(
          and(eq(grants.accountId, accounts.id), isNull(grants.revokedAt), ne(grants.role, 'volunteer')),
        ),
    ),
  )
}

/** True when the account holds no office now. */
export async function officeFree(reading: Reading, accountId: string): Promise<boolean> {
  const { accounts } = reading.tables
  const [row] = await reading.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), holdsNoOffice(reading)))
  return row !== undefined
}
