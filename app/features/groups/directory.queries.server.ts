import { and, asc, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { ActivityState } from '~/features/coverage/activity-state'
import { coverageOn } from '~/features/coverage/coverage.queries.server'
import { isInState, isLatestOf, thresholdsUnder } from '~/features/coverage/group-states.queries.server'
import type { Place } from '~/features/regions/places'
import { NATION } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import type { GroupScope } from './groups.schema'
import type { GroupStatus } from './groups.state'
import { searchNames } from './name-search.server'

export const DIRECTORY_PAGE = 25

export interface DirectorySearch {
  /** Words of the name in any order, or the beginning of a number. */
  text?: string
  /** Kemendagri code of any level, digits only. */
  regionCode?: string
  status?: GroupStatus
  /** How active it is today; such a group is registered. */
  activity?: ActivityState
  /** Counts from 1; what lies outside is brought back to the first or the last page. */
  page: number
  pageSize?: number
}

/** What everyone may read of a group in a list. */
export interface DirectoryRow {
  id: string
  number: string
  name: string
  status: GroupStatus
  scope: GroupScope
  registeredAt: Instant
  villageCode: string
  place: Place
  /** The label of its active kim.id name. */
  subdomain: string | null
}

export interface DirectoryPage {
  rows: DirectoryRow[]
  page: number
  pageCount: number
  total: number
}

/**
 * One page of the directory, by name. The order is stable: two groups of one name stand by their ids.
 * Without a text the total comes from the roll-ups, so that a page costs the rows shown, not the rows behind them.
 */
export async function searchDirectory(
  services: Services,
  { text, regionCode, status, activity, page, pageSize = DIRECTORY_PAGE }: DirectorySearch,
): Promise<DirectoryPage> {
  const { read, tables } = services.store
  const { groups, groupActivity } = tables
  const named = await searchNames(services, text ?? '', { shortestNumber: 6 })
  const filter = and(
    regionCode ? eq(regionColumn(services, regionCode), regionCode) : undefined,
    status ? eq(groups.status, status) : undefined,
    activity ? await inStateToday(services, activity, regionCode) : undefined,
    named.where,
  )
  const byName = [asc(groups.nameKey), asc(groups.id)]
  const rowsFrom = (offset: number) => {
    // The ids come from an index in the order of names: rows that are skipped are not read.
    const ids = read
      .select({ id: groups.id })
      .from(groups)
      .leftJoin(groupActivity, isLatestOf(tables))
      .where(filter)
      .orderBy(...byName)
      .limit(pageSize)
      .offset(offset)
    return read
      .select({
        id: groups.id,
        number: groups.number,
        name: groups.name,
        status: groups.status,
        scope: groups.scope,
        registeredAt: groups.registeredAt,
        villageCode: groups.villageCode,
      })
      .from(groups)
      .where(inArray(groups.id, ids))
      .orderBy(...byName)
  }
  const countAll = () => {
    if (named.where === undefined) {
      return activity
        ? countActive(services, filter, { activity, regionCode })
        : countKept(services, regionCode, status)
    }
    const whole = regionCode || status || activity ? undefined : named.total
    return whole ?? countRows(services, filter, { activity })
  }
  // A search that fits on its first page has counted itself.
  const first = named.where && page <= 1 ? await rowsFrom(0) : undefined
  const total = first && first.length < pageSize ? first.length : await countAll()
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount)
  const found = first ?? (await rowsFrom((shown - 1) * pageSize))
  const places = await findPlaces(
    { db: read, tables },
    found.map((row) => row.villageCode),
  )
  const labels = await activeSubdomains(
    services,
    found.map((row) => row.id),
  )
  const rows = found.map((row) => {
    const place = places.get(row.villageCode)
    if (!place) throw new Error(`group ${row.id} has no place`)
    return { ...row, place, subdomain: labels.get(row.id) ?? null }
  })
  return { rows, page: shown, pageCount, total }
}

/** The active kim.id label of each group that has one. */
export async function activeSubdomains(
  { store }: Services,
  groupIds: string[],
): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const { subdomainRequests } = store.tables
  const rows = await store.read
    .select({ groupId: subdomainRequests.groupId, label: subdomainRequests.label })
    .from(subdomainRequests)
    .where(and(inArray(subdomainRequests.groupId, groupIds), eq(subdomainRequests.status, 'active')))
  return new Map(rows.map((row) => [row.groupId, row.label]))
}

function regionColumn({ store }: Services, code: string) {
  const { groups } = store.tables
  if (code.length === 2) return groups.provinceCode
  if (code.length === 4) return groups.regencyCode
  return code.length === 6 ? groups.districtCode : groups.villageCode
}

async function countRows(
  { store }: Services,
  filter: SQL | undefined,
  { activity }: Pick<DirectorySearch, 'activity'>,
): Promise<number> {
  const { groups, groupActivity } = store.tables
  const counting = store.read.select({ total: count() }).from(groups).$dynamic()
  const joined = activity ? counting.leftJoin(groupActivity, isLatestOf(store.tables)) : counting
  const [row] = await joined.where(filter)
  return row?.total ?? 0
}

/** Groups that are registered and in a state today, by the rules of their province. */
async function inStateToday(
  services: Services,
  state: ActivityState,
  regionCode = '',
): Promise<SQL | undefined> {
  const { groups } = services.store.tables
  const thresholds = await thresholdsUnder(services, regionCode)
  const date = localDate(services.clock(), 'WIB')
  return and(eq(groups.status, 'registered'), isInState(services, { state, date, thresholds }))
}

/** From the kept counts; of a village, for which none are kept, from its few rows. */
async function countActive(
  services: Services,
  filter: SQL | undefined,
  { activity, regionCode = NATION }: { activity: ActivityState; regionCode?: string },
): Promise<number> {
  if (regionCode.length === 10) return countRows(services, filter, { activity })
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const counts = (await coverageOn(reading, [regionCode], localDate(clock(), 'WIB'))).get(regionCode)
  if (!counts) return 0
  const { groups: all, activeGroups, lessActiveGroups } = counts
  if (activity === 'active') return activeGroups
  return activity === 'less_active' ? lessActiveGroups : all - activeGroups - lessActiveGroups
}

async function countKept(
  { store }: Services,
  regionCode = NATION,
  status: GroupStatus | undefined,
): Promise<number> {
  const { regionRollups } = store.tables
  const [row] = await store.read.select().from(regionRollups).where(eq(regionRollups.regionCode, regionCode))
  if (!row) return 0
  const byStatus = {
    registered: row.registeredGroups,
    suspended: row.suspendedGroups,
    closed: row.closedGroups,
  }
  return status ? byStatus[status] : byStatus.registered + byStatus.suspended + byStatus.closed
}
