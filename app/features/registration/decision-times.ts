/** For how many days back decisions are counted. */
export const DECISION_DAYS = 90

/** How many decisions took how many whole days. */
export type DecisionTimes = Map<number, number>

/** All decisions of several regions together. */
export function addTimes(all: DecisionTimes[]): DecisionTimes {
  const sum: DecisionTimes = new Map()
  for (const times of all) {
    for (const [days, many] of times) sum.set(days, (sum.get(days) ?? 0) + many)
  }
  return sum
}

export function countTimes(times: DecisionTimes): number {
  return [...times.values()].reduce((sum, many) => sum + many, 0)
}

/** Half of the decisions took at most so many days; between two days of an even number, their middle. Null without any. */
export function medianDays(times: DecisionTimes): number | null {
  const total = countTimes(times)
  if (total === 0) return null
  const inOrder = [...times].sort(([a], [b]) => a - b)
  const nth = (place: number): number => {
    let seen = 0
    return inOrder.find(([, many]) => {
      seen += many
      return seen > place
    })?.[0] as number
  }
  return (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2
}
