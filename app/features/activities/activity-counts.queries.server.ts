import { and, between, inArray, sum } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type ActivityCounts, noActivityCounts } from './activity-marks'

/** Months of a period, both included: `2026-01`. */
export interface Months {
  first: string
  last: string
}

/** What is counted of a region in a period, by mark (`all`, `channel:cetak` …); of a mark that is not there nothing. */
export type CountsByMark = ReadonlyMap<string, ActivityCounts>

/**
 * The counts of confirmed activities of regions in a period, by code: the country (`00`), provinces, regencies or
 * districts. It reads the stored counts: the cost is regions and months, however many activities there were.
 * @param marks all when left out
 */
export async function activityCountsOf(
  { db, tables: { activityCounts } }: { db: Database; tables: Tables },
  regionCodes: string[],
  { first, last }: Months,
  marks?: string[],
): Promise<Map<string, CountsByMark>> {
  const found = new Map<string, Map<string, ActivityCounts>>(regionCodes.map((code) => [code, new Map()]))
  if (regionCodes.length === 0) return found
  const rows = await db
    .select({
      regionCode: activityCounts.regionCode,
      mark: activityCounts.mark,
      activities: sum(activityCounts.activities).mapWith(Number),
      reach: sum(activityCounts.reach).mapWith(Number),
      estimatedReach: sum(activityCounts.estimatedReach).mapWith(Number),
      estimated: sum(activityCounts.estimated).mapWith(Number),
      withoutReach: sum(activityCounts.withoutReach).mapWith(Number),
    })
    .from(activityCounts)
    .where(
      and(
        inArray(activityCounts.regionCode, regionCodes),
        between(activityCounts.month, first, last),
        marks && inArray(activityCounts.mark, marks),
      ),
    )
    .groupBy(activityCounts.regionCode, activityCounts.mark)
  for (const { regionCode, mark, ...counts } of rows) found.get(regionCode)?.set(mark, counts)
  return found
}

/** The counts under one mark. */
export function underMark(counts: CountsByMark | undefined, mark: string): ActivityCounts {
  return counts?.get(mark) ?? noActivityCounts
}
