import { and, eq } from 'drizzle-orm'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { issueNumber } from '~/features/numbering/issue-number.server'
import { countGroup } from '~/features/regions/count-group.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import type { Contact, GroupScope, IssuerKind, Post } from './groups.schema'

export interface NewGroup {
  name: string
  scope: GroupScope
  scopeNote?: string
  foundedOn?: string
  address?: string
  latitude?: number
  longitude?: number
  contact: Contact
  source: 'online' | 'paper' | 'import'
  provinceCode: string
  regencyCode: string
  districtCode: string
  villageCode: string
  /** With exactly one ketua. */
  members: { name: string; post: Post }[]
  decree: NewDecree | null
}

export interface NewDecree {
  number: string
  date: string
  issuerKind: IssuerKind
  issuerName?: string
  validUntil?: string
}

interface Registering {
  now: Instant
  /** Local date of the registration. */
  today: string
  newId: () => string
  publicUrl: string
}

/**
 * Brings a group into being: its number, board, decree, counts and first certificate, all in the caller's transaction.
 * The caller has decided that it may, and writes the audit event.
 * @throws village_full 409
 */
export async function registerGroup(
  tx: Tx,
  group: NewGroup,
  { now, today, newId, publicUrl }: Registering,
): Promise<{ id: string; number: string }> {
  const id = newId()
  const number = await issueNumber(tx, group.villageCode)
  const { members, decree, ...facts } = group
  await tx.db.insert(tx.tables.groups).values({
    ...facts,
    id,
    number,
    nameKey: searchKey(group.name),
    status: 'registered',
    statusSince: now,
    registeredAt: now,
  })
  await tx.db.insert(tx.tables.boardMembers).values(
    members.map((member) => ({
      id: newId(),
      groupId: id,
      name: member.name,
      post: member.post,
      since: decree?.date ?? today,
    })),
  )
  if (decree) await attachDecree(tx, { groupId: id, regencyCode: group.regencyCode, decree, now, newId })
  await countGroup(tx, group, null, 'registered')
  await issueCertificate(tx, { groupId: id, now, newId, publicUrl })
  return { id, number }
}

/** Puts a decree in force for a group; one decree may name several groups and is then stored once. */
export async function attachDecree(
  { db, tables: { decrees, groupDecrees } }: Tx,
  {
    groupId,
    regencyCode,
    decree,
    now,
    newId,
  }: {
    groupId: string
    regencyCode: string
    decree: NewDecree
    now: Instant
    newId: () => string
  },
): Promise<void> {
  await db
    .insert(decrees)
    .values({ id: newId(), regencyCode, ...decree })
    .onConflictDoNothing()
  const [stored] = await db
    .select({ id: decrees.id })
    .from(decrees)
    .where(
      and(
        eq(decrees.regencyCode, regencyCode),
        eq(decrees.number, decree.number),
        eq(decrees.date, decree.date),
        eq(decrees.issuerKind, decree.issuerKind),
      ),
    )
  if (!stored) throw new Error('the decree was not stored')
  await db.insert(groupDecrees).values({ id: newId(), groupId, decreeId: stored.id, attachedAt: now })
}
