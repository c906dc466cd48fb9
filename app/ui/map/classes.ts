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

/** Whether a map shows parts of a whole or counts. */
export type Unit = 'share' | 'count'

/** What each class holds: `kurang dari 10%`, `10–25%`, `75% ke atas`; of counts `1–4`, `100 ke atas`; `none` stands first. */
export function classWords(
  breaks: Breaks,
  none: string,
  unit: Unit = 'share',
): { shareClass: ShareClass; words: string }[] {
  const [a, b, c, d] = breaks
  const between =
    unit === 'share'
      ? (from: number, to: number) => `${percent(from)}–${percent(to)}%`
      : (from: number, to: number) =>
          from === to - 1 ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to - 1)}`
  return [
    { shareClass: 0, words: none },
    { shareClass: 1, words: unit === 'share' ? `kurang dari ${percent(a)}%` : between(1, a) },
    { shareClass: 2, words: between(a, b) },
    { shareClass: 3, words: between(b, c) },
    { shareClass: 4, words: between(c, d) },
    { shareClass: 5, words: `${unit === 'share' ? `${percent(d)}%` : formatNumber(d)} ke atas` },
  ]
}
