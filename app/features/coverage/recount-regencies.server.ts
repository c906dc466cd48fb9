import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueueAll } from '~/platform/jobs/enqueue'

/** Asks for a new count of every regency in a region ('' for the country), each in a transaction of its own. */
export async function recountRegencies(
  tx: Tx,
  { regionCode, now, newId }: { regionCode: string; now: Instant; newId: () => string },
): Promise<void> {
  const { regions } = tx.tables
  const rows = await tx.db
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.level, 'regency'), regionCode ? eq(regions.provinceCode, regionCode) : undefined))
    .orderBy(asc(regions.code))
  const round = newId()
  await enqueueAll(
    tx,
    rows.map(({ code }) => ({
      key: `coverage.recount:${code}:${round}`,
      kind: 'coverage.recount',
      payload: { regencyCode: code },
      now,
    })),
  )
}
