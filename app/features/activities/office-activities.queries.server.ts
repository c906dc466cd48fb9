import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { allChoices } from '~/features/choices/choices.queries.server'
import { type Actor, mayIn, reach } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { countEach } from '~/platform/db/count-each'
import { prepared } from '~/platform/db/prepared'
import type { Services } from '~/platform/services'
import { type ActivityStatus, activityMayMove } from './activities.state'
import { marksOf } from './activity.queries.server'
import {
  activitiesSought,
  EXAMINED,
  endOfLook,
  oneLook,
  type Sought,
  withStatus,
} from './activity-filter.server'
import { COUNTED, isNewestFirst, type OfficeActivitiesQuery } from './office-activities.schema'

const PAGE = 50

/**
 * The activities of the office's own region: filtered, by date, one page of them; how many there are of each status.
 * What only the rows tell is looked for in so many of them at a time that a page costs the same however many there are:
 * then there are no counts, and `examinedTo` says how far the page has looked.
 *
 * @param options.examined how many activities one page looks through
 */
export async function officeActivitiesScreen(
  services: Services,
  actor: Actor,
  query: OfficeActivitiesQuery,
  { examined = EXAMINED } = {},
) {
  const { clock } = services
  const home = homeOf(actor)
  const filter = await regionFilterState(services, filteredCode(query), home)
  const sought = await activitiesSought(services, actor, { query, regionCode: filter.code })
  const [counts, page, topics] = await Promise.all([
    countStatuses(services, sought, examined),
    readPage(services, query, withStatus(services, sought, query.status), examined),
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
    examinedTo: page.examinedTo,
    examined,
    now: clock(),
    oneRegency: home.length === 4,
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

/** How many of each status, counted up to `COUNTED` + 1; null where too many rows would have to be looked at. */
async function countStatuses(
  services: Services,
  sought: Sought,
  examined: number,
): Promise<StatusCounts | null> {
  if (await endOfLook(services, sought, { newestFirst: true, examined })) return null
  const counted = sought.marks ? await countRows(services, sought) : await countByIndex(services, sought)
  const all = Object.values(counted).reduce((sum, total) => sum + total, 0)
  const shown = Object.entries({ ...counted, all }).map(([name, total]) => [
    name,
    Math.min(COUNTED + 1, total),
  ])
  return { ...zero, ...Object.fromEntries(shown) }
}

/** Of each status the index alone is read, all in one statement. */
async function countByIndex(services: Services, sought: Sought) {
  const { store } = services
  const { activities } = store.tables
  const upToLimit = (status: ActivityStatus) => {
    const some = store.read
      .select({ id: activities.id })
      .from(activities)
      .where(withStatus(services, sought, status).scope)
      .limit(COUNTED + 1)
      .as('some')
    return store.read.select({ total: count() }).from(some)
  }
  return countEach(store.read, sought.plain && `activities ${sought.plain}`, () => ({
    submitted: upToLimit('submitted'),
    returned: upToLimit('returned'),
    confirmed: upToLimit('confirmed'),
    withdrawn: upToLimit('withdrawn'),
  }))
}

async function countRows({ store }: Services, { scope, marks }: Sought): Promise<Record<string, number>> {
  const { activities, groups } = store.tables
  const rows = await store.read
    .select({ status: activities.status, total: count() })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(and(scope, marks))
    .groupBy(activities.status)
  return Object.fromEntries(rows.map(({ status, total }) => [status, Number(total)]))
}

const zero: StatusCounts = { submitted: 0, returned: 0, confirmed: 0, withdrawn: 0, all: 0 }

async function readPage(services: Services, query: OfficeActivitiesQuery, sought: Sought, examined: number) {
  const { store } = services
  const { activities, groups } = store.tables
  const newestFirst = isNewestFirst(query)
  const back = query.sebelum !== undefined
  const place = query.sebelum ?? query.setelah
  const descending = newestFirst !== back
  const { where, end } = await oneLook(services, sought, { place, newestFirst: descending, examined })
  const order = descending ? desc : asc
  const reading = () =>
    store.read
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
        groupName: groups.name,
        villageCode: activities.villageCode,
        provinceCode: activities.provinceCode,
        regencyCode: activities.regencyCode,
      })
      .from(activities)
      .innerJoin(groups, eq(groups.id, activities.groupId))
      .where(where)
      .orderBy(order(activities.localDate), order(activities.id))
      .limit(PAGE + 1)
  const { plain } = sought
  const key = plain && !place && `activities ${plain} ${newestFirst}`
  const found = await prepared(store.read, key || undefined, reading).execute()
  const more = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (back) rows.reverse()
  const cursorOf = (row: (typeof rows)[number] | undefined) => row && { date: row.localDate, id: row.id }
  // A look that ended before the page was full goes on from where it ended.
  const further = more ? cursorOf(back ? rows[0] : rows.at(-1)) : end
  return {
    rows,
    previous: back ? further : query.setelah && cursorOf(rows[0]),
    next: back ? cursorOf(rows.at(-1)) : further,
    examinedTo: more ? undefined : end?.date,
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
  return found.map((row) => {
    const { id, title, status } = row
    const place = places.get(row.villageCode)
    const own = marks.get(id)
    const isOwn = row.reportedBy === actor.id
    return {
      id,
      version: row.version,
      localDate: row.localDate,
      title,
      status,
      statusSince: row.statusSince,
      editedSinceConfirmed: row.editedSinceConfirmed,
      isPublic: row.isPublic,
      isHoax: Number(row.isHoax) === 1,
      isOwn,
      reach: row.reach,
      reachEstimated: row.reachEstimated,
      groupName: row.groupName,
      functions: own?.functions ?? [],
      channels: own?.channels.map(({ channel }) => channel) ?? [],
      photoCount: own?.photos.length ?? 0,
      place: place ? [place.village, place.district].map(withWord).join(', ') : row.villageCode,
      regency: place ? withWord(place.regency) : '',
      selectable: !isOwn && activityMayMove(status, 'returned') && mayIn(actor, 'activity.confirm', row),
    }
  })
}

export type OfficeActivityRow = Awaited<ReturnType<typeof withWords>>[number]
