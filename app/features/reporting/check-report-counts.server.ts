import { count } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import {
  countedReports,
  countsOfReport,
  holdPeriods,
  noReports,
  type ReportCounts,
} from './count-reports.server'
import type { PeriodKind } from './periods'
import type { Reading } from './reporting-rules.queries.server'

/** Where a stored count of reports is not what the reports say. */
export interface ReportDifference {
  regionCode: string
  kind: PeriodKind
  from: string
  stored: ReportCounts
  counted: ReportCounts
}

const BATCH = 1000

/** Compares the counts of every region and period with a count from scratch. */
export async function checkReportCounts({ store }: Pick<Services, 'store'>): Promise<ReportDifference[]> {
  const reading = { db: store.read, tables: store.tables }
  const counted = await countFromScratch(reading)
  const stored = new Map(
    (await store.read.select().from(store.tables.reportCounts)).map((row) => [keyOf(row), row]),
  )
  return [...new Set([...counted.keys(), ...stored.keys()])].sort().flatMap((key) => {
    const place = stored.get(key) ?? counted.get(key)
    const [was, is] = [stored.get(key) ?? noReports, counted.get(key) ?? noReports]
    if (!place || countedReports.every((name) => was[name] === is[name])) return []
    const { regionCode, kind, from } = place
    return [{ regionCode, kind, from, stored: only(was), counted: only(is) }]
  })
}

/** Writes the counts anew from the reports, in one transaction; other writers wait or come first. */
export async function rewriteReportCounts({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const { reportCounts } = tx.tables
    await holdAll(tx)
    const counted = [...(await countFromScratch(tx)).values()]
    await tx.db.delete(reportCounts)
    for (let at = 0; at < counted.length; at += BATCH) {
      await tx.db.insert(reportCounts).values(counted.slice(at, at + BATCH))
    }
  })
}

/** Whoever counts holds the regency of the period first. */
async function holdAll(tx: Tx): Promise<void> {
  const { reports } = tx.tables
  const rows = await tx.db
    .selectDistinct({ regionCode: reports.regencyCode, kind: reports.kind, from: reports.from })
    .from(reports)
  await holdPeriods(tx, rows)
}

type Counted = { regionCode: string; kind: PeriodKind; from: string } & ReportCounts

async function countFromScratch({ db, tables: { reports } }: Reading): Promise<Map<string, Counted>> {
  const { kind, from, status, onTime, regencyCode, districtCode } = reports
  const rows = await db
    .select({ kind, from, status, onTime, regencyCode, districtCode, many: count() })
    .from(reports)
    .groupBy(kind, from, status, onTime, regencyCode, districtCode)
  const counted = new Map<string, Counted>()
  for (const row of rows) {
    const each = countsOfReport(row)
    for (const regionCode of [row.districtCode, row.regencyCode, row.regencyCode.slice(0, 2), NATION]) {
      const place = { regionCode, kind: row.kind, from: row.from }
      const sum = counted.get(keyOf(place)) ?? { ...place, ...noReports }
      for (const name of countedReports) sum[name] += each[name] * Number(row.many)
      counted.set(keyOf(place), sum)
    }
  }
  return counted
}

function keyOf({ regionCode, kind, from }: { regionCode: string; kind: PeriodKind; from: string }): string {
  return `${regionCode} ${kind} ${from}`
}

function only({ sent, verified, returned, onTime }: ReportCounts): ReportCounts {
  return { sent, verified, returned, onTime }
}
