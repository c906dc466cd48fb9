import { sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Period } from './periods'
import type { ReportStatus } from './reports.state'

type PeriodKey = Pick<Period, 'kind' | 'from'>

/** What is counted of reports. */
export const countedReports = ['sent', 'verified', 'returned', 'onTime'] as const
export type ReportCounts = Record<(typeof countedReports)[number], number>

export const noReports: ReportCounts = { sent: 0, verified: 0, returned: 0, onTime: 0 }

/** What decides about a report's counts. */
export interface CountedReport extends PeriodKey {
  status: ReportStatus
  onTime: boolean
  regencyCode: string
  districtCode: string
}

/** What one report adds. What was returned has not arrived, so it is not on time either. */
export function countsOfReport({ status, onTime }: Pick<CountedReport, 'status' | 'onTime'>): ReportCounts {
  if (status === 'draft') return noReports
  return { ...noReports, [status]: 1, onTime: onTime && status !== 'returned' ? 1 : 0 }
}

/**
 * Holds the periods of regions until the transaction ends: who counts a report, approves or reopens there takes turns.
 * Call it before anything of the period is read. Regencies first, then provinces, then the nation.
 */
export async function holdPeriods(
  { db, tables: { reportCounts } }: Tx,
  held: ({ regionCode: string } & PeriodKey)[],
): Promise<void> {
  for (const { regionCode, kind, from } of inOrder(held)) {
    await db
      .insert(reportCounts)
      .values({ regionCode, kind, from })
      .onConflictDoUpdate({
        target: [reportCounts.regionCode, reportCounts.kind, reportCounts.from],
        set: { sent: sql`${reportCounts.sent}` },
      })
  }
}

/**
 * Adds what reports changed, from what they were (null: nothing) to what they are, to their districts and all regions
 * above. Their regencies are held already.
 */
export async function countReports(
  { db, tables: { reportCounts } }: Tx,
  changed: { before: CountedReport | null; after: CountedReport }[],
): Promise<void> {
  const sums = new Map<string, { regionCode: string; by: ReportCounts } & PeriodKey>()
  for (const { before, after } of changed) {
    const { kind, from, districtCode, regencyCode } = after
    const [was, is] = [before ? countsOfReport(before) : noReports, countsOfReport(after)]
    for (const regionCode of [districtCode, regencyCode, regencyCode.slice(0, 2), NATION]) {
      const key = `${regionCode} ${kind} ${from}`
      const sum = sums.get(key) ?? { regionCode, kind, from, by: { ...noReports } }
      for (const name of countedReports) sum.by[name] += is[name] - was[name]
      sums.set(key, sum)
    }
  }
  for (const { regionCode, kind, from, by } of inOrder([...sums.values()])) {
    if (countedReports.every((name) => by[name] === 0)) continue
    await db
      .insert(reportCounts)
      .values({ regionCode, kind, from, ...by })
      .onConflictDoUpdate({
        target: [reportCounts.regionCode, reportCounts.kind, reportCounts.from],
        set: Object.fromEntries(
          countedReports.map((name) => [name, sql`${reportCounts[name]} + ${by[name]}`]),
        ),
      })
  }
}

/** One order for all who write: regencies, districts (only ever touched below a held regency), provinces, the nation. */
function inOrder<Row extends { regionCode: string } & PeriodKey>(rows: Row[]): Row[] {
  const height = ({ regionCode }: Row) =>
    regionCode === NATION ? 3 : regionCode.length === 2 ? 2 : regionCode.length === 6 ? 1 : 0
  const key = ({ regionCode, kind, from }: Row) => `${regionCode} ${kind} ${from}`
  return [...rows].sort((a, b) => height(a) - height(b) || (key(a) < key(b) ? -1 : 1))
}

/** The columns of a stored report that are counted. */
export function countedOf(row: Tables['reports']['$inferSelect']): CountedReport {
  const { kind, from, status, onTime, regencyCode, districtCode } = row
  return { kind, from, status, onTime, regencyCode, districtCode }
}
