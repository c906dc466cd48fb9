import { formatNumber } from '~/ui/format'

/** From none (0) over five steps of teal to the highest (5). */
export type ShareClass = 0 | 1 | 2 | 3 | 4 | 5

/** The four shares at which the next class begins, rising. */
export type Breaks = readonly [number, number, number, number]

const ladders: readonly Breaks[] = [
  [0.2, 0.4, 0.6, 0.8],
  [0.1, 0.25, 0.5, 0.75],
  [0.05, 0.1, 0.2, 0.4],
  [0.02, 0.05, 0.1, 0.2],
  [0.01, 0.02, 0.05, 0.1],
]

/** Round breaks for shares as they are: the ladder that spreads them over the most classes. */
export function niceBreaks(values: readonly (number | null)[]): Breaks {
  const shares = values.filter((value) => value !== null && value > 0)
  const spread = (breaks: Breaks) => {
    const counts = [0, 0, 0, 0, 0, 0]
    for (const share of shares) counts[classOf(share, breaks)] = (counts[classOf(share, breaks)] ?? 0) + 1
    // Shannon's entropy: highest where the classes hold equally many.
    return -counts
      .filter((count) => count > 0)
      .reduce((sum, count) => sum + (count / shares.length) * Math.log(count / shares.length), 0)
  }
  return ladders.reduce((best, breaks) => (spread(breaks) > spread(best) + 0.05 ? breaks : best))
}

/** The class of a share; nothing and unknown are none. */
export function classOf(value: number | null, breaks: Breaks): ShareClass {
  if (value === null || value <= 0) return 0
  const [a, b, c, d] = breaks
  if (value < a) return 1
  if (value < b) return 2
  if (value < c) return 3
  return value < d ? 4 : 5
}

const percent = (share: number) => formatNumber(Math.round(share * 1000) / 10)

/** What each class holds: `kurang dari 10%`, `10–25%`, `75% ke atas`; `none` stands first. */
export function classWords(breaks: Breaks, none: string): { shareClass: ShareClass; words: string }[] {
  const [a, b, c, d] = breaks
  return [
    { shareClass: 0, words: none },
    { shareClass: 1, words: `kurang dari ${percent(a)}%` },
    { shareClass: 2, words: `${percent(a)}–${percent(b)}%` },
    { shareClass: 3, words: `${percent(b)}–${percent(c)}%` },
    { shareClass: 4, words: `${percent(c)}–${percent(d)}%` },
    { shareClass: 5, words: `${percent(d)}% ke atas` },
  ]
}
