import type { ActivityFunction, Channel } from './activity-kinds'

/** What is counted of activities. */
export const activityCounted = ['activities', 'reach', 'estimatedReach', 'estimated', 'withoutReach'] as const
export type ActivityCounts = Record<(typeof activityCounted)[number], number>

export const noActivityCounts: ActivityCounts = {
  activities: 0,
  reach: 0,
  estimatedReach: 0,
  estimated: 0,
  withoutReach: 0,
}

/** By what confirmed activities are counted. One with two channels counts under both, and once under `all`. */
export type ActivityMark = 'all' | `function:${ActivityFunction}` | `channel:${Channel}` | `topic:${string}`

/** Adds counts to others, or takes them away. */
export function addActivityCounts(to: ActivityCounts, by: ActivityCounts, sign: 1 | -1 = 1): void {
  for (const key of activityCounted) to[key] += sign * by[key]
}

/** What one confirmed activity adds under each of its marks. */
export function countsOfOne({ reach, reachEstimated }: { reach: number | null; reachEstimated: boolean }) {
  const estimated = reach !== null && reachEstimated
  return {
    activities: 1,
    reach: reach ?? 0,
    estimatedReach: estimated ? reach : 0,
    estimated: estimated ? 1 : 0,
    withoutReach: reach === null ? 1 : 0,
  } satisfies ActivityCounts
}
