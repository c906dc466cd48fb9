import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { changedMeanwhile } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'
import { assertAdminLeft } from './end-grant.server'
import { ownAccount } from './identity.errors'
import { endSessions } from './sessions.server'

/**
 * Disables or enables an account, by an administrator. Disabling ends its sessions and voids its open links and codes;
 * what it wrote stays.
 * @throws own_account, last_admin, changedMeanwhile 409
 */
export async function setAccountStatus(
  { store, clock, newId }: Services,
  actor: Actor,
  {
    accountId,
    status,
    version,
    requestId,
  }: { accountId: string; status: 'active' | 'disabled'; version: number; requestId: string },
): Promise<void> {
  if (accountId === actor.id) throw ownAccount()
  const now = clock()
  await store.transact(async (tx) => {
    const { accounts, oneTimeSecrets } = tx.tables
    const [changed] = await tx.db
      .update(accounts)
      .set({ status, version: version + 1 })
      .where(and(eq(accounts.id, accountId), eq(accounts.version, version)))
      .returning({ id: accounts.id })
    if (!changed) throw changedMeanwhile()
    if (status === 'disabled') {
      await endSessions(tx, accountId)
      await tx.db
        .delete(oneTimeSecrets)
        .where(and(eq(oneTimeSecrets.accountId, accountId), isNull(oneTimeSecrets.usedAt)))
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'admin' },
      action: status === 'disabled' ? 'account.disabled' : 'account.enabled',
      subject: { kind: 'account', id: accountId },
      delta: { status: [status === 'disabled' ? 'active' : 'disabled', status] },
      requestId,
    })
    if (status === 'disabled') await assertAdminLeft(tx)
  })
}
