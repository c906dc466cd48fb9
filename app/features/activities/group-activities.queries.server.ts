import { and, asc, between, count, desc, eq, inArray, type SQL, sum } from 'drizzle-orm'
import { groupStanding } from '~/features/coverage/group-standing.queries.server'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { ActivityStatus } from './activities.state'
import { marksOf } from './activity.queries.server'

const PAGE_SIZE = 20

interface Asked {
  status: ActivityStatus | ''
  /** `2026-11`; this month unless told. */
  bulan: string
  /** `2026`; this year unless told. */
  tahun: string
  hal: number
}

/**
 * What a group did and where it stands by that, for its own people.
 * @throws notFound for people outside the group
 */
export async function groupActivitiesScreen(services: Services, actor: Actor, groupId: string, asked: Asked) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const { groups } = store.tables
  const [group] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  const place = group && (await findPlace(reading, group.villageCode))
  if (!group || !place) throw notFound()
  const today = localDate(clock(), place.zone)
  const month = asked.bulan || today.slice(0, 7)
  const year = asked.tahun || today.slice(0, 4)
  const [standing, statuses, timeline, inMonth, totals] = await Promise.all([
    groupStanding(reading, group, today),
    countByStatus(services, groupId),
    listPage(services, groupId, asked),
    listMonth(services, groupId, month),
    totalsOf(services, groupId, year),
  ])
  return {
    group: { id: group.id, name: group.name, number: group.number, status: group.status },
    office: officeName(place.regency),
    today,
    month,
    year,
    status: asked.status,
    standing,
    statuses,
    timeline,
    inMonth,
    totals,
  }
}

/** How many activities stand where. */
async function countByStatus({ store }: Services, groupId: string): Promise<Record<ActivityStatus, number>> {
  const { activities } = store.tables
  const rows = await store.read
    .select({ status: activities.status, total: count() })
    .from(activities)
    .where(eq(activities.groupId, groupId))
    .groupBy(activities.status)
  const counts = { submitted: 0, returned: 0, confirmed: 0, withdrawn: 0 }
  for (const { status, total } of rows) counts[status] = Number(total)
  return counts
}

async function listPage({ store }: Services, groupId: string, { status, hal }: Asked) {
  const reading = { db: store.read, tables: store.tables }
  const { activities, topics } = store.tables
  const found = and(eq(activities.groupId, groupId), status ? eq(activities.status, status) : undefined)
  const [all] = await store.read.select({ total: count() }).from(activities).where(found)
  const total = Number(all?.total ?? 0)
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(hal, pageCount)
  const rows = await store.read
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      status: activities.status,
      isPublic: activities.isPublic,
      editedSinceConfirmed: activities.editedSinceConfirmed,
      topicName: topics.name,
    })
    .from(activities)
    .innerJoin(topics, eq(topics.code, activities.topicCode))
    .where(found)
    .orderBy(desc(activities.localDate), desc(activities.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const marks = await marksOf(
    reading,
    rows.map(({ id }) => id),
  )
  return {
    page,
    pageCount,
    total,
    rows: rows.map((row) => ({
      ...row,
      functions: marks.get(row.id)?.functions ?? [],
      channels: marks.get(row.id)?.channels.map(({ channel }) => channel) ?? [],
      photos: marks.get(row.id)?.photos.length ?? 0,
    })),
  }
}

/** Everything of a month but what was withdrawn, in the order of its days. */
async function listMonth({ store }: Services, groupId: string, month: string) {
  const { activities } = store.tables
  return store.read
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      status: activities.status,
    })
    .from(activities)
    .where(
      and(
        eq(activities.groupId, groupId),
        between(activities.localDate, `${month}-01`, `${month}-31`),
        inArray(activities.status, ['submitted', 'returned', 'confirmed']),
      ),
    )
    .orderBy(asc(activities.localDate), asc(activities.id))
}

/** What a group's confirmed activities of a year add up to. */
async function totalsOf({ store }: Services, groupId: string, year: string) {
  const { activities, activityFunctions, activityChannels } = store.tables
  const counted: SQL | undefined = and(
    eq(activities.groupId, groupId),
    eq(activities.status, 'confirmed'),
    between(activities.localDate, `${year}-01-01`, `${year}-12-31`),
  )
  const [[all], functions, channels] = await Promise.all([
    store.read
      .select({ activities: count(), withReach: count(activities.reach), reach: sum(activities.reach) })
      .from(activities)
      .where(counted),
    store.read
      .select({ name: activityFunctions.function, total: count() })
      .from(activityFunctions)
      .innerJoin(activities, eq(activities.id, activityFunctions.activityId))
      .where(counted)
      .groupBy(activityFunctions.function),
    store.read
      .select({ name: activityChannels.channel, total: count() })
      .from(activityChannels)
      .innerJoin(activities, eq(activities.id, activityChannels.activityId))
      .where(counted)
      .groupBy(activityChannels.channel),
  ])
  return {
    activities: Number(all?.activities ?? 0),
    /** Activities that tell a reach, and the sum of what they tell. */
    withReach: Number(all?.withReach ?? 0),
    reach: Number(all?.reach ?? 0),
    functions: functions.map(({ name, total }) => ({ name, total: Number(total) })),
    channels: channels.map(({ name, total }) => ({ name, total: Number(total) })),
  }
}
