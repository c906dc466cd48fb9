import { cutOffFor } from '~/features/coverage/cut-off'
import { localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { formatDate, formatMonth } from '~/ui/format'
import type { PeriodKind } from './outputs'
import type { OutputParameters } from './publications.schema'

/** What a person asked for, as it stands in the address; nothing sensible gives the usual period. */
export interface AskedPeriod {
  tanggal?: string
  dari?: string
  sampai?: string
  tahun?: string
}

/** The months that can be chosen, newest first: this one and the two years before. */
export function monthsOffered(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 25 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

/** The years that can be chosen, newest first. */
export function yearsOffered(today: string): string[] {
  const year = Number(today.slice(0, 4))
  return [year, year - 1, year - 2].map(String)
}

/** The days of a period that was asked for; it never reaches beyond today. */
export function periodOf(kind: PeriodKind, asked: AskedPeriod, now: Instant, zone: Zone): OutputParameters {
  const today = localDate(now, zone)
  if (kind === 'day') {
    const { date } = cutOffFor(asked.tanggal, now, zone)
    return { from: date, until: date }
  }
  if (kind === 'now') return { from: today, until: today }
  if (kind === 'year') {
    const year = yearsOffered(today).find((one) => one === asked.tahun) ?? today.slice(0, 4)
    return { from: `${year}-01-01`, until: earlier(`${year}-12-31`, today) }
  }
  const offered = monthsOffered(today)
  const chosen = (month: string | undefined) => (month && offered.includes(month) ? month : undefined)
  const last = chosen(asked.sampai) ?? today.slice(0, 7)
  const first = chosen(asked.dari) ?? `${last.slice(0, 4)}-01`
  return { from: `${first > last ? last : first}-01`, until: earlier(endOf(last), today) }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function endOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** "Keadaan per 25 November 2026", "Januari sampai Juni 2026", "Tahun 2026, sampai 25 November 2026". */
export function periodWords(kind: PeriodKind, { from, until }: OutputParameters): string {
  if (kind === 'day' || kind === 'now') return `Keadaan per ${formatDate(until)}`
  const [first, last] = [from.slice(0, 7), until.slice(0, 7)]
  const sofar = until === endOf(last) ? '' : `, sampai ${formatDate(until)}`
  if (kind === 'year') return `Tahun ${from.slice(0, 4)}${sofar}`
  if (first === last) return `${formatMonth(last)}${sofar}`
  const sameYear = first.slice(0, 4) === last.slice(0, 4)
  const start = sameYear ? formatMonth(first).replace(/ \d+$/, '') : formatMonth(first)
  return `${start} sampai ${formatMonth(last)}${sofar}`
}
