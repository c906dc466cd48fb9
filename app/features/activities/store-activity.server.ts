import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { findPlaces } from '~/features/regions/places.queries.server'
import { addDays, localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { insertRows } from '~/platform/db/insert-rows'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import type { Tables } from '~/tables'
import { dateAhead, dateTooOld, placeUnknown, topicNotInForce } from './activities.errors'
import type { ActivityContent, ActivityEventKind } from './activities.schema'

export type Activity = Tables['activities']['$inferSelect']

/** Nobody remembers longer; a date before that is a slip in the year. */
const OLDEST_YEARS = 5

/** SHA-256 of what was sent, the same for the same content in whatever order it was ticked. */
export function hashOf(groupId: string, content: ActivityContent): string {
  const ordered = {
    ...content,
    functions: [...content.functions].sort(),
    channels: [...content.channels].sort((a, b) => (a.channel < b.channel ? -1 : 1)),
  }
  const fields = Object.entries({ groupId, ...ordered }).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/**
 * Checks what only the database knows: the day where the group is, the topic, the place. A day and a topic that are
 * stored already were right when they were sent, and stay so when time passes or the topic ends.
 * @throws activity_date_ahead, activity_date_old (localDate), topic_not_in_force (topicCode),
 *   activity_place_unknown (placeCode), all 422
 */
export async function assertContents(
  { db, tables }: Tx,
  told: { content: ActivityContent; zone: Zone; stored?: Pick<ActivityContent, 'localDate' | 'topicCode'> }[],
  now: Instant,
): Promise<void> {
  const contents = told.map(({ content }) => content)
  const topics = await db
    .select()
    .from(tables.topics)
    .where(inArray(tables.topics.code, [...new Set(contents.map(({ topicCode }) => topicCode))]))
  const places = await findPlaces(
    { db, tables },
    contents.map(({ placeCode }) => placeCode),
  )
  for (const { content, zone, stored } of told) {
    const { localDate: date, topicCode, placeCode } = content
    const today = localDate(now, zone)
    const sameDay = date === stored?.localDate
    if (!sameDay && date > today) throw dateAhead()
    if (!sameDay && date < addDays(today, -OLDEST_YEARS * 366)) throw dateTooOld(OLDEST_YEARS)
    const topic = topics.find(({ code }) => code === topicCode)
    const inForce =
      topic && topic.validFrom <= date && (topic.validUntil === null || topic.validUntil >= date)
    if (!inForce && !(sameDay && topicCode === stored.topicCode)) throw topicNotInForce()
    if (!places.has(placeCode)) throw placeUnknown()
  }
}

/** The activity, held until the transaction ends: what comes at once is looked at one after the other. */
export async function lockActivity(
  { db, tables: { activities } }: Tx,
  activityId: string,
): Promise<Activity | undefined> {
  const [activity] = await db
    .update(activities)
    .set({ version: sql`${activities.version}` })
    .where(eq(activities.id, activityId))
    .returning()
  return activity
}

/** The columns of an activity that its content fills. */
export function columnsOf({ functions, channels, ...columns }: ActivityContent) {
  return { ...columns, titleKey: searchKey(columns.title) }
}

/** Takes the functions and channels of an activity away, before it gets others. */
export async function clearMarks(
  { db, tables: { activityFunctions, activityChannels } }: Tx,
  activityId: string,
): Promise<void> {
  await db.delete(activityFunctions).where(eq(activityFunctions.activityId, activityId))
  await db.delete(activityChannels).where(eq(activityChannels.activityId, activityId))
}

/** Writes the functions and channels of activities that have none yet. */
export async function writeMarks(
  { db, tables: { activityFunctions, activityChannels } }: Tx,
  told: { id: string; content: ActivityContent }[],
): Promise<void> {
  const functions = told.flatMap(({ id, content }) =>
    content.functions.map((name) => ({ activityId: id, function: name })),
  )
  const channels = told.flatMap(({ id, content }) =>
    content.channels.map((channel) => ({ activityId: id, ...channel })),
  )
  await insertRows(db, activityFunctions, functions)
  await insertRows(db, activityChannels, channels)
}

interface NewVersion {
  activityId: string
  version: number
  content: ActivityContent
  savedBy: string
  savedAt: Instant
}

/** Keeps what activities say as of a version. */
export async function keepVersions(
  { db, tables: { activityVersions } }: Tx,
  versions: NewVersion[],
): Promise<void> {
  await insertRows(db, activityVersions, versions)
}

interface NewEvent {
  id: string
  activityId: string
  kind: ActivityEventKind
  comment?: string | null
  byAccount: string
  byOffice: boolean
  at: Instant
}

/** Writes down what happened to an activity. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event])
}

/** Writes down what happened to several activities at once, at most a few hundred. */
export async function recordEvents(
  { db, tables: { activityEvents } }: Tx,
  events: NewEvent[],
): Promise<void> {
  await insertRows(db, activityEvents, events)
}
