import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { isPublished, mayRead } from './activities.policy'

/**
 * Finds a photo that the visitor may see, and whether everyone may.
 * @throws notFound for an unknown one, a removed one and one out of scope alike
 */
export async function readablePhoto(
  { store }: Pick<Services, 'store'>,
  actor: Actor | null,
  photoId: string,
) {
  const { activityPhotos, activities } = store.tables
  const [found] = await store.read
    .select({ photo: activityPhotos, activity: activities })
    .from(activityPhotos)
    .innerJoin(activities, eq(activities.id, activityPhotos.activityId))
    .where(and(eq(activityPhotos.id, photoId), isNull(activityPhotos.removedAt)))
  if (!found) throw notFound()
  if (!isPublished(found.activity) && !(actor && mayRead(actor, found.activity))) throw notFound()
  return found.photo
}
