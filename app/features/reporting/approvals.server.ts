import { and, eq, inArray, or } from 'drizzle-orm'
import type { Period } from './periods'
import type { Reading } from './reporting-rules.queries.server'

type PeriodKey = Pick<Period, 'kind' | 'from'>

/** The approvals of periods in regions, whichever way they stand, by `approvalKey`. */
export async function approvalsOf(
  { db, tables: { reportApprovals } }: Reading,
  asked: ({ regionCode: string } & PeriodKey)[],
) {
  const byPeriod = new Map<string, PeriodKey & { codes: Set<string> }>()
  for (const { regionCode, kind, from } of asked) {
    const there = byPeriod.get(`${kind} ${from}`) ?? { kind, from, codes: new Set() }
    byPeriod.set(`${kind} ${from}`, { ...there, codes: there.codes.add(regionCode) })
  }
  if (byPeriod.size === 0) return new Map<string, never>()
  const rows = await db
    .select()
    .from(reportApprovals)
    .where(
      or(
        ...[...byPeriod.values()].map(({ kind, from, codes }) =>
          and(
            eq(reportApprovals.kind, kind),
            eq(reportApprovals.from, from),
            inArray(reportApprovals.regionCode, [...codes]),
          ),
        ),
      ),
    )
  return new Map(rows.map((row) => [approvalKey(row), row]))
}

export function approvalKey({ regionCode, kind, from }: { regionCode: string } & PeriodKey): string {
  return `${regionCode} ${kind} ${from}`
}

/** Tells whether a regency has approved a period and nobody reopened it. */
export async function approvedIn(
  reading: Reading,
  asked: ({ regencyCode: string } & PeriodKey)[],
): Promise<(report: { regencyCode: string } & PeriodKey) => boolean> {
  const named = ({ regencyCode, kind, from }: { regencyCode: string } & PeriodKey) => ({
    regionCode: regencyCode,
    kind,
    from,
  })
  const approvals = await approvalsOf(reading, asked.map(named))
  return (report) => approvals.get(approvalKey(named(report)))?.status === 'approved'
}
