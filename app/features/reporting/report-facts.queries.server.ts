import { and, asc, count, eq, gte, inArray, isNotNull, lte, type SQL, sum } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import { type PeriodKind, periodKinds } from './periods'
import type { FundSource, ReportNumbers } from './reporting-kinds'
import type { Reading } from './reporting-rules.queries.server'
import type { ReportStatus } from './reports.state'

/** Local dates, both inclusive: periods that lie whole in between. */
interface Range {
  from: string
  last: string
}

/** Reports of some periods in a region: how many in each state, and the money that they tell of. */
export interface ReportFacts {
  /** By kind of period, the first day of it and state; drafts are nobody's business yet. */
  states: { kind: PeriodKind; from: string; status: Exclude<ReportStatus, 'draft'>; reports: number }[]
  /** Of what is sent or verified, by source. Whole rupiah; `reports` tell of money at all. */
  money: { source: FundSource; reports: number; received: number; spent: number }[]
}

/** What the reports of a region (any level down to the district, `00` for the nation) say of a range of periods. */
export async function reportFacts(reading: Reading, regionCode: string, range: Range): Promise<ReportFacts> {
  const { db, tables } = reading
  const { reports } = tables
  const here = and(inRegion(reading, regionCode), within(reading, range))
  const [states, money] = await Promise.all([
    db
      .select({ kind: reports.kind, from: reports.from, status: reports.status, reports: count() })
      .from(reports)
      .where(here)
      .groupBy(reports.kind, reports.from, reports.status)
      .orderBy(asc(reports.from)),
    db
      .select({
        source: reports.fundSource,
        reports: count(),
        received: sum(reports.received),
        spent: sum(reports.spent),
      })
      .from(reports)
      .where(and(here, inArray(reports.status, ['sent', 'verified']), isNotNull(reports.fundSource)))
      .groupBy(reports.fundSource),
  ])
  return {
    states: states.flatMap(({ status, ...row }) =>
      status === 'draft' ? [] : [{ ...row, status, reports: Number(row.reports) }],
    ),
    money: money.flatMap(({ source, ...row }) =>
      source
        ? [
            {
              source,
              reports: Number(row.reports),
              received: Number(row.received ?? 0),
              spent: Number(row.spent ?? 0),
            },
          ]
        : [],
    ),
  }
}

/** One report as its group sent it last. */
export interface GroupReportFact {
  reportId: string
  kind: PeriodKind
  from: string
  last: string
  status: 'sent' | 'verified'
  obstacles: string
  plans: string
  received: number | null
  spent: number | null
  fundSource: FundSource | null
  numbers: ReportNumbers | null
}

/** A group's reports of a range of periods that are sent or verified, the oldest first; for its accountability sheet. */
export async function groupReportFacts(
  reading: Reading,
  groupId: string,
  range: Range,
): Promise<GroupReportFact[]> {
  const { reports } = reading.tables
  const rows = await reading.db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.groupId, groupId),
        within(reading, range),
        inArray(reports.status, ['sent', 'verified']),
      ),
    )
    .orderBy(asc(reports.from))
  return rows.flatMap(({ id, kind, from, last, status, ...row }) =>
    status === 'sent' || status === 'verified'
      ? [
          {
            reportId: id,
            kind,
            from,
            last,
            status,
            obstacles: row.obstacles,
            plans: row.plans,
            received: row.received,
            spent: row.spent,
            fundSource: row.fundSource,
            numbers: row.numbers,
          },
        ]
      : [],
  )
}

/** Naming the kinds lets the index of a region serve a range. */
function within({ tables: { reports } }: Reading, { from, last }: Range): SQL | undefined {
  return and(inArray(reports.kind, [...periodKinds]), gte(reports.from, from), lte(reports.last, last))
}

function inRegion({ tables: { reports } }: Reading, code: string): SQL | undefined {
  if (code === NATION) return undefined
  const column = [reports.provinceCode, reports.regencyCode, reports.districtCode][code.length / 2 - 1]
  const district = code.length === 6 ? eq(reports.regencyCode, code.slice(0, 4)) : undefined
  return and(district, eq(column ?? reports.villageCode, code))
}
