import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Grant } from './actor'

/** What an account holds now, in the shape that policies read; nothing for an account that is disabled. */
export async function grantsOf(
  { db, tables: { grants, accounts } }: { db: Database; tables: Tables },
  accountId: string,
): Promise<Grant[]> {
  return db
    .select({
      role: grants.role,
      provinceCode: grants.provinceCode,
      regencyCode: grants.regencyCode,
      groupId: grants.groupId,
      post: grants.post,
    })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(eq(grants.accountId, accountId), isNull(grants.revokedAt), eq(accounts.status, 'active')))
}
