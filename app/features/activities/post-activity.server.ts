import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { idUsedBefore } from './activities.errors'
import { canReport } from './activities.policy'
import type { ActivityContent, ActivityId } from './activities.schema'
import {
  assertContent,
  columnsOf,
  hashOf,
  keepVersion,
  recordEvent,
  writeMarks,
} from './store-activity.server'

interface Posting {
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
 * @throws notFound for others' groups; group_closed 409; activity_id_used 409 when the id holds other content;
 *   activity_date_ahead, activity_date_old, topic_not_in_force, activity_place_unknown 422
 */
export async function postActivity(
  { store, clock, newId }: Services,
  { actor, requestId, id, groupId, content }: Posting,
): Promise<{ stored: boolean }> {
  const now = clock()
  const sentHash = hashOf(groupId, content)
  return store.transact(async (tx) => {
    const { groups, activities } = tx.tables
    const [group] = await tx.db.select().from(groups).where(eq(groups.id, groupId))
    if (!group) throw notFound()
    assertAllowed(canReport(actor, group))
    if (await sentBefore(tx, id, sentHash)) return { stored: false }
    const place = await findPlace(tx, group.villageCode)
    if (!place) throw new Error(`village ${group.villageCode} is unknown`)
    await assertContent(tx, content, { zone: place.zone, now })
    const { provinceCode, regencyCode, districtCode, villageCode } = group
    const [stored] = await tx.db
      .insert(activities)
      .values({
        id,
        groupId,
        status: 'submitted',
        statusSince: now,
        zone: place.zone,
        ...columnsOf(content),
        sentHash,
        reportedBy: actor.id,
        reportedAt: now,
        provinceCode,
        regencyCode,
        districtCode,
        villageCode,
      })
      .onConflictDoNothing()
      .returning({ id: activities.id })
    if (!stored) {
      // Another sending of the same id committed in between.
      await sentBefore(tx, id, sentHash)
      return { stored: false }
    }
    await writeMarks(tx, id, content)
    await keepVersion(tx, { activityId: id, version: 1, content, savedBy: actor.id, savedAt: now })
    await recordEvent(tx, {
      id: newId(),
      activityId: id,
      kind: 'submitted',
      byAccount: actor.id,
      byOffice: false,
      at: now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'activity.submitted',
      subject: { kind: 'activity', id },
      region: group,
      delta: { localDate: [null, content.localDate], title: [null, content.title] },
      requestId,
    })
    return { stored: true }
  })
}

/** True when this very content was stored under the id before. */
async function sentBefore(
  { db, tables: { activities } }: Tx,
  id: string,
  sentHash: string,
): Promise<boolean> {
  const [before] = await db
    .select({ sentHash: activities.sentHash })
    .from(activities)
    .where(eq(activities.id, id))
  if (before && before.sentHash !== sentHash) throw idUsedBefore()
  return before !== undefined
}
