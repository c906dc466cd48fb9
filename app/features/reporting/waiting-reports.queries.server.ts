import { and, eq, gt, inArray, type SQL, sql, sum } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { ownRegions } from '~/features/regions/own-regions'
import { prepared } from '~/platform/db/prepared'
import type { Services } from '~/platform/services'

/** How many reports wait for an office, from the kept counts: the cost is the number of periods. */
export async function countWaitingReports({ store }: Pick<Services, 'store'>, actor: Actor): Promise<number> {
  const { reportCounts } = store.tables
  const codes = ownRegions(actor, 'report.read')
  const counting = prepared(store.read, `waiting reports ${codes}`, () =>
    store.read
      .select({ sent: sum(reportCounts.sent) })
      .from(reportCounts)
      .where(inArray(reportCounts.regionCode, codes)),
  )
  const [row] = await counting.execute()
  return Number(row?.sent ?? 0)
}

/** What waits where an officer works. The regencies are named, so that the index of what waits serves every level. */
export async function waitingReports(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
): Promise<SQL | undefined> {
  const { reports, reportCounts, regions } = store.tables
  const rows = await store.read
    .selectDistinct({ code: regions.code })
    .from(regions)
    .innerJoin(reportCounts, eq(reportCounts.regionCode, regions.code))
    .where(
      and(
        eq(regions.level, 'regency'),
        gt(reportCounts.sent, 0),
        inReach(actor, 'report.read', { provinceCode: regions.provinceCode, regencyCode: regions.code }),
      ),
    )
  if (rows.length === 0) return sql`1 = 0`
  return and(
    inArray(
      reports.regencyCode,
      rows.map(({ code }) => code),
    ),
    eq(reports.status, 'sent'),
  )
}
