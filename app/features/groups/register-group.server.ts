import { and, eq, inArray, isNull } from 'drizzle-orm'
import { issueCertificates } from '~/features/certificates/issue-certificate.server'
import { beginCounting } from '~/features/coverage/count-coverage.server'
import { beginSpans } from '~/features/coverage/group-spans.server'
import { mapRegisteredGroups } from '~/features/mapping/bring-in-groups.server'
import { issueNumbers } from '~/features/numbering/issue-number.server'
import { countGroups } from '~/features/regions/count-group.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { type AppError, isAppError } from '~/platform/errors'
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

interface Registered {
  id: string
  number: string
}

/**
 * Brings a group into being: its number, board, decree, counts, place in a running mapping and first certificate, all in the caller's transaction.
 * The caller has decided that it may, and writes the audit event.
 * @throws village_full 409, village_not_in_force 409, decree_differs 409
 * @throws no_single_chair 422, decree_dates 422
 */
export async function registerGroup(tx: Tx, group: NewGroup, registering: Registering): Promise<Registered> {
  const [registered] = await registerGroups(tx, [group], registering)
  if (!registered) throw new Error('no group was registered')
  return registered
}

/** Groups a statement: their values stay below the 32,766 that SQLite takes. */
const BATCH = 500

/**
 * Brings many groups into being in few statements, in the order given.
 * Rows that others may wait for are taken in one order (counters by village, districts, decrees, counts from the
 * villages upwards), so that a long list and a single approval never wait for each other in a ring.
 * @param explain puts into words which of the groups was refused
 * @throws like `registerGroup`; then none is registered once the caller's transaction rolls back
 */
export async function registerGroups(
  tx: Tx,
  groups: NewGroup[],
  { now, today, newId, publicUrl }: Registering,
  explain: Explain = (error) => error,
): Promise<Registered[]> {
  for (const [at, { members }] of groups.entries()) {
    if (members.filter((member) => member.post === 'ketua').length !== 1) throw explain(noSingleChair(), at)
  }
  await assertVillagesInForce(tx, groups, today, explain)
  const numbers = await numbersFor(tx, groups, explain)
  const made = groups.map((group, at) => ({ id: newId(), number: numbers[at] ?? '', group }))
  const finishCounting = await beginCounting(tx, groups)
  await insertGroups(tx, made, { now, today, newId })
  await attachNewDecrees(tx, made, { now, newId, explain })
  await mapRegisteredGroups(
    tx,
    made.map(({ id, group }) => ({ ...group, id })),
    { now, newId },
  )
  await issueCertificates(tx, { groupIds: made.map(({ id }) => id), now, newId, publicUrl })
  // From here on everyone else who counts waits for this transaction.
  await countGroups(tx, groups, null, 'registered')
  await finishCounting()
  return made.map(({ id, number }) => ({ id, number }))
}

async function insertGroups(
  tx: Tx,
  made: Made[],
  { now, today, newId }: Pick<Registering, 'now' | 'today' | 'newId'>,
): Promise<void> {
  for (let at = 0; at < made.length; at += BATCH) {
    const batch = made.slice(at, at + BATCH)
    await tx.db.insert(tx.tables.groups).values(
      batch.map(({ id, number, group: { members, decree, ...facts } }) => ({
        ...facts,
        id,
        number,
        nameKey: searchKey(facts.name),
        status: 'registered' as const,
        statusSince: now,
        registeredAt: now,
      })),
    )
    await insertBoards(tx, batch, { today, newId })
  }
  await beginSpans(
    tx,
    made.map(({ id }) => id),
    today,
  )
}

/** Says which of several groups an error is about; `at` counts from 0. */
type Explain = (error: AppError, at: number) => AppError

interface Made extends Registered {
  group: NewGroup
}

async function insertBoards(
  { db, tables: { boardMembers } }: Tx,
  made: Made[],
  { today, newId }: Pick<Registering, 'today' | 'newId'>,
): Promise<void> {
  const rows = made.flatMap(({ id, group: { members, decree } }) =>
    members.map(({ name, post }) => ({ id: newId(), groupId: id, name, post, since: decree?.date ?? today })),
  )
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.insert(boardMembers).values(rows.slice(at, at + BATCH))
  }
}

