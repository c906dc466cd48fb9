import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

/** What a group's confirmed activities of some days can show, in order of the days, with their photos and links. */
export async function evidenceOfGroup(
  { db, tables }: Reading,
  groupId: string,
  { from, until }: { from: string; until: string },
) {
  const { activities, activityPhotos, activityChannels } = tables
  const found = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.groupId, groupId),
        eq(activities.status, 'confirmed'),
        between(activities.localDate, from, until),
      ),
    )
    .orderBy(asc(activities.localDate), asc(activities.id))
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const photos = await db
    .select()
    .from(activityPhotos)
    .where(and(inArray(activityPhotos.activityId, ids), isNull(activityPhotos.removedAt)))
    .orderBy(asc(activityPhotos.uploadedAt), asc(activityPhotos.id))
  const links = await db
    .select({ activityId: activityChannels.activityId, link: activityChannels.link })
    .from(activityChannels)
    .where(inArray(activityChannels.activityId, ids))
    .orderBy(asc(activityChannels.channel))
  return found.map((activity) => ({
    ...activity,
    photos: photos.filter(({ activityId }) => activityId === activity.id),
    links: links.flatMap(({ activityId, link }) => (activityId === activity.id && link ? [link] : [])),
  }))
}
