import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { PeriodKind } from './periods'
import type { FundSource } from './reporting-kinds'
import type { Reading } from './reporting-rules.queries.server'

/** What a group said in one report about money, in whole rupiah. */
export interface ReportedMoney {
  id: string
  kind: PeriodKind
  from: string
  last: string
  received: number | null
  spent: number | null
  fundSource: FundSource | null
}

/** What a group said about money in the reports that it sent for periods that reach into some days, in their order. */
export async function moneyOfGroup(
  { db, tables: { reports } }: Reading,
  groupId: string,
  { from, until }: { from: string; until: string },
): Promise<ReportedMoney[]> {
  return db
    .select({
      id: reports.id,
      kind: reports.kind,
      from: reports.from,
      last: reports.last,
      received: reports.received,
      spent: reports.spent,
      fundSource: reports.fundSource,
    })
    .from(reports)
    .where(
      and(
        eq(reports.groupId, groupId),
        inArray(reports.status, ['sent', 'verified']),
        lte(reports.from, until),
        gte(reports.last, from),
      ),
    )
    .orderBy(asc(reports.from), asc(reports.kind))
}
