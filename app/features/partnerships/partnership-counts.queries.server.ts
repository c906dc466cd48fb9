import { and, count, gt, inArray, sql } from 'drizzle-orm'
import type { Services } from '~/platform/services'

/** Partnerships by status: `active` are in force and not near their end, `ending` in force with 90 days or less to go. */
export interface PartnershipCounts {
  active: number
  ending: number
  proposed: number
}

/**
 * Partnerships of the offices in regions, by code: `00`, provinces, regencies; of districts those whose partner lies
 * there. A region without any is left out. The cost is the number of regions.
 */
export async function partnershipCounts(
  { store }: Pick<Services, 'store'>,
  regionCodes: string[],
): Promise<Map<string, PartnershipCounts>> {
  const { partnershipRollups: rollups } = store.tables
  if (regionCodes.length === 0) return new Map()
  const rows = await store.read.select().from(rollups).where(inArray(rollups.regionCode, regionCodes))
  return new Map(
    rows.map(({ regionCode, active, ending, proposed }) => [regionCode, { active, ending, proposed }]),
  )
}

/** How many districts of each regency have a partner or a group with which a partnership is in force. */
export async function districtsWithPartnership(
  { store }: Pick<Services, 'store'>,
  regencyCodes: string[],
): Promise<Map<string, number>> {
  const { partnershipRollups: rollups } = store.tables
  if (regencyCodes.length === 0) return new Map()
  const rows = await store.read
    .select({ code: rollups.regencyCode, many: count() })
    .from(rollups)
    .where(
      and(
        inArray(rollups.regencyCode, regencyCodes),
        sql`${rollups.regionCode} <> ${rollups.regencyCode}`,
        gt(sql`${rollups.active} + ${rollups.ending}`, 0),
      ),
    )
    .groupBy(rollups.regencyCode)
  return new Map(rows.map(({ code, many }) => [code, Number(many)]))
}
