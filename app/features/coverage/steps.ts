import { spansWithin, type Threshold } from './activity-state'
import { type Day, FOREVER, intersection, type Span, union } from './days'

/** What is counted of a region, in the order in which numbers are kept. */
export const counted = [
  'groups',
  'activeGroups',
  'lessActiveGroups',
  'villagesWithGroup',
  'villagesActive',
  'districtsWithGroup',
  'districtsActive',
  'activities',
] as const
export type Counts = Record<(typeof counted)[number], number>

export const noCounts: Counts = {
  groups: 0,
  activeGroups: 0,
  lessActiveGroups: 0,
  villagesWithGroup: 0,
  villagesActive: 0,
  districtsWithGroup: 0,
  districtsActive: 0,
  activities: 0,
}

/** By how much counts change on single days. */
export type Changes = Map<Day, Counts>

/** What the counts are from a day on, in order of the days; before the first all are 0. */
export type Steps = { from: Day; counts: Counts }[]

/** What decides about one group's counts. */
export interface GroupFacts {
  /** Days on which it was registered, in order and without overlaps. */
  registered: Span[]
  /** Days of its confirmed activities, in order. */
  activities: Day[]
}

/** Adds to the changes of a day. */
function addOn(changes: Changes, day: Day, by: Partial<Counts>, sign = 1): void {
  if (day === FOREVER) return
  const there = changes.get(day) ?? { ...noCounts }
  for (const key of counted) there[key] += sign * (by[key] ?? 0)
  changes.set(day, there)
}

/** Counts something during spans. */
function during(changes: Changes, spans: Span[], what: Partial<Counts>): void {
  for (const { from, until } of spans) {
    addOn(changes, from, what)
    addOn(changes, until, what, -1)
  }
}

/** Adds changes, or takes them away. */
export function addChanges(to: Changes, changes: Changes, sign = 1): void {
  for (const [day, by] of changes) addOn(to, day, by, sign)
}

/**
 * How a village's counts change through time, from the facts of its groups. A group is active while it is registered
 * and its latest confirmed activity is near enough. Activities count whatever became of the group.
 */
export function villageChanges(groups: GroupFacts[], thresholds: Threshold[]): Changes {
  const changes: Changes = new Map()
  const everActive: Span[] = []
  const everRegistered: Span[] = []
  for (const { registered, activities } of groups) {
    during(changes, registered, { groups: 1 })
    everRegistered.push(...registered)
    for (const day of activities) addOn(changes, day, { activities: 1 })
    if (activities.length === 0) continue
    const active = intersection(spansWithin(activities, thresholds, 'active'), registered)
    const awake = intersection(
      union([
        ...spansWithin(activities, thresholds, 'active'),
        ...spansWithin(activities, thresholds, 'lessActive'),
      ]),
      registered,
    )
    during(changes, active, { activeGroups: 1, lessActiveGroups: -1 })
    during(changes, awake, { lessActiveGroups: 1 })
    everActive.push(...active)
  }
  during(changes, union(everRegistered), { villagesWithGroup: 1 })
  during(changes, union(everActive), { villagesActive: 1 })
  return changes
}

/** The counts from each changing day on; days that change nothing are left out. */
export function stepsOf(changes: Changes): Steps {
  return applyChanges([], changes)
}

/**
 * Steps after changes were added; days on which nothing changes any more are left out.
 * @param before in order of the days
 * @param base what the counts are before the first of these days
 */
export function applyChanges(before: Steps, changes: Changes, base = noCounts): Steps {
  const days = [...new Set([...before.map(({ from }) => from), ...changes.keys()])].sort((a, b) => a - b)
  const after: Steps = []
  const added = { ...noCounts }
  let stood = base
  let at = 0
  let last = base
  for (const day of days) {
    const step = before[at]
    if (step?.from === day) {
      stood = step.counts
      at++
    }
    const by = changes.get(day)
    if (by) for (const key of counted) added[key] += by[key]
    const counts = { ...stood }
    for (const key of counted) counts[key] += added[key]
    if (counted.some((key) => counts[key] !== last[key])) {
      after.push({ from: day, counts })
      last = counts
    }
  }
  return after
}

/** The changes that lead from one row of steps to another; `base` is what both stand on. */
export function changesBetween(before: Steps, after: Steps, base = noCounts): Changes {
  const changes: Changes = new Map()
  addChanges(changes, changesOf(after, base))
  addChanges(changes, changesOf(before, base), -1)
  for (const [day, by] of changes) if (counted.every((key) => by[key] === 0)) changes.delete(day)
  return changes
}

/** The changes that steps are made of. */
export function changesOf(steps: Steps, base = noCounts): Changes {
  const changes: Changes = new Map()
  let last = base
  for (const { from, counts } of steps) {
    addOn(changes, from, counts)
    addOn(changes, from, last, -1)
    last = counts
  }
  return changes
}

/** A district counts as one while any of its villages does. */
export function asDistrict(counts: Counts): Counts {
  return {
    ...counts,
    districtsWithGroup: counts.villagesWithGroup > 0 ? 1 : 0,
    districtsActive: counts.villagesActive > 0 ? 1 : 0,
  }
}

/** The counts on a day. */
export function countsOn(steps: Steps, day: Day): Counts {
  return steps.findLast(({ from }) => from <= day)?.counts ?? noCounts
}
