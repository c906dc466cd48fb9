import { and, eq, inArray, sql } from 'drizzle-orm'
import { stepsOn } from '~/features/coverage/coverage.queries.server'
import { listedValues, prepared } from '~/platform/db/prepared'
import type { Services } from '~/platform/services'
import { noReports, type ReportCounts } from './count-reports.server'
import type { Period } from './periods'
import { expectedOf, isInside, type ReportingRules } from './reporting-rules'
import { type Reading, readRules } from './reporting-rules.queries.server'

/** How a period stands in a region. */
export interface Rates extends ReportCounts {
  /** Groups that were registered on the first day of the period, where this kind of period is followed. */
  expected: number
  /** Reports that are sent or verified; what was returned counts again once it is sent again. */
  actual: number
  /** Of those, the ones that were sent first by the day on which they were due. */
  onTime: number
  /** Of the expected, those that were dormant on the first day of the period. */
  dormant: number
}

/** What several rates are together, of regions or of periods. */
export function sumRates(rates: Rates[]): Pick<Rates, 'expected' | 'actual' | 'onTime' | 'dormant'> {
  const sum = (of: (one: Rates) => number) => rates.reduce((all, one) => all + of(one), 0)
  return {
    expected: sum(({ expected }) => expected),
    actual: sum(({ actual }) => actual),
    onTime: sum(({ onTime }) => onTime),
    dormant: sum(({ dormant }) => dormant),
  }
}

const BATCH = 1000

/** How a period stands in regions down to districts; each region costs two look-ups by key, whatever lies in it. */
export function reportingRates(
  { store }: Pick<Services, 'store'>,
  regionCodes: string[],
  period: Pick<Period, 'kind' | 'from'>,
): Promise<Map<string, Rates>> {
  return ratesIn({ db: store.read, tables: store.tables }, regionCodes, period)
}

/** Like `reportingRates`, with rules that are already known when several periods are asked for. */
export async function ratesIn(
  reading: Reading,
  regionCodes: string[],
  period: Pick<Period, 'kind' | 'from'>,
  known?: ReportingRules,
): Promise<Map<string, Rates>> {
  const rules = known ?? (await readRules(reading))
  const others = rules
    .exceptionsOn(period.from)
    .filter(({ code }) => regionCodes.some((region) => isInside(code, region)))
    .map(({ code }) => code)
  const groups = await stepsOn(reading, [...new Set([...regionCodes, ...others])], period.from)
  const expected = (code: string) =>
    expectedOf(code, period, { rules, countOf: (region) => groups.get(region)?.groups ?? 0 })
  const awake = (code: string) =>
    expectedOf(code, period, {
      rules,
      countOf: (region) => {
        const { activeGroups = 0, lessActiveGroups = 0 } = groups.get(region) ?? {}
        return activeGroups + lessActiveGroups
      },
    })
  const counts = await countsOf(reading, regionCodes, period)
  return new Map(
    regionCodes.map((code) => {
      const own = counts.get(code) ?? noReports
      return [
        code,
        {
          ...own,
          expected: expected(code),
          actual: own.sent + own.verified,
          dormant: expected(code) - awake(code),
        },
      ]
    }),
  )
}

async function countsOf(
  { db, tables: { reportCounts } }: Reading,
  regionCodes: string[],
  { kind, from }: Pick<Period, 'kind' | 'from'>,
): Promise<Map<string, ReportCounts>> {
  const counts = new Map<string, ReportCounts>()
  for (let at = 0; at < regionCodes.length; at += BATCH) {
    const { size, placeholders, values } = listedValues(regionCodes.slice(at, at + BATCH))
    const counting = prepared(db, `report counts of ${size}`, () =>
      db
        .select()
        .from(reportCounts)
        .where(
          and(
            inArray(reportCounts.regionCode, placeholders),
            eq(reportCounts.kind, sql.placeholder('kind')),
            eq(reportCounts.from, sql.placeholder('from')),
          ),
        ),
    )
    const rows = await counting.execute({ ...values, kind, from })
    for (const { regionCode, sent, verified, returned, onTime } of rows) {
      counts.set(regionCode, { sent, verified, returned, onTime })
    }
  }
  return counts
}
