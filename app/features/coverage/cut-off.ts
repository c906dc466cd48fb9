import { isDate, localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'

/** How far back maps go. */
export const MONTHS_BACK = 24

/** The day whose coverage is shown, and the days that could be. */
export interface CutOff {
  date: string
  today: string
  /** The first day that can be asked for. */
  earliest: string
  /** The ends of the last 24 months in their order, then today. */
  offered: string[]
}

/** The last day of the month that lies some months before the one of a date, or after it where negative. */
export function endOfMonth(date: string, monthsBefore: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - monthsBefore, 0)).toISOString().slice(0, 10)
}

/**
 * Which day to show: the one asked for, brought back to the last 24 months; today where nothing sensible is asked.
 * @param zone of the place; for the country WIT, where no place is later
 */
export function cutOffFor(asked: string | undefined, now: Instant, zone: Zone): CutOff {
  const today = localDate(now, zone)
  const earliest = endOfMonth(today, MONTHS_BACK)
  const offered = Array.from({ length: MONTHS_BACK }, (_, at) => endOfMonth(today, MONTHS_BACK - at))
  const wished = asked !== undefined && isDate(asked) ? asked : today
  const date = wished > today ? today : wished < earliest ? earliest : wished
  return { date, today, earliest, offered: [...offered, today] }
}
