import { type Actor, may } from '~/features/identity/actor'
import { NATION, withWord } from '~/features/regions/places'
import { childrenOf } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { drawLineTrend } from '~/ui/chart/line-trend'
import { approvalKey, approvalsOf } from './approvals.server'
import { type OfficePlace, officePlace } from './office-place.queries.server'
import type { ReportPlaceQuery } from './office-reports.schema'
import { endedBefore, periodOn } from './periods'
import { type Rates, ratesIn } from './reporting-rates.queries.server'
import type { Reading } from './reporting-rules.queries.server'
import { countWaitingReports } from './waiting-reports.queries.server'

const TREND = 12

export interface RegionRates extends Rates {
  code: string
  name: string
  /** Null where the level does not approve. */
  approval: 'approved' | 'reopened' | 'open' | null
}

/** How a period stands in a region and in those directly below it. */
export async function officeReportsScreen(services: Services, actor: Actor, query: ReportPlaceQuery) {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const place = await officePlace(services, actor, query)
  const { code, period, rules } = place
  const children = code.length === 6 ? [] : await childrenOf(reading, code === NATION ? null : code)
  const codes = [code, ...children.map((child) => child.code)]
  const [rates, approvals, waiting, trend] = await Promise.all([
    ratesIn(reading, codes, period, rules),
    approvalsOf(
      reading,
      codes.map((regionCode) => ({ ...period, regionCode })),
    ),
    countWaitingReports(services, actor),
    trendOf(reading, place),
  ])
  const rowOf = (region: { code: string; name: string }): RegionRates => {
    const own = rates.get(region.code)
    if (!own) throw new Error(`no rates for ${region.code}`)
    const approval = approvals.get(approvalKey({ ...period, regionCode: region.code }))?.status ?? 'open'
    return { ...own, ...region, approval: region.code.length === 6 ? null : approval }
  }
  const rows = children.map((child) => rowOf({ code: child.code, name: withWord(child) }))
  const owing = rows.filter(({ expected, actual, returned }) => expected + actual + returned > 0)
  const { rules: _, ...shown } = place
  return {
    place: shown,
    deadlines: rules.deadlinesOf(code.slice(0, 4), period),
    whole: rowOf(place),
    rows: owing,
    /** Regions below in which nobody owes a report. */
    without: rows.length - owing.length,
    waiting,
    mayVerify: may(actor, 'report.verify'),
    trend,
  }
}

/** The rates of the last periods of the region's own kind, drawn as lines. */
async function trendOf(reading: Reading, { code, today, rules }: OfficePlace) {
  const kinds = rules.kindsOf(code.length === 6 ? code.slice(0, 4) : code)
  const periods = endedBefore(kinds, today, TREND)
    .filter(({ kind }) => kind === periodOn(kinds, today).kind)
    .reverse()
  const values: Rates[] = []
  for (const period of periods) {
    const own = (await ratesIn(reading, [code], period, rules)).get(code)
    if (own) values.push(own)
  }
  return drawLineTrend(
    periods.map(({ last }) => last),
    [
      { name: 'Wajib lapor', values: values.map(({ expected }) => expected) },
      { name: 'Masuk', values: values.map(({ actual }) => actual) },
      { name: 'Tepat waktu', values: values.map(({ onTime }) => onTime) },
    ],
  )
}
