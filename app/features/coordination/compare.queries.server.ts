import { cutOffFor } from '~/features/coverage/cut-off'
import { numbersOf } from '~/features/coverage/region-numbers.queries.server'
import type { Actor } from '~/features/identity/actor'
import { DECISION_DAYS, medianDays } from '~/features/registration/decision-times'
import { periodWords } from '~/features/reporting/periods'
import { type Rates, reportingRates } from '~/features/reporting/reporting-rates.queries.server'
import { addDays, startOfDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { boardFrame, regionsBelow, timesBelow } from './board.queries.server'
import { lastDuePeriod } from './last-due-period.queries.server'
import type { CompareQuery } from './trend.schema'

/** What is known of a region on a past day. */
export interface PastFigures {
  villages: number
  villagesWithGroup: number
  groups: number
  activeGroups: number
  medianDays: number | null
  /** Reports of the period that was due last on that day. */
  reports: Pick<Rates, 'expected' | 'actual' | 'onTime'>
}

export interface ComparedRow {
  code: string
  name: string
  a: PastFigures
  b: PastFigures
}

/** The board on two days side by side, as far as the past is known. @throws not_found */
export async function compareScreen(services: Services, actor: Actor, query: CompareQuery) {
  const { region, officeCode, now } = await boardFrame(services, actor, query.wilayah)
  const below = await regionsBelow(services, region.code)
  const later = cutOffFor(query.b, now, region.zone)
  const threeMonthsAgo = later.offered.at(-4)
  const earlier = cutOffFor(query.a ?? threeMonthsAgo, now, region.zone)
  const codes = below.regions.map(({ code }) => code)
  const reading = { db: services.store.read, tables: services.store.tables }
  const side = async (date: string) => {
    const until = Math.min(now, startOfDate(addDays(date, 1), region.zone) - 1)
    const period = await lastDuePeriod(services, codes, date)
    const [numbers, times, rates] = await Promise.all([
      numbersOf(reading, [...codes, region.code], date),
      timesBelow(reading, codes, { from: until - DECISION_DAYS * DAY, until }),
      reportingRates(services, [...codes, region.code], period),
    ])
    const figuresOf = (code: string): PastFigures => {
      const { villages = 0, villagesWithGroup = 0, groups = 0, activeGroups = 0 } = numbers.get(code) ?? {}
      const { expected = 0, actual = 0, onTime = 0 } = rates.get(code) ?? {}
      return {
        ...{ villages, villagesWithGroup, groups, activeGroups },
        medianDays: medianDays(times(code)),
        reports: { expected, actual, onTime },
      }
    }
    return { figuresOf, period: periodWords(period) }
  }
  const [a, b] = [await side(earlier.date), await side(later.date)]
  const rowOf = ({ code, name }: { code: string; name: string }): ComparedRow => ({
    code,
    name,
    a: a.figuresOf(code),
    b: b.figuresOf(code),
  })
  return {
    region: { code: region.code, name: region.name },
    isBelow: officeCode !== region.code,
    belowWords: below.words,
    a: earlier.date,
    b: later.date,
    /** Of whose reports is told, in words. */
    periods: { a: a.period, b: b.period },
    earliest: later.earliest,
    today: later.today,
    rows: below.regions.map(rowOf),
    total: rowOf({ code: region.code, name: region.name }),
  }
}
export type CompareScreen = Awaited<ReturnType<typeof compareScreen>>
