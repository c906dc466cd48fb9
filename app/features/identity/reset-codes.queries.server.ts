import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { type Actor, reach } from './actor'
import { parseContact } from './contact.server'
import { veiledContact } from './identity.messages'
import { holdsNoOffice, withinRegencies } from './within-office.server'

const AT_MOST = 10

export interface CodeCandidate {
  id: string
  name: string
  /** Partly hidden: the officer asks the person for the rest. */
  contact: string
  groups: string[]
}

/**
 * People of the officer's own regency who may need a code, by number, e-mail or name.
 * @param words at least three characters, otherwise nobody is found
 */
export async function findCodeCandidates(
  { store }: Services,
  actor: Actor,
  words: string,
): Promise<CodeCandidate[]> {
  const { accounts, grants, groups } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const contact = parseContact(words)
  const key = searchKey(words)
  if (!contact && key.length < 3) return []
  const found = await store.read
    .select({ id: accounts.id, name: accounts.name, email: accounts.email, phone: accounts.phone })
    .from(accounts)
    .where(
      and(
        eq(accounts.status, 'active'),
        contact === null
          ? likeAnywhere(accounts.nameKey, key)
          : contact.email === null
            ? eq(accounts.phone, contact.phone)
            : eq(accounts.email, contact.email),
        withinRegencies(reading, reach(actor, 'resetCode.issue').regencyCodes),
        holdsNoOffice(reading),
      ),
    )
    .orderBy(asc(accounts.nameKey), asc(accounts.id))
    .limit(AT_MOST)
  if (found.length === 0) return []
  const memberships = await store.read
    .select({ accountId: grants.accountId, name: groups.name })
    .from(grants)
    .innerJoin(groups, eq(groups.id, grants.groupId))
    .where(
      and(
        inArray(
          grants.accountId,
          found.map(({ id }) => id),
        ),
        isNull(grants.revokedAt),
      ),
    )
  return found.map(({ id, name, email, phone }) => ({
    id,
    name,
    contact: veiledContact({ email, phone }),
    groups: memberships.filter((row) => row.accountId === id).map((row) => row.name),
  }))
}
