import { and, count, eq } from 'drizzle-orm'
import { type Actor, may } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Services } from '~/platform/services'

/** From then on an activity has waited too long for its office; ours, not the law's. */
export const LATE_DAYS = 7

const COUNTED = 100

/** How many activities wait for this officer, up to 100; none for whoever does not confirm. It stands on every page. */
export async function countWaitingActivities(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
): Promise<number> {
  if (!may(actor, 'activity.confirm')) return 0
  const { activities } = store.tables
  const waiting = store.read
    .select({ id: activities.id })
    .from(activities)
    .where(and(inReach(actor, 'activity.confirm', activities), eq(activities.status, 'submitted')))
    .limit(COUNTED)
    .as('waiting')
  const [row] = await store.read.select({ total: count() }).from(waiting)
  return Number(row?.total ?? 0)
}
