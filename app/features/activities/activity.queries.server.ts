import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { choiceNames } from '~/features/choices/choices.queries.server'
import { type Place, withWord } from '~/features/regions/places'
import { findPlace, findPlaces } from '~/features/regions/places.queries.server'
import type { Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { listedValues, prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import {
  type ActivityContent,
  type ActivityEventKind,
  type ActivityFunction,
  activityFunctions as allFunctions,
  type ChannelUse,
  channels as inOrder,
} from './activities.schema'
import type { ActivityStatus } from './activities.state'
import { type Change, type ContentNames, changesOfContent } from './activity-changes'

interface Reading {
  db: Database
  tables: Tables
}

export interface Photo {
  id: string
  /** Of the large one, in pixels; the small one has the same shape. */
  width: number
  height: number
}

export interface ActivityEvent {
  id: string
  kind: ActivityEventKind
  comment: string | null
  /** The account's name. The group and everyone else read the office's name where `byOffice` is set. */
  by: string
  byOffice: boolean
  at: Instant
}

export interface ActivityVersion {
  version: number
  savedAt: Instant
  by: string
  /** What it changed of the version before it; empty for the first. */
  changes: Change[]
}

/** All that is known of one activity. Who may see what of it is for the screen that asks. */
export interface WholeActivity {
  id: string
  group: { id: string; number: string; name: string; place: Place }
  status: ActivityStatus
  statusSince: Instant
  zone: Zone
  content: ActivityContent
  topicName: string
  /** Where it happened. */
  place: Place
  photos: Photo[]
  /** Oldest first. */
  events: ActivityEvent[]
  /** Oldest first; the last is what `content` says. */
  versions: ActivityVersion[]
  reportedBy: string
  reportedAt: Instant
  editedSinceConfirmed: boolean
  version: number
  /** The group's, for scope. */
  provinceCode: string
  regencyCode: string
}

/** What stands beside an activity in tables of its own. */
export interface Marks {
  functions: ActivityFunction[]
  channels: ChannelUse[]
  photos: Photo[]
}

/** Finds an activity with everything that belongs to it; null for an unknown id. It checks no access. */
export async function wholeActivity(reading: Reading, activityId: string): Promise<WholeActivity | null> {
  const { db, tables } = reading
  const { activities, groups, topics } = tables
  const [row] = await db
    .select({ activity: activities, group: groups, topicName: topics.name })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .innerJoin(topics, eq(topics.code, activities.topicCode))
    .where(eq(activities.id, activityId))
  if (!row) return null
  const { activity, group, topicName } = row
  const marks = (await marksOf(reading, [activityId])).get(activityId)
  const [place, ownPlace] = await Promise.all([
    findPlace(reading, activity.placeCode),
    findPlace(reading, group.villageCode),
  ])
  if (!marks || !place || !ownPlace) throw new Error(`activity ${activityId} is not whole`)
  return {
    id: activity.id,
    group: { id: group.id, number: group.number, name: group.name, place: ownPlace },
    status: activity.status,
    statusSince: activity.statusSince,
    zone: activity.zone,
    content: contentOf(activity, marks),
    topicName,
    place,
    photos: marks.photos,
    events: await eventsOf(reading, activityId),
    versions: await versionsOf(reading, activityId),
    reportedBy: activity.reportedBy,
    reportedAt: activity.reportedAt,
    editedSinceConfirmed: activity.editedSinceConfirmed,
    version: activity.version,
    provinceCode: activity.provinceCode,
    regencyCode: activity.regencyCode,
  }
}

/** Functions, channels and photos of many activities, by their ids, each in its fixed order. */
export async function marksOf({ db, tables }: Reading, activityIds: string[]): Promise<Map<string, Marks>> {
  const { activityFunctions, activityChannels, activityPhotos } = tables
  const marks = new Map<string, Marks>(
    activityIds.map((id) => [id, { functions: [], channels: [], photos: [] }]),
  )
  if (activityIds.length === 0) return marks
  const { size, placeholders, values } = listedValues(activityIds)
  const [functions, channels, photos] = await Promise.all([
    prepared(db, `functions ${size}`, () =>
      db.select().from(activityFunctions).where(inArray(activityFunctions.activityId, placeholders)),
    ).execute(values),
    prepared(db, `channels ${size}`, () =>
      db.select().from(activityChannels).where(inArray(activityChannels.activityId, placeholders)),
    ).execute(values),
    prepared(db, `photos ${size}`, () =>
      db
        .select({
          id: activityPhotos.id,
          activityId: activityPhotos.activityId,
          width: activityPhotos.width,
          height: activityPhotos.height,
        })
        .from(activityPhotos)
        .where(and(inArray(activityPhotos.activityId, placeholders), isNull(activityPhotos.removedAt)))
        .orderBy(asc(activityPhotos.uploadedAt), asc(activityPhotos.id)),
    ).execute(values),
  ])
  for (const row of functions) marks.get(row.activityId)?.functions.push(row.function)
  for (const { activityId, ...use } of channels) marks.get(activityId)?.channels.push(use)
  for (const { activityId, id, width, height } of photos) {
    marks.get(activityId)?.photos.push({ id, width, height })
  }
  for (const { functions, channels } of marks.values()) {
    functions.sort((a, b) => allFunctions.indexOf(a) - allFunctions.indexOf(b))
    channels.sort((a, b) => inOrder.indexOf(a.channel) - inOrder.indexOf(b.channel))
  }
  return marks
}

/** What an activity says, put together from its row and what stands beside it. */
export function contentOf(
  row: Omit<ActivityContent, 'functions' | 'channels'>,
  { functions, channels }: Pick<Marks, 'functions' | 'channels'>,
): ActivityContent {
  return {
    localDate: row.localDate,
    title: row.title,
    story: row.story,
    topicCode: row.topicCode,
    functions,
    channels,
    reach: row.reach,
    reachSource: row.reachSource,
    reachEstimated: row.reachEstimated,
    men: row.men,
    women: row.women,
    partners: row.partners,
    hoax: row.hoax,
    isPublic: row.isPublic,
    placeCode: row.placeCode,
  }
}

async function eventsOf({ db, tables }: Reading, activityId: string): Promise<ActivityEvent[]> {
  const { activityEvents, accounts } = tables
  return db
    .select({
      id: activityEvents.id,
      kind: activityEvents.kind,
      comment: activityEvents.comment,
      by: accounts.name,
      byOffice: activityEvents.byOffice,
      at: activityEvents.at,
    })
    .from(activityEvents)
    .innerJoin(accounts, eq(accounts.id, activityEvents.byAccount))
    .where(eq(activityEvents.activityId, activityId))
    .orderBy(asc(activityEvents.at), asc(activityEvents.id))
}

async function versionsOf(reading: Reading, activityId: string): Promise<ActivityVersion[]> {
  const { activityVersions, accounts } = reading.tables
  const rows = await reading.db
    .select({
      version: activityVersions.version,
      content: activityVersions.content,
      savedAt: activityVersions.savedAt,
      by: accounts.name,
    })
    .from(activityVersions)
    .innerJoin(accounts, eq(accounts.id, activityVersions.savedBy))
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(asc(activityVersions.version))
  const names = await namesIn(
    reading,
    rows.map(({ content }) => content),
  )
  return rows.map(({ content, ...row }, at) => {
    const before = rows[at - 1]
    return { ...row, changes: before ? changesOfContent(before.content, content, names) : [] }
  })
}

/** The names behind the codes of some contents. */
export async function namesIn(reading: Reading, contents: ActivityContent[]): Promise<ContentNames> {
  const places = await findPlaces(
    reading,
    contents.map(({ placeCode }) => placeCode),
  )
  return {
    topics: await choiceNames(reading, 'topics'),
    places: new Map(
      [...places].map(([code, { village, district }]) => [
        code,
        `${withWord(village)}, ${withWord(district)}`,
      ]),
    ),
  }
}
