import type { Services } from '~/platform/services'
import type { Period } from './periods'
import { type Rates, ratesIn, sumRates } from './reporting-rates.queries.server'
import { duePeriods } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'

/**
 * How the reports of a year stand in regions, all periods of it together whose day has passed; of each kind of period
 * that the region above them follows, or some part of it.
 * @param within the region above; its rule says when reports are due
 */
export async function yearRates(
  { store }: Pick<Services, 'store'>,
  regionCodes: string[],
  { within, year, today }: { within: string; year: string; today: string },
): Promise<{ periods: Period[]; rates: Map<string, ReturnType<typeof sumRates>> }> {
  const reading = { db: store.read, tables: store.tables }
  const rules = await readRules(reading)
  const periods = duePeriods(rules, within, { year, today })
  const found: Map<string, Rates>[] = []
  for (const period of periods) found.push(await ratesIn(reading, regionCodes, period, rules))
  return {
    periods,
    rates: new Map(
      regionCodes.map((code) => [code, sumRates(found.flatMap((rates) => rates.get(code) ?? []))]),
    ),
  }
}
