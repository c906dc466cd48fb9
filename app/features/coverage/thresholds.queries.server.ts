import { settingThroughTime } from '~/features/settings/settings.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Threshold } from './activity-state'
import { dayOf } from './days'

/** When a group of a province counts as active and as less active, through time. */
export async function thresholdsOf(
  reading: { db: Database; tables: Tables },
  provinceCode: string,
): Promise<Threshold[]> {
  const active = await settingThroughTime(reading, 'activeDays', provinceCode)
  const lessActive = await settingThroughTime(reading, 'lessActiveDays', provinceCode)
  const days = [...new Set([...active, ...lessActive].map(({ from }) => from))].sort()
  const on = (values: typeof active, day: string) => values.findLast(({ from }) => from <= day)?.value ?? 0
  return days.map((day) => ({ from: dayOf(day), active: on(active, day), lessActive: on(lessActive, day) }))
}
