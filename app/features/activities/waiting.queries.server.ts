import { and, count, eq, inArray, lt, min } from 'drizzle-orm'
import { type Actor, may } from '~/features/identity/actor'
import { inReach, reachKey } from '~/features/identity/in-reach.server'
import { DAY, type Instant } from '~/platform/clock'
import { prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

/** An activity that was sent longer ago has waited too long for its office; ours, not the law's. */
export const TOO_LONG = 7 * DAY

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

/**
 * How many activities wait that were sent before a moment, and when the first of them was, by regency; none where there
 * are none. The regencies are named so that the index of what waits leads to them, in the whole country too.
 */
export function waitingSince({ db, tables }: { db: Database; tables: Tables }, before: Instant) {
  const { activities, regions } = tables
  const regencies = db.select({ code: regions.code }).from(regions).where(eq(regions.level, 'regency'))
  return db
    .select({ code: activities.regencyCode, many: count(), oldest: min(activities.statusSince) })
    .from(activities)
    .where(
      and(
        inArray(activities.regencyCode, regencies),
        eq(activities.status, 'submitted'),
        lt(activities.statusSince, before),
      ),
    )
    .groupBy(activities.regencyCode)
}
