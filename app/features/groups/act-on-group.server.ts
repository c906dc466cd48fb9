import { and, eq, sql } from 'drizzle-orm'
import { type Delta, recordAudit } from '~/features/audit/record-audit.server'
import { beginCounting } from '~/features/coverage/count-coverage.server'
import { beginSpans, endSpan } from '~/features/coverage/group-spans.server'
import { type Actor, actingAs, mayIn } from '~/features/identity/actor'
import { chairAccountOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { countGroup } from '~/features/regions/count-group.server'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { canMoveGroup, isOpen } from './groups.policy'
import type { GroupStatus } from './groups.state'

export type Group = Tables['groups']['$inferSelect']

/** Who does something to which group, and the version of the group that was on the screen. */
export interface ActingOnGroup {
  actor: Actor
  requestId: string
  groupId: string
  version: number
}

/**
 * Reads a group and holds its row until the transaction ends: what is done to one group happens in turns.
 * Answers undefined when there is none.
 */
export async function lockGroup({ db, tables: { groups } }: Tx, groupId: string): Promise<Group | undefined> {
  const [group] = await db
    .update(groups)
    .set({ version: sql`${groups.version}` })
    .where(eq(groups.id, groupId))
    .returning()
  return group
}

/**
 * The group for an officer who supervises its regency, held until the transaction ends.
 * @throws notFound outside the officer's region
 */
export async function lockSupervised(tx: Tx, actor: Actor, groupId: string): Promise<Group> {
  const group = await lockGroup(tx, groupId)
  if (!group || !mayIn(actor, 'group.supervise', group)) throw notFound()
  return group
}

/**
 * The group for whoever chairs it at this moment, held until the transaction ends.
 * @throws notFound for everybody else, group_closed 409
 */
export async function lockChaired(tx: Tx, actor: Actor, groupId: string): Promise<Group> {
  const group = await lockGroup(tx, groupId)
  if (!group || (await chairAccountOf(tx, groupId)) !== actor.id) throw notFound()
  assertAllowed(isOpen(group))
  return group
}

/**
 * Changes a group that has not changed since it was on the screen.
 * @throws changedMeanwhile
 */
export async function changeGroup(
  { db, tables: { groups } }: Tx,
  group: Group,
  version: number,
  change: Partial<Group>,
): Promise<void> {
  const [changed] = await db
    .update(groups)
    .set({ ...change, version: version + 1 })
    .where(and(eq(groups.id, group.id), eq(groups.version, version)))
    .returning({ id: groups.id })
  if (!changed) throw changedMeanwhile()
}

/**
 * Moves a group to another status and counts it in the roll-ups, from today's date at its place on.
 * @throws group_closed, already_there, changedMeanwhile, all 409
 */
export async function moveGroup(
  tx: Tx,
  group: Group,
  to: GroupStatus,
  { version, now, reason = null, until = null }: Moving,
): Promise<void> {
  if (group.version !== version) throw changedMeanwhile()
  assertAllowed(canMoveGroup(group, to))
  const today = todayAt(group, now)
  const finishCounting = await beginCounting(tx, [group])
  await changeGroup(tx, group, version, {
    status: to,
    statusReason: reason,
    statusSince: now,
    suspendedUntil: until,
  })
  if (group.status === 'registered') await endSpan(tx, group.id, today)
  if (to === 'registered') await beginSpans(tx, [group.id], today)
  await countGroup(tx, group, group.status, to)
  await finishCounting()
}

interface Moving {
  version: number
  now: Instant
  reason?: string | null
  /** Local date on which a suspension ends. */
  until?: string | null
}

/** Today's date where the group is. */
export function todayAt({ villageCode }: Pick<Group, 'villageCode'>, now: Instant): string {
  return localDate(now, zoneOf(villageCode))
}

/** Writes the audit event of something an officer did to a group. */
export async function auditGroup(
  tx: Tx,
  { newId }: Pick<Services, 'newId'>,
  { actor, requestId, group, action, delta, now }: GroupEvent,
): Promise<void> {
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: actingAs(actor, 'group.supervise', group),
    action,
    subject: { kind: 'group', id: group.id },
    region: group,
    delta,
    requestId,
  })
}

interface GroupEvent {
  actor: Actor
  requestId: string
  group: Group
  action: string
  delta: Delta
  now: Instant
}

/** Tells the chair, when the chair has an account. */
export async function tellChair(
  tx: Tx,
  { newId, config }: Pick<Services, 'newId' | 'config'>,
  group: Group,
  {
    title,
    body,
    href = `/kelompok/${group.id}`,
    now,
  }: { title: string; body: string; href?: string; now: Instant },
): Promise<void> {
  const accountId = await chairAccountOf(tx, group.id)
  if (!accountId) return
  await notify(tx, { accountId, title, body, href }, { newId, now, publicUrl: config.publicUrl })
}
