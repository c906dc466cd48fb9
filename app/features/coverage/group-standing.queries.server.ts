import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { thresholdOn } from './activity-state'
import { dayOf } from './days'
import { type Standing, standingOn } from './standing'
import { thresholdsOf } from './thresholds.queries.server'

/** A group's standing with the rules in force on the day, for its own people and for everyone. */
export interface GroupStanding extends Standing {
  /** Confirmed activities since the beginning. */
  confirmed: number
  /** Up to how many days after its latest activity a group is active, and less active. */
  activeDays: number
  lessActiveDays: number
}

/** How active a group is on a local date by its confirmed activities; whether it is registered is another question. */
export async function groupStanding(
  reading: { db: Database; tables: Tables },
  group: { id: string; provinceCode: string },
  date: string,
): Promise<GroupStanding> {
  const { groupActivity } = reading.tables
  const [stored] = await reading.db.select().from(groupActivity).where(eq(groupActivity.groupId, group.id))
  const thresholds = await thresholdsOf(reading, group.provinceCode)
  const { active, lessActive } = thresholdOn(thresholds, dayOf(date))
  return {
    ...standingOn(stored?.lastOn ?? null, date, thresholds),
    confirmed: stored?.confirmed ?? 0,
    activeDays: active,
    lessActiveDays: lessActive,
  }
}
