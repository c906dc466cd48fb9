import { inArray } from 'drizzle-orm'
import { recordAudits } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import type { Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { idUsedBefore } from './activities.errors'
import { canReport } from './activities.policy'
import type { ActivityContent, ActivityId } from './activities.schema'
import {
  assertContents,
  columnsOf,
  hashOf,
  keepVersions,
  recordEvents,
  writeMarks,
} from './store-activity.server'

export interface Posting {
  actor: Actor
  requestId: string
  /** Made by the browser or the form: sent twice it is stored once. */
  id: ActivityId
  groupId: string
  content: ActivityContent
}

/**
 * Stores what a group did, for its office to confirm. The same id with the same content is answered as before.
 * @returns whether it is new, or was stored by an earlier sending
 * @throws notFound for others' groups, and for an id that another group has used; group_closed 409; activity_id_used 409 when the id holds other content;
 *   activity_date_ahead, activity_date_old, topic_not_in_force, activity_place_unknown 422
 */
export async function postActivity(services: Services, posting: Posting): Promise<{ stored: boolean }> {
  const stored = await postActivities(services, [posting])
  return { stored: stored.has(posting.id) }
}

/**
 * Stores several activities in few statements, all or none: at most a few hundred.
 * @returns the ids of those that are new
 * @throws like `postActivity`
 */
export async function postActivities(
  { store, clock, newId }: Services,
  postings: Posting[],
): Promise<Set<string>> {
  const now = clock()
  const hashed = postings.map((posting) => ({
    ...posting,
    sentHash: hashOf(posting.groupId, posting.content),
  }))
  return store.transact(async (tx) => {
    const groups = await groupsOf(tx, postings)
    const fresh = await notSentBefore(tx, hashed)
    const told = fresh.map((posting) => ({ ...posting, ...groups(posting.groupId) }))
    await assertContents(tx, told, now)
    const stored = await insertAll(tx, told, now)
    // What another sending committed in between is compared with this one.
    await notSentBefore(
      tx,
      fresh.filter(({ id }) => !stored.has(id)),
    )
    const made = told.filter(({ id }) => stored.has(id))
    await writeMarks(tx, made)
    await keepVersions(
      tx,
      made.map(({ id, content, actor }) => ({
        activityId: id,
        version: 1,
        content,
        savedBy: actor.id,
        savedAt: now,
      })),
    )
    await recordEvents(
      tx,
      made.map(({ id, actor }) => ({
        id: newId(),
        activityId: id,
        kind: 'submitted',
        byAccount: actor.id,
        byOffice: false,
        at: now,
      })),
    )
    await recordAudits(
      tx,
      made.map(({ id, actor, content, group, requestId }) => ({
        id: newId(),
        at: now,
        actor: { id: actor.id, role: 'volunteer' },
        action: 'activity.submitted',
        subject: { kind: 'activity', id },
        region: group,
        delta: { localDate: [null, content.localDate], title: [null, content.title] },
        requestId,
      })),
    )
    return stored
  })
}

interface Hashed extends Posting {
  sentHash: string
}

interface Told extends Hashed {
  group: Tables['groups']['$inferSelect']
  zone: Zone
}

/** Finds the groups of those who report, and their zones; refuses who may not report for one. */
async function groupsOf({ db, tables }: Tx, postings: Posting[]) {
  const found = await db
    .select()
    .from(tables.groups)
    .where(inArray(tables.groups.id, [...new Set(postings.map(({ groupId }) => groupId))]))
  const groups = new Map(found.map((group) => [group.id, group]))
  for (const { actor, groupId } of postings) {
    const group = groups.get(groupId)
    if (!group) throw notFound()
    assertAllowed(canReport(actor, group))
  }
  return (groupId: string) => {
    const group = groups.get(groupId)
    if (!group) throw notFound()
    return { group, zone: zoneOf(group.villageCode) }
  }
}

/** Writes the rows; answers the ids of those that were not there. */
async function insertAll(
  { db, tables: { activities } }: Tx,
  told: Told[],
  now: Instant,
): Promise<Set<string>> {
  if (told.length === 0) return new Set()
  const rows = await db
    .insert(activities)
    .values(
      told.map(({ id, groupId, actor, content, sentHash, zone, group }) => ({
        id,
        groupId,
        status: 'submitted' as const,
        statusSince: now,
        zone,
        ...columnsOf(content),
        sentHash,
        reportedBy: actor.id,
        reportedAt: now,
        provinceCode: group.provinceCode,
        regencyCode: group.regencyCode,
        districtCode: group.districtCode,
        villageCode: group.villageCode,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: activities.id })
  return new Set(rows.map(({ id }) => id))
}

/**
 * Those whose id is not used yet.
 * @throws activity_id_used when other content was stored under one; notFound when it was by another group, of which this
 *   one learns nothing
 */
async function notSentBefore({ db, tables: { activities } }: Tx, postings: Hashed[]): Promise<Hashed[]> {
  if (postings.length === 0) return []
  const found = await db
    .select({ id: activities.id, groupId: activities.groupId, sentHash: activities.sentHash })
    .from(activities)
    .where(
      inArray(
        activities.id,
        postings.map(({ id }) => id),
      ),
    )
  const stored = new Map(found.map((row) => [row.id, row]))
  return postings.filter(({ id, groupId, sentHash }) => {
    const before = stored.get(id)
    if (before && before.groupId !== groupId) throw notFound()
    if (before && before.sentHash !== sentHash) throw idUsedBefore()
    return before === undefined
  })
}
