import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Services } from '~/platform/services'

/** The partnerships under which an activity stands, as far as the actor may read them. */
export async function partnershipsOver({ store }: Services, actor: Actor, activityId: string) {
  const { partnerships, partnershipActivities } = store.tables
  return store.read
    .select({ id: partnerships.id, title: partnerships.title })
    .from(partnershipActivities)
    .innerJoin(partnerships, eq(partnerships.id, partnershipActivities.partnershipId))
    .where(
      and(eq(partnershipActivities.activityId, activityId), inReach(actor, 'partnership.read', partnerships)),
    )
    .orderBy(asc(partnerships.title), asc(partnerships.id))
}
