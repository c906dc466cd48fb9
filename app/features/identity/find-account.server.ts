import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Contact } from './contact.server'

/** The account of an e-mail address or a number; undefined when there is none. */
export async function findAccountByContact(
  { db, tables: { accounts } }: { db: Database; tables: Tables },
  contact: Contact,
) {
  const [account] = await db
    .select()
    .from(accounts)
    .where(contact.email === null ? eq(accounts.phone, contact.phone) : eq(accounts.email, contact.email))
  return account
}
