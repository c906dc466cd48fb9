import { NATION } from '~/features/regions/places'
import { type SettingRow, valuesThroughTime } from '~/features/settings/values-through-time'
import { addDays } from '~/platform/calendar'
import {
  type KindTimeline,
  kindOn,
  type Period,
  type PeriodKind,
  periodKinds,
  periodsOfYear,
  settleKinds,
} from './periods'

/** Until when a report is on time, and until when it can be sent without a reason; local dates, both inclusive. */
export interface Deadlines {
  dueOn: string
  lockOn: string
}

/** What regions set for their reports, through time. */
export interface ReportingRules {
  /** The kinds of period of a province, a regency or the country (`00`). */
  kindsOf(code: string): KindTimeline
  /** A kind that a region set for itself and what it would have followed, where both differ on a date. */
  exceptionsOn(date: string): { code: string; kind: PeriodKind; instead: PeriodKind }[]
  deadlinesOf(regencyCode: string, period: Period): Deadlines
}

/** Makes the rules from the stored settings `reportPeriod`, `reportDueDays` and `reportLockDays`. */
export function reportingRules(rows: SettingRow[]): ReportingRules {
  const known = new Map<string, KindTimeline>()
  const kindsOf = (code: string): KindTimeline => {
    const found = known.get(code) ?? kindsFrom(rows, chainOf(code))
    known.set(code, found)
    return found
  }
  const own = [
    ...new Set(rows.filter(({ key }) => key === 'reportPeriod').map(({ regionCode }) => regionCode)),
  ]
  return {
    kindsOf,
    exceptionsOn: (date) =>
      own
        .filter((code) => code !== '')
        .map((code) => ({
          code,
          kind: kindOn(kindsOf(code), date),
          instead: kindOn(kindsOf(code.length === 4 ? code.slice(0, 2) : NATION), date),
        }))
        .filter(({ kind, instead }) => kind !== instead),
    deadlinesOf: (regencyCode, { last }) => {
      const daysOf = (key: 'reportDueDays' | 'reportLockDays') =>
        valuesThroughTime(rows, key, chainOf(regencyCode)).findLast(({ from }) => from <= last)?.value ?? 0
      const dueOn = addDays(last, daysOf('reportDueDays'))
      return { dueOn, lockOn: addDays(dueOn, daysOf('reportLockDays')) }
    },
  }
}

function kindsFrom(rows: SettingRow[], chain: string[]): KindTimeline {
  return settleKinds(
    valuesThroughTime(rows, 'reportPeriod', chain).map(({ from, value }) => ({ from, kind: value })),
  )
}

/** Whose rows count for a region, the nearest first. */
function chainOf(code: string): string[] {
  if (code === NATION) return ['']
  return code.length === 4 ? [code, code.slice(0, 2), ''] : [code, '']
}

/** Where a period stands on a date. */
export type Phase = 'running' | 'open' | 'late' | 'locked'

/** Running until its last day, then open until it is due, late until it is locked. */
export function phaseOn(today: string, { last }: Period, { dueOn, lockOn }: Deadlines): Phase {
  if (today <= last) return 'running'
  if (today <= dueOn) return 'open'
  return today <= lockOn ? 'late' : 'locked'
}

/**
 * How many of a kind of period are expected in a region: those of the region itself when it follows the kind, corrected
 * by each region inside it that follows another.
 * @param countOf what is counted of a region whatever kind it follows
 */
export function expectedOf(
  code: string,
  { kind, from }: Pick<Period, 'kind' | 'from'>,
  { rules, countOf }: { rules: ReportingRules; countOf: (code: string) => number },
): number {
  const ruling = code === NATION || code.length <= 4 ? code : code.slice(0, 4)
  const whole = kindOn(rules.kindsOf(ruling), from) === kind ? countOf(code) : 0
  return rules
    .exceptionsOn(from)
    .filter((one) => isInside(one.code, code))
    .reduce((sum, one) => {
      if (one.kind === kind) return sum + countOf(one.code)
      return one.instead === kind ? sum - countOf(one.code) : sum
    }, whole)
}

/** The periods of a year that somebody in a region follows and whose day has passed, kind by kind. */
export function duePeriods(
  rules: ReportingRules,
  code: string,
  { year, today }: { year: string; today: string },
): Period[] {
  return periodKinds.flatMap((kind) =>
    periodsOfYear(kind, year).filter(
      (period) =>
        rules.deadlinesOf(code, period).dueOn < today &&
        (kindOn(rules.kindsOf(code), period.from) === kind ||
          rules.exceptionsOn(period.from).some((one) => one.kind === kind && isInside(one.code, code))),
    ),
  )
}

/** True for a region inside another, not for the region itself. */
export function isInside(code: string, within: string): boolean {
  return code !== within && (within === NATION || code.startsWith(within))
}
