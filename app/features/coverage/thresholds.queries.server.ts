import { NATION } from '~/features/regions/places'
import { settingRowsOf } from '~/features/settings/settings.queries.server'
import { valuesThroughTime } from '~/features/settings/values-through-time'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type Threshold, thresholdOn } from './activity-state'
import { dayOf } from './days'

/** When a group of a province counts as active and as less active, through time. */
export async function thresholdsOf(
  reading: { db: Database; tables: Tables },
  provinceCode: string,
): Promise<Threshold[]> {
  const rows = await settingRowsOf(reading, ['activeDays', 'lessActiveDays'], provinceCode)
  const active = valuesThroughTime(rows, 'activeDays', [provinceCode, ''])
  const lessActive = valuesThroughTime(rows, 'lessActiveDays', [provinceCode, ''])
  const days = [...new Set([...active, ...lessActive].map(({ from }) => from))].sort()
  const on = (values: typeof active, day: string) => values.findLast(({ from }) => from <= day)?.value ?? 0
  return days.map((day) => ({ from: dayOf(day), active: on(active, day), lessActive: on(lessActive, day) }))
}

/** When a group counted as active on a day, by the rule of the region's province, or of the country (`00`). */
export async function limitsOn(
  reading: { db: Database; tables: Tables },
  code: string,
  date: string,
): Promise<Threshold> {
  return thresholdOn(await thresholdsOf(reading, code === NATION ? '' : code.slice(0, 2)), dayOf(date))
}
