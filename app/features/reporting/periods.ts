import { addDays } from '~/platform/calendar'
import { formatMonth } from '~/ui/format'

/** How long a reporting period lasts; the shorter ones lie whole in the longer ones. */
export const periodKinds = ['month', 'quarter', 'halfYear', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Months of the calendar in which one report is due. Local dates, both inclusive. */
export interface Period {
  kind: PeriodKind
  from: string
  last: string
}

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

export const periodKindWords: Record<PeriodKind, string> = {
  month: 'Bulanan',
  quarter: 'Triwulan',
  halfYear: 'Semester',
  year: 'Tahunan',
}

/** The kinds in addresses. */
const codeWords: Record<PeriodKind, string> = {
  month: 'bulan',
  quarter: 'triwulan',
  halfYear: 'semester',
  year: 'tahun',
}

/** The period of a kind in which a date lies. */
export function periodOf(kind: PeriodKind, date: string): Period {
  const months = monthsOf[kind]
  const year = Number(date.slice(0, 4))
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months
  return { kind, from: monthStart(year, first), last: addDays(monthStart(year, first + months), -1) }
}

/** The periods of a kind in a year, in their order. */
export function periodsOfYear(kind: PeriodKind, year: string): Period[] {
  const months = monthsOf[kind]
  return Array.from({ length: 12 / months }, (_, nth) =>
    periodOf(kind, monthStart(Number(year), nth * months)),
  )
}

/** The first day of a month, counted from 0; 12 is January of the next year. */
function monthStart(year: number, month: number): string {
  return `${String(year + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** The number of a period in its year, from 1. */
function numberOf({ kind, from }: Period): number {
  return (Number(from.slice(5, 7)) - 1) / monthsOf[kind] + 1
}

/** A period in an address: `bulan-2026-10`, `triwulan-2026-4`, `tahun-2026`. */
export function periodCode(period: Period): string {
  const { kind, from } = period
  const year = `${codeWords[kind]}-${from.slice(0, 4)}`
  if (kind === 'year') return year
  return `${year}-${kind === 'month' ? from.slice(5, 7) : numberOf(period)}`
}

/** The period that an address names; null when there is none. */
export function readPeriod(code: string): Period | null {
  const [, word, year, number] = /^([a-z]+)-(20\d{2})(?:-(\d{1,2}))?$/.exec(code) ?? []
  const kind = periodKinds.find((one) => codeWords[one] === word)
  if (!kind || !year) return null
  const period = periodOf(kind, monthStart(Number(year), (Number(number ?? 1) - 1) * monthsOf[kind]))
  return periodCode(period) === code ? period : null
}

const romans = ['I', 'II', 'III', 'IV']

/** "Oktober 2026", "Triwulan IV 2026", "Semester I 2026", "Tahun 2026". */
export function periodWords(period: Period): string {
  const { kind, from } = period
  const year = from.slice(0, 4)
  if (kind === 'month') return formatMonth(from.slice(0, 7))
  if (kind === 'year') return `Tahun ${year}`
  return `${kind === 'quarter' ? 'Triwulan' : 'Semester'} ${romans[numberOf(period) - 1]} ${year}`
}

/** Which kind is in force from a date on, in order of the dates; the first from the beginning of time. */
export type KindTimeline = { from: string; kind: PeriodKind }[]

/**
 * From when on a kind really holds. A change waits for the first day on which both a period of the old and one of the
 * new kind begin, so that periods neither overlap nor leave days out; a later change may overtake it.
 */
export function settleKinds(asked: KindTimeline): KindTimeline {
  const settled: KindTimeline = []
  for (const [at, { from, kind }] of asked.entries()) {
    const before = settled.at(-1)
    if (!before) {
      settled.push({ from, kind })
      continue
    }
    const next = asked[at + 1]
    const begins = firstBoundary(longer(before.kind, kind), from)
    if (kind !== before.kind && (!next || begins < next.from)) settled.push({ from: begins, kind })
  }
  return settled
}

function longer(a: PeriodKind, b: PeriodKind): PeriodKind {
  return monthsOf[a] > monthsOf[b] ? a : b
}

/** The first day, from a date on, on which a period of the kind begins. */
function firstBoundary(kind: PeriodKind, date: string): string {
  const { from, last } = periodOf(kind, date)
  return from === date ? from : addDays(last, 1)
}

/** The kind in force on a date. */
export function kindOn(timeline: KindTimeline, date: string): PeriodKind {
  const found = timeline.findLast(({ from }) => from <= date) ?? timeline[0]
  if (!found) throw new Error('there is no kind of period')
  return found.kind
}

/** The period of a timeline in which a date lies. */
export function periodOn(timeline: KindTimeline, date: string): Period {
  return periodOf(kindOn(timeline, date), date)
}

/** The periods that ended before a date, the latest first. */
export function endedBefore(timeline: KindTimeline, today: string, most: number): Period[] {
  const periods: Period[] = []
  for (let period = periodOn(timeline, today); periods.length < most; ) {
    period = periodOn(timeline, addDays(period.from, -1))
    periods.push(period)
  }
  return periods
}
