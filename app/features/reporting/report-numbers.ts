import type { ActivityContent } from '~/features/activities/activities.schema'
import type { ActivityStatus } from '~/features/activities/activities.state'
import type { ReportNumbers } from './reporting-kinds'

/** What a report counts of one activity. */
export type CountedActivity = Pick<
  ActivityContent,
  'topicCode' | 'functions' | 'channels' | 'reach' | 'reachEstimated' | 'men' | 'women' | 'hoax'
> & { status: ActivityStatus; photos: number }

/** What the activities of a period come to; see `ReportNumbers`. */
export function numbersOf(activities: CountedActivity[]): ReportNumbers {
  const counted = activities.filter(({ status }) => status === 'submitted' || status === 'confirmed')
  const withReach = counted.filter(({ reach }) => reach !== null)
  const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return {
    activities: counted.length,
    confirmed: counted.filter(({ status }) => status === 'confirmed').length,
    asked: activities.filter(({ status }) => status === 'returned').length,
    functions: tally(counted.flatMap(({ functions }) => functions)),
    channels: tally(counted.flatMap(({ channels }) => channels.map(({ channel }) => channel))),
    topics: tally(counted.map(({ topicCode }) => topicCode)),
    reach: sum(withReach.map(({ reach }) => reach)),
    withReach: withReach.length,
    estimated: withReach.filter(({ reachEstimated }) => reachEstimated).length,
    withAttendance: counted.filter(({ men, women }) => men !== null || women !== null).length,
    men: sum(counted.map(({ men }) => men)),
    women: sum(counted.map(({ women }) => women)),
    photos: sum(counted.map(({ photos }) => photos)),
    hoaxes: counted.filter(({ hoax }) => hoax !== null).length,
  }
}

/** How often each word occurs, in the order of the words, so that the same activities give the same bytes. */
function tally<Word extends string>(words: Word[]): Partial<Record<Word, number>> & Record<string, number> {
  const counts: Partial<Record<string, number>> = {}
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1
  return counts as Partial<Record<Word, number>> & Record<string, number>
}

/** True when two counts say the same, in whatever order an engine keeps their words. */
export function sameNumbers(a: ReportNumbers, b: ReportNumbers): boolean {
  return inOrder(a) === inOrder(b)
}

function inOrder(numbers: ReportNumbers): string {
  return JSON.stringify(numbers, (_, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