/** The numbers of groups in the order given; villages take their turn by code. */
async function numbersFor(tx: Tx, groups: NewGroup[], explain: Explain): Promise<string[]> {
  const byVillage = new Map<string, number[]>()
  for (const [at, { villageCode }] of groups.entries()) {
    const places = byVillage.get(villageCode)
    if (places) places.push(at)
    else byVillage.set(villageCode, [at])
  }
  const numbers: string[] = []
  for (const [villageCode, places] of [...byVillage].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const issued = await explained(() => issueNumbers(tx, villageCode, places.length), explain, places[0])
    for (const [nth, at] of places.entries()) numbers[at] = issued[nth] ?? ''
  }
  return numbers
}

/** One decree may name many of the groups and is then looked up once. */
async function attachNewDecrees(
  tx: Tx,
  made: Made[],
  { now, newId, explain }: Pick<Registering, 'now' | 'newId'> & { explain: Explain },
): Promise<void> {
  const named = made
    .flatMap(({ id, group: { decree, regencyCode } }, at) =>
      decree
        ? [{ id, at, decree, regencyCode, key: JSON.stringify([regencyCode, decree.number, decree]) }]
        : [],
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const stored = new Map<string, string>()
  for (const { at, key, decree, regencyCode } of named) {
    if (stored.has(key)) continue
    stored.set(key, await explained(() => storeDecree(tx, { decree, regencyCode, newId }), explain, at))
  }
  const rows = named.map(({ id, key }) => ({
    id: newId(),
    groupId: id,
    decreeId: stored.get(key) ?? '',
    attachedAt: now,
  }))
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx.db.insert(tx.tables.groupDecrees).values(rows.slice(at, at + BATCH))
  }
}

async function explained<T>(work: () => Promise<T>, explain: Explain, at = 0): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isAppError(error) ? explain(error, at) : error
  }
}

/**
 * A number is given only in a village that exists on that day, under the codes that the group carries:
 * a village may have been merged, split or moved while the application waited.
 */
async function assertVillagesInForce(
  { db, tables: { regions } }: Tx,
  groups: NewGroup[],
  today: string,
  explain: Explain,
): Promise<void> {
  const codes = [...new Set(groups.map((group) => group.villageCode))]
  const rows = []
  for (let at = 0; at < codes.length; at += BATCH) {
    rows.push(
      ...(await db
        .select()
        .from(regions)
        .where(and(inArray(regions.code, codes.slice(at, at + BATCH)), eq(regions.level, 'village')))),
    )
  }
  const villages = new Map(rows.map((village) => [village.code, village]))
  for (const [at, group] of groups.entries()) {
    const village = villages.get(group.villageCode)
    const inForce = village && (village.validUntil === null || village.validUntil >= today)
    const sameCodes =
      village?.districtCode === group.districtCode &&
      village.regencyCode === group.regencyCode &&
      village.provinceCode === group.provinceCode
    if (!inForce || !sameCodes) throw explain(villageNotInForce(), at)
  }
}

/**
 * Puts a decree in force for a group; the one before becomes history.
 * @throws decree_differs 409, decree_dates 422
 */
export async function attachDecree(
  tx: Tx,
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
  const { groupDecrees } = tx.tables
  const decreeId = await storeDecree(tx, { decree, regencyCode, newId })
  await tx.db
    .update(groupDecrees)
    .set({ replacedAt: now })
    .where(and(eq(groupDecrees.groupId, groupId), isNull(groupDecrees.replacedAt)))
  await tx.db.insert(groupDecrees).values({ id: newId(), groupId, decreeId, attachedAt: now })
}

/**
 * One decree may name several groups and is then stored once: what a later group knows and an earlier one left out
 * is filled in, and two different dates of validity for one decree are refused.
 * @returns the decree's id
 */
async function storeDecree(
  { db, tables: { decrees } }: Tx,
  { decree, regencyCode, newId }: { decree: NewDecree; regencyCode: string; newId: () => string },
): Promise<string> {
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
  return stored.id
}
