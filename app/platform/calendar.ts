import { DAY, type Instant } from './clock'

/** Indonesia's three zones; there is no summer time. */
export type Zone = 'WIB' | 'WITA' | 'WIT'

export const timeZones: Record<Zone, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}
const hoursAhead: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }

/** The calendar date of a moment in a zone, `2026-05-12`. */
export function localDate(at: Instant, zone: Zone): string {
  return new Date(at + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 10)
}

/** Midnight at the start of a calendar date in a zone. */
export function startOfDate(date: string, zone: Zone): Instant {
  return Date.parse(`${date}T00:00:00Z`) - hoursAhead[zone] * 3_600_000
}

/** A calendar date moved by whole days, `addDays('2026-02-27', 2)` is `2026-03-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

function isWeekday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The end of the n-th working day after a moment, Monday to Friday in the zone.
 * Public holidays are not known to the portal and count as working days.
 */
export function endOfWorkingDay(from: Instant, workingDays: number, zone: Zone): Instant {
  let date = localDate(from, zone)
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, 1)
    if (isWeekday(date)) left--
  }
  return startOfDate(addDays(date, 1), zone)
}

/**
 * How many working days have begun since a limit that `endOfWorkingDay` set: 0 on the weekend after it.
 * The day on which it is asked counts, because the work is late on that day.
 */
export function workingDaysLate(due: Instant, now: Instant, zone: Zone): number {
  if (now < due) return 0
  const first = localDate(due, zone)
  const days = Math.round((startOfDate(localDate(now, zone), zone) - startOfDate(first, zone)) / DAY) + 1
  const wholeWeeks = Math.floor(days / 7)
  let late = wholeWeeks * 5
  for (let at = wholeWeeks * 7; at < days; at++) if (isWeekday(addDays(first, at))) late++
  return late
}

/** True for an existing calendar date written yyyy-mm-dd. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}
