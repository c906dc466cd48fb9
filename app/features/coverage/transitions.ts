import { spansWithin, type Threshold } from './activity-state'
import { type Day, union } from './days'
import type { GroupFacts } from './steps'

/** A group fell asleep (vakum) or woke up on a day. */
export interface Transition {
  kind: 'slept' | 'woke'
  on: Day
}

/**
 * When a group fell asleep or woke up from one day to another, both included. A group that was not registered on the
 * day is not told of: it was suspended or closed, not asleep.
 * @param facts its activities need to reach back only as far as `reachBack` of the thresholds before the first day
 */
export function transitionsOf(
  { registered, activities }: GroupFacts,
  thresholds: Threshold[],
  { from, until }: { from: Day; until: Day },
): Transition[] {
  const awake = union([
    ...spansWithin(activities, thresholds, 'active'),
    ...spansWithin(activities, thresholds, 'lessActive'),
  ])
  const isTold = (on: Day) =>
    on >= from && on <= until && registered.some((span) => span.from <= on && on < span.until)
  return awake.flatMap((span) => [
    ...(isTold(span.from) ? [{ kind: 'woke' as const, on: span.from }] : []),
    ...(isTold(span.until) ? [{ kind: 'slept' as const, on: span.until }] : []),
  ])
}

/** How many days before a day an activity can still decide about the state on it or the day before. */
export function reachBack(thresholds: Threshold[]): number {
  return Math.max(0, ...thresholds.flatMap(({ active, lessActive }) => [active, lessActive])) + 1
}
