import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canChange } from './activities.policy'
import { noteChange } from './add-photo.server'
import { lockActivity } from './store-activity.server'

interface Removing {
  actor: Actor
  requestId: string
  activityId: string
  photoId: string
}

/**
 * Takes a photo away: nobody sees it any more. Taking it away twice is the same as once.
 * @throws notFound for others' groups and photos; activity_withdrawn 409
 */
export async function removePhoto(
  { store, clock, newId }: Services,
  { actor, requestId, activityId, photoId }: Removing,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { activityPhotos } = tx.tables
    const activity = await lockActivity(tx, activityId)
    if (!activity) throw notFound()
    assertAllowed(canChange(actor, activity))
    const own = and(eq(activityPhotos.id, photoId), eq(activityPhotos.activityId, activityId))
    const [photo] = await tx.db.select().from(activityPhotos).where(own)
    if (!photo) throw notFound()
    if (photo.removedAt !== null) return
    await tx.db
      .update(activityPhotos)
      .set({ removedAt: now })
      .where(and(own, isNull(activityPhotos.removedAt)))
    await noteChange(tx, { activity, actor, kind: 'photo_removed', at: now, newId })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'activity.photoRemoved',
      subject: { kind: 'activity', id: activityId },
      region: activity,
      delta: { photo: [photoId, null] },
      requestId,
    })
  })
}
