import { recordAudit } from '~/features/audit/record-audit.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import type { Contact } from './contact.server'

export interface NewAccount {
  id: string
  name: string
  contact: Contact
  passwordHash: string
}

/**
 * Makes an account in the caller's transaction; it may do nothing until it is granted something.
 * A contact or an id that is taken is a unique violation for the caller to explain.
 */
export async function createAccount(
  tx: Tx,
  { id, name, contact, passwordHash }: NewAccount,
  { now, newId, requestId }: { now: Instant; newId: () => string; requestId: string },
): Promise<void> {
  await tx.db
    .insert(tx.tables.accounts)
    .values({ id, name, nameKey: searchKey(name), ...contact, passwordHash, createdAt: now })
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id, role: 'self' },
    action: 'account.created',
    subject: { kind: 'account', id },
    requestId,
  })
}
