import {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  exists,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { stateOn } from '~/features/coverage/activity-state'
import {
  isInState,
  isLatestOf,
  type ListedState,
  thresholdsIn,
} from '~/features/coverage/group-states.queries.server'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { addDays, localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { decreeTerm, ENDING_DAYS } from './decree-term'
import type { GroupStatus } from './groups.state'
import { searchNames } from './name-search.server'
import type { OfficeFlag, OfficeSort } from './office-list.schema'

const PAGE = 30

export interface OfficeListSearch {
  text: string
  /** A code of any level, empty for everything in reach. */
  regionCode: string
  status?: GroupStatus
  flag?: OfficeFlag
  activity?: ListedState
  sort: OfficeSort
  page: number
}

/** The groups of the office's own region: filtered, in an order that is the same each time, one page of it. */
export async function officeListScreen(services: Services, actor: Actor, search: OfficeListSearch) {
  const { store, clock } = services
  const { groups, groupDecrees, decrees, regions, groupActivity } = store.tables
  const now = clock()
  const date = localDate(now, 'WIB')
  const within = homeOf(actor)
  const filter = await regionFilterState(services, search.regionCode, within)
  const thresholds = await thresholdsIn(services, { actor, regionCode: filter.code })
  const where = and(
    inReach(actor, 'office.read', groups),
    filter.code ? eq(regionColumn(services, filter.code), filter.code) : undefined,
    search.status ? eq(groups.status, search.status) : undefined,
    search.flag ? flagged(services, search.flag, now) : undefined,
    search.activity ? eq(groups.status, 'registered') : undefined,
    search.activity ? isInState(services, { state: search.activity, date, thresholds }) : undefined,
    (await searchNames(services, search.text, { shortestNumber: 4 })).where,
  )
  const current = and(eq(groupDecrees.groupId, groups.id), isNull(groupDecrees.replacedAt))
  const [counted] = await store.read
    .select({ total: count() })
    .from(groups)
    .innerJoin(regions, eq(regions.code, groups.villageCode))
    .leftJoin(groupDecrees, current)
    .leftJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .leftJoin(groupActivity, isLatestOf(store.tables))
    .where(where)
  const total = counted?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / PAGE))
  const page = Math.min(search.page, pageCount)
  const found = await store.read
    .select({
      id: groups.id,
      number: groups.number,
      name: groups.name,
      status: groups.status,
      suspendedUntil: groups.suspendedUntil,
      villageCode: groups.villageCode,
      provinceCode: groups.provinceCode,
      lastOn: groupActivity.lastOn,
      registeredAt: groups.registeredAt,
      zone: regions.zone,
      decreeId: decrees.id,
      validUntil: decrees.validUntil,
    })
    .from(groups)
    .innerJoin(regions, eq(regions.code, groups.villageCode))
    .leftJoin(groupDecrees, current)
    .leftJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .leftJoin(groupActivity, isLatestOf(store.tables))
    .where(where)
    .orderBy(...orderOf(services, search.sort))
    .limit(PAGE)
    .offset((page - 1) * PAGE)
  const places = await findPlaces(
    { db: store.read, tables: store.tables },
    found.map(({ villageCode }) => villageCode),
  )
  const rows = found.map(({ decreeId, villageCode, provinceCode, zone, ...row }) => {
    const place = places.get(villageCode)
    return {
      ...row,
      zone,
      place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
      regency: place ? withWord(place.regency) : '',
      activity:
        row.status === 'registered'
          ? stateOn(row.lastOn, localDate(now, zone), thresholds.get(provinceCode) ?? [])
          : null,
      term:
        row.status === 'closed' && row.validUntil
          ? ('valid' as const)
          : decreeTerm(decreeId ? row.validUntil : undefined, localDate(now, zone)),
    }
  })
  return { rows, page, pageCount, total, filter, search, oneRegency: within.length === 4 }
}

/** The code of the one region in which an office works; empty when there are several. */
function homeOf(actor: Actor): string {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'office.read')
  const codes = new Set([...provinceCodes, ...regencyCodes])
  const [only = ''] = codes
  return national || codes.size !== 1 ? '' : only
}

function regionColumn({ store }: Services, code: string) {
  const { groups } = store.tables
  if (code.length === 2) return groups.provinceCode
  if (code.length === 4) return groups.regencyCode
  return code.length === 6 ? groups.districtCode : groups.villageCode
}

/** Decrees end by the calendar of the group's place, so each zone has its own today. */
function flagged({ store }: Services, flag: OfficeFlag, now: Instant): SQL | undefined {
  const { groups, decrees, decreeRenewals, grants, regions } = store.tables
  const open = ne(groups.status, 'closed')
  const zones: Zone[] = ['WIB', 'WITA', 'WIT']
  switch (flag) {
    case 'diajukan':
      return exists(
        store.read
          .select({ id: decreeRenewals.id })
          .from(decreeRenewals)
          .where(and(eq(decreeRenewals.groupId, groups.id), eq(decreeRenewals.status, 'submitted'))),
      )
    case 'segera':
      return and(
        open,
        or(
          ...zones.map((zone) => {
            const today = localDate(now, zone)
            return and(
              eq(regions.zone, zone),
              between(decrees.validUntil, today, addDays(today, ENDING_DAYS)),
            )
          }),
        ),
      )
    case 'habis':
      return and(
        open,
        or(...zones.map((zone) => and(eq(regions.zone, zone), lt(decrees.validUntil, localDate(now, zone))))),
      )
    case 'tanpa':
      return and(open, isNull(decrees.id))
    case 'tanpa-akun':
      return and(
        open,
        notExists(
          store.read
            .select({ id: grants.id })
            .from(grants)
            .where(and(eq(grants.groupId, groups.id), eq(grants.post, 'ketua'), isNull(grants.revokedAt))),
        ),
      )
  }
}

function orderOf({ store }: Services, sort: OfficeSort): SQL[] {
  const { groups, decrees } = store.tables
  switch (sort) {
    case 'terbaru':
      return [desc(groups.registeredAt), asc(groups.id)]
    case 'sk':
      // Those without an end come last on both engines.
      return [sql`coalesce(${decrees.validUntil}, '9999')`, asc(groups.nameKey), asc(groups.id)]
    case 'nama':
      return [asc(groups.nameKey), asc(groups.id)]
  }
}
