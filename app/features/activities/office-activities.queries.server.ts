import { and, asc, count, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { allChoices } from '~/features/choices/choices.queries.server'
import { type Actor, mayIn, reach } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { type ActivityStatus, activityMayMove, activityStatuses } from './activities.state'
import { marksOf } from './activity.queries.server'
import { activitiesSought, beyond, withStatus } from './activity-filter.server'
import { COUNTED, isNewestFirst, type OfficeActivitiesQuery } from './office-activities.schema'

const PAGE = 50

/** The activities of the office's own region: filtered, by date, one page of them; how many there are of each status. */
export async function officeActivitiesScreen(services: Services, actor: Actor, query: OfficeActivitiesQuery) {
  const { clock } = services
  const within = homeOf(actor)
  const filter = await regionFilterState(services, filteredCode(query), within)
  const sought = activitiesSought(services, actor, { query, regionCode: filter.code })
  const [counts, page, topics] = await Promise.all([
    countStatuses(services, sought),
    readPage(services, query, withStatus(services, sought, query.status)),
    allChoices({ db: services.store.read, tables: services.store.tables }, 'topics'),
  ])
  const rows = await withWords(services, actor, page.rows)
  return {
    rows,
    counts,
    topics,
    filter,
    previous: page.previous,
    next: page.next,
    now: clock(),
    oneRegency: within.length === 4,
    mayConfirm: rows.some(({ selectable }) => selectable),
  }
}

/** The code of the one region in which an office works; empty when there are several. */
export function homeOf(actor: Actor): string {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'activity.read')
  const codes = new Set([...provinceCodes, ...regencyCodes])
  const [only = ''] = codes
  return national || codes.size !== 1 ? '' : only
}

type StatusCounts = Record<ActivityStatus | 'all', number>

/** How many of each status, counted up to `COUNTED` + 1. */
async function countStatuses(services: Services, sought: SQL | undefined): Promise<StatusCounts> {
  const { store } = services
  const { activities, groups } = store.tables
  const upTo = async (status: ActivityStatus | undefined) => {
    const some = store.read
      .select({ id: activities.id })
      .from(activities)
      .innerJoin(groups, eq(groups.id, activities.groupId))
      .where(withStatus(services, sought, status))
      .limit(COUNTED + 1)
      .as('some')
    const [row] = await store.read.select({ total: count() }).from(some)
    return Number(row?.total ?? 0)
  }
  const entries = await Promise.all(
    activityStatuses.map(async (status) => [status, await upTo(status)] as const),
  )
  const all = Math.min(
    COUNTED + 1,
    entries.reduce((sum, [, total]) => sum + total, 0),
  )
  return { ...zero, ...Object.fromEntries(entries), all }
}

const zero: StatusCounts = { submitted: 0, returned: 0, confirmed: 0, withdrawn: 0, all: 0 }

async function readPage(services: Services, query: OfficeActivitiesQuery, where: SQL | undefined) {
  const { store } = services
  const { activities, groups } = store.tables
  const newestFirst = isNewestFirst(query)
  const back = query.sebelum !== undefined
  const place = query.sebelum ?? query.setelah
  const descending = newestFirst !== back
  const order = descending ? desc : asc
  const found = await store.read
    .select({
      id: activities.id,
      version: activities.version,
      localDate: activities.localDate,
      title: activities.title,
      status: activities.status,
      statusSince: activities.statusSince,
      editedSinceConfirmed: activities.editedSinceConfirmed,
      isPublic: activities.isPublic,
      isHoax: sql<number>`case when ${isNotNull(activities.hoax)} then 1 else 0 end`,
      reach: activities.reach,
      reachEstimated: activities.reachEstimated,
      reportedBy: activities.reportedBy,
      groupId: groups.id,
      groupName: groups.name,
      villageCode: activities.villageCode,
      provinceCode: activities.provinceCode,
      regencyCode: activities.regencyCode,
    })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(and(where, place ? beyond(services, place, descending ? 'older' : 'newer') : undefined))
    .orderBy(order(activities.localDate), order(activities.id))
    .limit(PAGE + 1)
  const more = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (back) rows.reverse()
  const cursorOf = (row: (typeof rows)[number] | undefined) => row && { date: row.localDate, id: row.id }
  return {
    rows,
    previous: (back ? more : query.setelah !== undefined) ? cursorOf(rows[0]) : undefined,
    next: back || more ? cursorOf(rows.at(-1)) : undefined,
  }
}

type FoundRow = Awaited<ReturnType<typeof readPage>>['rows'][number]

async function withWords({ store }: Services, actor: Actor, found: FoundRow[]) {
  const reading = { db: store.read, tables: store.tables }
  const [places, marks] = await Promise.all([
    findPlaces(
      reading,
      found.map(({ villageCode }) => villageCode),
    ),
    marksOf(
      reading,
      found.map(({ id }) => id),
    ),
  ])
  return found.map(({ reportedBy, villageCode, provinceCode, regencyCode, isHoax, ...row }) => {
    const place = places.get(villageCode)
    const isOwn = reportedBy === actor.id
    return {
      ...row,
      isHoax: Number(isHoax) === 1,
      isOwn,
      functions: marks.get(row.id)?.functions ?? [],
      channels: marks.get(row.id)?.channels.map(({ channel }) => channel) ?? [],
      photoCount: marks.get(row.id)?.photos.length ?? 0,
      place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
      regency: place ? withWord(place.regency) : '',
      selectable:
        !isOwn &&
        activityMayMove(row.status, 'returned') &&
        mayIn(actor, 'activity.confirm', { provinceCode, regencyCode }),
    }
  })
}

export type OfficeActivityRow = Awaited<ReturnType<typeof withWords>>[number]
