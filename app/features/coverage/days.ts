import { DAY } from '~/platform/clock'

/** A calendar day as a number: days since 1 January 1970. Quick to add and compare. */
export type Day = number

/** Never, as the end of something that goes on. */
export const FOREVER: Day = Number.POSITIVE_INFINITY

/** The day of a date written yyyy-mm-dd. */
export function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The date of a day, yyyy-mm-dd. */
export function dateOf(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** From a day on until another, which no longer belongs to it. */
export interface Span {
  from: Day
  until: Day
}

/** The same days as spans that neither touch nor overlap, in order. */
export function union(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.until <= span.from) continue
    const last = joined.at(-1)
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else joined.push({ ...span })
  }
  return joined
}

/** The days that both have; each in order and without overlaps, as `union` gives them. */
export function intersection(a: Span[], b: Span[]): Span[] {
  const both: Span[] = []
  for (let i = 0, j = 0; ; ) {
    const one = a[i]
    const other = b[j]
    if (!one || !other) return both
    const from = Math.max(one.from, other.from)
    const until = Math.min(one.until, other.until)
    if (from < until) both.push({ from, until })
    if (one.until < other.until) i++
    else j++
  }
}
