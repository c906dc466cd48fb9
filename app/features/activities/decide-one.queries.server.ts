import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { formatDate, formatNumber } from '~/ui/format'
import { canDecide } from './activities.policy'
import { type WholeActivity, wholeActivity } from './activity.queries.server'
import { activitiesSought, EXAMINED, oneLook, type Sought } from './activity-filter.server'
import { homeOf } from './office-activities.queries.server'
import type { Cursor, OfficeActivitiesQuery } from './office-activities.schema'

/** Later than this after the day itself, an officer may want to ask. */
const LATE_DAYS = 60
/** More than most villages have people; the portal holds no population to compare with. */
const MANY_PEOPLE = 10_000

/** Something to look at twice before deciding, with where to look. */
export interface Concern {
  text: string
  links: { to: string; label: string }[]
}

/**
 * One activity for the office of its region: all that it says, what changed since it was confirmed, what to look at
 * twice, and the neighbours among those of the list that wait for this officer.
 * @throws notFound for an unknown one and for one out of reach alike
 */
export async function decideOneScreen(
  services: Services,
  actor: Actor,
  { activityId, query }: { activityId: string; query: OfficeActivitiesQuery },
) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const activity = await wholeActivity(reading, activityId)
  if (!activity || !mayIn(actor, 'activity.read', activity)) throw notFound()
  const confirmedAt = activity.events.findLast(({ kind }) => kind === 'confirmed')?.at
  const subject = { ...activity, groupId: activity.group.id }
  const here = { date: activity.content.localDate, id: activityId }
  const waiting = await waitingOf(services, actor, query)
  const [concerns, previous, next] = await Promise.all([
    concernsOf(services, activity),
    neighbour(services, waiting, here, 'older'),
    neighbour(services, waiting, here, 'newer'),
  ])
  return {
    activity,
    changedSince:
      confirmedAt !== undefined && activity.editedSinceConfirmed
        ? activity.versions.filter(({ savedAt, changes }) => savedAt > confirmedAt && changes.length > 0)
        : [],
    concerns,
    previous,
    next,
    mayConfirm: canDecide(actor, subject, 'confirmed').allowed,
    mayAsk: canDecide(actor, subject, 'returned').allowed,
    isOwn: activity.reportedBy === actor.id,
    now: clock(),
  }
}

export type DecideOneScreen = Awaited<ReturnType<typeof decideOneScreen>>

/**
 * The activity that comes after one, oldest first, among those of a list that wait for this officer; null when none does.
 */
export async function nextWaiting(
  services: Services,
  actor: Actor,
  { activityId, query }: { activityId: string; query: OfficeActivitiesQuery },
): Promise<string | null> {
  const { activities } = services.store.tables
  const [here] = await services.store.read
    .select({ date: activities.localDate, id: activities.id })
    .from(activities)
    .where(eq(activities.id, activityId))
  return here ? neighbour(services, await waitingOf(services, actor, query), here, 'newer') : null
}

/** Those of a list that wait for this officer; none for whoever only reads. */
async function waitingOf(services: Services, actor: Actor, query: OfficeActivitiesQuery): Promise<Sought> {
  const { activities } = services.store.tables
  const { code } = await regionFilterState(services, filteredCode(query), homeOf(actor))
  const sought = await activitiesSought(services, actor, { query, regionCode: code })
  const waits = and(inReach(actor, 'activity.confirm', activities), eq(activities.status, 'submitted'))
  return { ...sought, scope: and(sought.scope, waits), plain: undefined }
}

async function neighbour(services: Services, sought: Sought, here: Cursor, direction: 'older' | 'newer') {
  const { activities, groups } = services.store.tables
  const newestFirst = direction === 'older'
  const { where } = await oneLook(services, sought, { place: here, newestFirst, examined: EXAMINED })
  const order = newestFirst ? desc : asc
  const [found] = await services.store.read
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(where)
    .orderBy(order(activities.localDate), order(activities.id))
    .limit(1)
  return found?.id ?? null
}

async function concernsOf(services: Services, activity: WholeActivity): Promise<Concern[]> {
  const { content, zone, reportedAt, group, place } = activity
  const [twins, samePhotos] = await Promise.all([
    twinsOf(services, activity),
    samePhotosOf(services, activity),
  ])
  const daysLate = Math.floor((Date.parse(localDate(reportedAt, zone)) - Date.parse(content.localDate)) / DAY)
  const said: (Concern | false)[] = [
    twins.length > 0 && {
      text: 'KIM ini sudah mencatat kegiatan dengan judul dan tanggal yang sama.',
      links: twins.map(({ id, title }) => ({ to: `/dinas/kegiatan/${id}`, label: title })),
    },
    samePhotos.length > 0 && {
      text: 'Foto yang persis sama dipakai di kegiatan lain.',
      links: samePhotos.map((one) => ({
        to: `/dinas/kegiatan/${one.id}`,
        label: `${one.title} (${formatDate(one.localDate)})`,
      })),
    },
    daysLate > LATE_DAYS && {
      text: `Dicatat ${formatNumber(daysLate)} hari setelah tanggal kegiatannya.`,
      links: [],
    },
    (content.reach ?? 0) > MANY_PEOPLE && {
      text: `Jangkauannya ${formatNumber(content.reach ?? 0)} orang, lebih banyak daripada penduduk kebanyakan desa. Periksa bagaimana angkanya didapat.`,
      links: [],
    },
    (content.men ?? 0) + (content.women ?? 0) > (content.reach ?? Number.POSITIVE_INFINITY) && {
      text: 'Yang hadir lebih banyak daripada jangkauannya.',
      links: [],
    },
    place.village.code.slice(0, 4) !== group.place.village.code.slice(0, 4) && {
      text: 'Tempatnya di luar kabupaten/kota KIM ini.',
      links: [],
    },
  ]
  return said.filter((concern) => concern !== false)
}

/** Others of the same group, day and title. */
async function twinsOf({ store }: Services, { id, group, content }: WholeActivity) {
  const { activities } = store.tables
  return store.read
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(
      and(
        eq(activities.groupId, group.id),
        eq(activities.localDate, content.localDate),
        eq(activities.titleKey, searchKey(content.title)),
        ne(activities.id, id),
        ne(activities.status, 'withdrawn'),
      ),
    )
    .orderBy(asc(activities.id))
    .limit(5)
}

/** Others in the same regency that show the very same picture, byte by byte as it is kept. */
async function samePhotosOf({ store }: Services, { id, regencyCode }: WholeActivity) {
  const { activities, activityPhotos } = store.tables
  const own = await store.read
    .select({ sha256: activityPhotos.sha256 })
    .from(activityPhotos)
    .where(and(eq(activityPhotos.activityId, id), isNull(activityPhotos.removedAt)))
  if (own.length === 0) return []
  return store.read
    .selectDistinct({ id: activities.id, title: activities.title, localDate: activities.localDate })
    .from(activityPhotos)
    .innerJoin(activities, eq(activities.id, activityPhotos.activityId))
    .where(
      and(
        inArray(
          activityPhotos.sha256,
          own.map(({ sha256 }) => sha256),
        ),
        isNull(activityPhotos.removedAt),
        eq(activities.regencyCode, regencyCode),
        ne(activities.id, id),
        ne(activities.status, 'withdrawn'),
      ),
    )
    .orderBy(desc(activities.localDate), asc(activities.id))
    .limit(5)
}
