import { and, desc, eq } from 'drizzle-orm'
import type { Place } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { isPublished } from './activities.policy'
import type { ActivityFunction } from './activities.schema'
import { marksOf, type Photo, wholeActivity } from './activity.queries.server'

/**
 * An activity as everyone may read it: what the group told, and no person's name.
 * @throws notFound for one that is not confirmed, or not meant for everyone
 */
export async function publicActivityScreen({ store, config }: Services, activityId: string) {
  const activity = await wholeActivity({ db: store.read, tables: store.tables }, activityId)
  if (!activity || !isPublished({ ...activity, isPublic: activity.content.isPublic })) throw notFound()
  const { id, group, content, topicName, place, photos, editedSinceConfirmed } = activity
  return {
    id,
    group,
    content,
    topicName,
    place,
    photos,
    editedSinceConfirmed,
    publicUrl: config.publicUrl,
  }
}

/** An activity in a public list. */
export interface PublicActivity {
  id: string
  title: string
  localDate: string
  group: { number: string; name: string }
  /** Where it happened. */
  place: Place
  functions: ActivityFunction[]
  /** The first photo, when there is one. */
  photo: Photo | null
}

/** The latest public activities, of one group or of all. */
export async function latestPublicActivities(
  { store }: Pick<Services, 'store'>,
  { groupId, limit, offset = 0 }: { groupId?: string; limit: number; offset?: number },
): Promise<PublicActivity[]> {
  const reading = { db: store.read, tables: store.tables }
  const { activities, groups } = store.tables
  const rows = await store.read
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      placeCode: activities.placeCode,
      group: { number: groups.number, name: groups.name },
    })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(
      and(
        eq(activities.status, 'confirmed'),
        eq(activities.isPublic, true),
        groupId === undefined ? undefined : eq(activities.groupId, groupId),
      ),
    )
    .orderBy(desc(activities.localDate), desc(activities.id))
    .limit(limit)
    .offset(offset)
  const ids = rows.map(({ id }) => id)
  const [marks, places] = await Promise.all([
    marksOf(reading, ids),
    findPlaces(
      reading,
      rows.map(({ placeCode }) => placeCode),
    ),
  ])
  return rows.flatMap(({ placeCode, ...row }) => {
    const place = places.get(placeCode)
    if (!place) return []
    return [
      {
        ...row,
        place,
        functions: marks.get(row.id)?.functions ?? [],
        photo: marks.get(row.id)?.photos[0] ?? null,
      },
    ]
  })
}
