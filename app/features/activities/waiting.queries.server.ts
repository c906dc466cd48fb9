import { and, count, eq } from 'drizzle-orm'
import { type Actor, may } from '~/features/identity/actor'
import { inReach, reachKey } from '~/features/identity/in-reach.server'
import { prepared } from '~/platform/db/prepared'
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
  const key = `waiting activities ${reachKey(actor, 'activity.confirm')}`
  const counting = prepared(store.read, key, () => {
    const waiting = store.read
      .select({ id: activities.id })
      .from(activities)
      .where(and(inReach(actor, 'activity.confirm', activities), eq(activities.status, 'submitted')))
      .limit(COUNTED)
      .as('waiting')
    return store.read.select({ total: count() }).from(waiting)
  })
  const [row] = await counting.execute()
  return Number(row?.total ?? 0)
}
