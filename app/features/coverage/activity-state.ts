import { addDays } from '~/platform/calendar'
import { type Day, dayOf, FOREVER, intersection, type Span, union } from './days'

/** Aktif, kurang aktif, vakum. A group without any confirmed activity is dormant. */
export const activityStates = ['active', 'less_active', 'dormant'] as const
export type ActivityState = (typeof activityStates)[number]

/**
 * From a day on: up to how many days after its latest confirmed activity a group is active, and less active.
 * 90 and 180 are ours, no source has them (domain facts 7); they are settings with dates of validity.
 */
export interface Threshold {
  from: Day
  active: number
  lessActive: number
}

/** The thresholds in force on a day; `thresholds` in order, the first from the beginning of time. */
export function thresholdOn(thresholds: Threshold[], day: Day): Threshold {
  const found = thresholds.findLast(({ from }) => from <= day) ?? thresholds[0]
  if (!found) throw new Error('there are no thresholds')
  return found
}

/** How active a group is on a date whose latest confirmed activity until then was on `lastOn`. */
export function stateOn(lastOn: string | null, date: string, thresholds: Threshold[]): ActivityState {
  return statesOn(date, thresholds)(lastOn)
}

/** The same for many groups on one date: what it takes to be active then is worked out once. */
export function statesOn(date: string, thresholds: Threshold[]): (lastOn: string | null) => ActivityState {
  const { active, lessActive } = thresholdOn(thresholds, dayOf(date))
  const activeFrom = addDays(date, -active)
  const lessActiveFrom = addDays(date, -lessActive)
  return (lastOn) => {
    if (lastOn === null) return 'dormant'
    if (lastOn >= activeFrom) return 'active'
    return lastOn >= lessActiveFrom ? 'less_active' : 'dormant'
  }
}

/**
 * The days on which a group is at least active, or at least less active, by its activities alone.
 * @param days of its confirmed activities, in order
 */
export function spansWithin(days: Day[], thresholds: Threshold[], limit: 'active' | 'lessActive'): Span[] {
  return union(
    thresholds.flatMap((threshold, at) => {
      const rule: Span = { from: threshold.from, until: thresholds[at + 1]?.from ?? FOREVER }
      const after = days.map((day) => ({ from: day, until: day + threshold[limit] + 1 }))
      return intersection(union(after), [rule])
    }),
  )
}
