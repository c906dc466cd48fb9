import { and, eq, isNull } from 'drizzle-orm'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { issueNumber } from '~/features/numbering/issue-number.server'
import { countGroup } from '~/features/regions/count-group.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import { decreeDiffers, decreeEndsBeforeItBegins, noSingleChair, villageNotInForce } from './groups.errors'
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
 * @throws village_full 409, village_not_in_force 409, decree_differs 409
 * @throws no_single_chair 422, decree_dates 422
 */
export async function registerGroup(
  tx: Tx,
  group: NewGroup,
  { now, today, newId, publicUrl }: Registering,
): Promise<{ id: string; number: string }> {
  const { members, decree, ...facts } = group
  if (members.filter((member) => member.post === 'ketua').length !== 1) throw noSingleChair()
  await assertVillageInForce(tx, group, today)
  const id = newId()
  const number = await issueNumber(tx, group.villageCode)
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

/**
 * A number is given only in a village that exists on that day, under the codes that the group carries:
 * a village may have been merged, split or moved while the application waited.
 */
async function assertVillageInForce(
  { db, tables: { regions } }: Tx,
  group: Pick<NewGroup, 'provinceCode' | 'regencyCode' | 'districtCode' | 'villageCode'>,
  today: string,
): Promise<void> {
  const [village] = await db
    .select()
    .from(regions)
    .where(
      and(
        eq(regions.code, group.villageCode),
        eq(regions.level, 'village'),
        eq(regions.districtCode, group.districtCode),
        eq(regions.regencyCode, group.regencyCode),
        eq(regions.provinceCode, group.provinceCode),
      ),
    )
  if (!village || (village.validUntil !== null && village.validUntil < today)) throw villageNotInForce()
}

/**
 * Puts a decree in force for a group; the one before becomes history.
 * One decree may name several groups and is then stored once: what a later group knows and an earlier one left out
 * is filled in, and two different dates of validity for one decree are refused.
 * @throws decree_differs 409, decree_dates 422
 */
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
  if (decree.validUntil && decree.validUntil < decree.date) throw decreeEndsBeforeItBegins()
  await db
    .insert(decrees)
    .values({ id: newId(), regencyCode, ...decree })
    .onConflictDoNothing()
  const [stored] = await db
    .select()
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
  if (decree.validUntil && stored.validUntil && decree.validUntil !== stored.validUntil) {
    throw decreeDiffers(stored)
  }
  const filled = {
    ...(stored.validUntil === null && decree.validUntil ? { validUntil: decree.validUntil } : {}),
    ...(stored.issuerName === null && decree.issuerName ? { issuerName: decree.issuerName } : {}),
  }
  if (Object.keys(filled).length > 0) {
    await db.update(decrees).set(filled).where(eq(decrees.id, stored.id))
  }
  await db
    .update(groupDecrees)
    .set({ replacedAt: now })
    .where(and(eq(groupDecrees.groupId, groupId), isNull(groupDecrees.replacedAt)))
  await db.insert(groupDecrees).values({ id: newId(), groupId, decreeId: stored.id, attachedAt: now })
}
