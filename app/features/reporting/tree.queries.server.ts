import { and, asc, eq, isNull } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Period } from './periods'
import { ratesIn } from './reporting-rates.queries.server'
import type { Reading } from './reporting-rules.queries.server'

type PeriodKey = Pick<Period, 'kind' | 'from'>

/** The codes directly below the nation or a province, as far as they approve periods of their own. */
async function codesBelow({ db, tables: { regions } }: Reading, regionCode: string): Promise<string[]> {
  if (regionCode !== NATION && regionCode.length !== 2) return []
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(
      regionCode === NATION
        ? and(eq(regions.level, 'province'), isNull(regions.validUntil))
        : and(eq(regions.parentCode, regionCode), isNull(regions.validUntil)),
    )
    .orderBy(asc(regions.code))
  return rows.map(({ code }) => code)
}

/** The regions directly below that owe reports of the period, or have some. */
export async function owingBelow(reading: Reading, regionCode: string, period: PeriodKey): Promise<string[]> {
  const codes = await codesBelow(reading, regionCode)
  const rates = await ratesIn(reading, codes, period)
  return codes.filter((code) => {
    const { expected = 0, actual = 0, returned = 0 } = rates.get(code) ?? {}
    return expected + actual + returned > 0
  })
}

/** The region itself and those above it, the nearest first. */
export function pathUp(regionCode: string): string[] {
  if (regionCode === NATION) return [NATION]
  return regionCode.length === 2 ? [regionCode, NATION] : [regionCode, regionCode.slice(0, 2), NATION]
}
