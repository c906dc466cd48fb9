import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'

/**
 * What a group did, for its own people.
 * @throws notFound for people outside the group
 */
export async function groupActivitiesScreen({ store }: Services, actor: Actor, groupId: string) {
  const { groups, activities } = store.tables
  const [group] = await store.read
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  if (!group) throw notFound()
  const rows = await store.read
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      status: activities.status,
    })
    .from(activities)
    .where(eq(activities.groupId, groupId))
    .orderBy(desc(activities.localDate), desc(activities.id))
    .limit(50)
  return { group, activities: rows }
}
