import { and, eq, inArray, max, sql } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import type { MappingStatus } from './mapping.state'

/** How the newest mapping of a regency stands. */
export interface MappingState {
  status: MappingStatus
  since: Instant
  /** The local date on which the regency last settled a mapping: this one, or one before it. */
  settledOn: string | null
  /** The communities it holds. */
  rows: number
}

/** The newest mapping of each regency that has one, by its code. */
export async function mappingStates(
  { store }: Pick<Services, 'store'>,
  regencyCodes: string[],
): Promise<Map<string, MappingState>> {
  if (regencyCodes.length === 0) return new Map()
  const { mappings, mappingCounts } = store.tables
  const newest = store.read
    .select({
      regencyCode: mappings.regencyCode,
      at: max(mappings.createdAt).as('at'),
      settledOn: max(mappings.settledOn).as('last_settled_on'),
    })
    .from(mappings)
    .where(inArray(mappings.regencyCode, regencyCodes))
    .groupBy(mappings.regencyCode)
    .as('newest')
  const rows = await store.read
    .select({
      regencyCode: mappings.regencyCode,
      status: mappings.status,
      since: mappings.statusSince,
      settledOn: newest.settledOn,
      rows: sql<number>`coalesce((select sum(${mappingCounts.rows}) from ${mappingCounts} where ${mappingCounts.mappingId} = ${mappings.id}), 0)`,
    })
    .from(mappings)
    .innerJoin(newest, and(eq(newest.regencyCode, mappings.regencyCode), eq(newest.at, mappings.createdAt)))
    .orderBy(mappings.id)
  return new Map(
    rows.map(({ regencyCode, rows: counted, ...state }) => [
      regencyCode,
      { ...state, rows: Number(counted) },
    ]),
  )
}
