import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import { endSessions } from './sessions.server'

/**
 * Sets an account's password in the caller's transaction.
 * Every session ends, and every link or code that was still open is void.
 */
export async function setPassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  const { accounts, oneTimeSecrets } = tx.tables
  await tx.db
    .update(accounts)
    .set({ passwordHash, version: sql`${accounts.version} + 1` })
    .where(eq(accounts.id, accountId))
  await endSessions(tx, accountId)
  await tx.db
    .delete(oneTimeSecrets)
    .where(and(eq(oneTimeSecrets.accountId, accountId), isNull(oneTimeSecrets.usedAt)))
}
