import { and, gt, inArray, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import { listedValues, prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

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
  const { size, placeholders, values } = listedValues(regionCodes)
  const counting = prepared(store.read, `partnerships of ${size}`, () =>
    store.read
      .select({
        regionCode: rollups.regionCode,
        active: rollups.active,
        ending: rollups.ending,
        proposed: rollups.proposed,
      })
      .from(rollups)
      .where(inArray(rollups.regionCode, placeholders)),
  )
  const rows = await counting.execute(values)
  return new Map(
    rows.map(({ regionCode, active, ending, proposed }) => [regionCode, { active, ending, proposed }]),
  )
}

/** What is in force in a region. */
export interface InForce {
  /** Partnerships of its offices; of a district, those whose partner lies there. */
  partnerships: number
  /** Districts in which a partner or a group lies with which a partnership is in force. */
  districts: number
}

/** What is in force now in regions down to districts. The cost is the regions inside that have anything. */
export async function partnershipsInForce(
  { db, tables: { partnershipRollups: rollups } }: { db: Database; tables: Tables },
  codes: string[],
): Promise<(code: string) => InForce> {
  const provinces = [...new Set(codes.map((code) => code.slice(0, 2)))]
  const rows = await db
    .select({ code: rollups.regionCode, active: rollups.active, ending: rollups.ending })
    .from(rollups)
    .where(
      and(
        codes.includes(NATION) ? undefined : inArray(rollups.provinceCode, provinces),
        gt(sql`${rollups.active} + ${rollups.ending}`, 0),
      ),
    )
  const partnerships = new Map(rows.map(({ code, active, ending }) => [code, active + ending]))
  const districts = new Map<string, number>()
  for (const { code } of rows.filter(({ code: { length } }) => length === 6)) {
    for (const above of [NATION, code.slice(0, 2), code.slice(0, 4), code]) {
      districts.set(above, (districts.get(above) ?? 0) + 1)
    }
  }
  return (code) => ({ partnerships: partnerships.get(code) ?? 0, districts: districts.get(code) ?? 0 })
}
