import { and, count, desc, eq } from 'drizzle-orm'
import { groupStanding } from '~/features/coverage/group-standing.queries.server'
import { zoneOf } from '~/features/regions/local-words'
import type { Place } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { isPublished } from './activities.policy'
import type { ActivityFunction } from './activities.schema'
import { marksOf, type Photo, wholeActivity } from './activity.queries.server'

const PAGE_SIZE = 20

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

/** The public activities of a group, page by page; null for an unknown number. */
export async function publicGroupActivities(services: Services, number: string, asked: number) {
  const { store } = services
  const { activities, groups } = store.tables
  const [group] = await store.read
    .select({ id: groups.id, number: groups.number, name: groups.name })
    .from(groups)
    .where(eq(groups.number, number))
  if (!group) return null
  const [all] = await store.read
    .select({ total: count() })
    .from(activities)
    .where(
      and(
        eq(activities.groupId, group.id),
        eq(activities.status, 'confirmed'),
        eq(activities.isPublic, true),
      ),
    )
  const total = Number(all?.total ?? 0)
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(asked, pageCount)
  return {
    group: { number: group.number, name: group.name },
    page,
    pageCount,
    total,
    activities: await latestPublicActivities(services, {
      groupId: group.id,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }),
  }
}

/** What a group's public page tells of its activities; null for a group that is not registered or unknown. */
export async function publicGroupLife(services: Services, number: string) {
  const { store, clock } = services
  const { groups } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const [group] = await store.read.select().from(groups).where(eq(groups.number, number))
  if (!group) return null
  const standing = await groupStanding(reading, group, localDate(clock(), zoneOf(group.villageCode)))
  return {
    standing: group.status === 'registered' ? standing : null,
    latest: await latestPublicActivities(services, { groupId: group.id, limit: 3 }),
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
