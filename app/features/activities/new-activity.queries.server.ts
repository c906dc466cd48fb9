import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canChange } from './activities.policy'
import { wholeActivity } from './activity.queries.server'
import { turnsOf } from './activity-changes'
import { answersFrom } from './activity-form.schema'

interface Asked {
  /** The group; needed only by people of several. */
  kim: string
  /** The activity to do again; `terakhir` for the group's last. */
  dari: string
}

/** What the empty form shows, filled with the last activity for those who want the same again. */
export async function newActivityScreen(services: Services, actor: Actor, asked: Asked) {
  const { store, clock, newId } = services
  const reading = { db: store.read, tables: store.tables }
  const groups = await openGroups(services, actor)
  const group = groups.find(({ id }) => id === asked.kim) ?? (groups.length === 1 ? groups[0] : undefined)
  if (!group) return { groups, chosen: null }
  const home = await findPlace(reading, group.villageCode)
  if (!home) throw new Error(`group ${group.id} has no place`)
  const lastId = await findLast(services, group.id)
  const sameAs = asked.dari === 'terakhir' ? lastId : asked.dari
  const former = sameAs ? await wholeActivity(reading, sameAs) : null
  const again = former?.group.id === group.id ? former : null
  const today = localDate(clock(), home.zone)
  const topics = await choicesOn(reading, 'topics', today)
  const known = new Set(topics.map(({ code }) => code))
  const { topicCode, ...answers } = again ? answersFrom(again.content) : { topicCode: undefined }
  return {
    groups,
    chosen: {
      group: { id: group.id, name: group.name, number: group.number },
      office: officeName(home.regency),
      zone: home.zone,
      today,
      topics,
      place: await villageNamed(reading, again?.place.village.code ?? group.villageCode),
      hasLast: lastId !== null,
      again: again !== null,
      /** Fresh ids on each showing; the form keeps the first that it was given. */
      id: newId(),
      otherId: newId(),
      answers: {
        ...answers,
        ...(topicCode && known.has(topicCode) ? { topicCode } : {}),
        localDate: today,
      },
    },
  }
}

/**
 * What the form for changing an activity shows.
 * @throws notFound for people outside the group
 */
export async function editActivityScreen(
  services: Services,
  actor: Actor,
  { groupId, activityId }: { groupId: string; activityId: string },
) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const activity = await wholeActivity(reading, activityId)
  if (!activity || activity.group.id !== groupId || !groupIdsOf(actor).includes(groupId)) throw notFound()
  const may = canChange(actor, { ...activity, groupId })
  const { topicCode, localDate: day } = activity.content
  return {
    activity: {
      id: activityId,
      title: activity.content.title,
      status: activity.status,
      textVersion: turnsOf(activity.events).length,
    },
    group: activity.group,
    office: officeName(activity.group.place.regency),
    zone: activity.zone,
    today: localDate(clock(), activity.zone),
    place: await villageNamed(reading, activity.place.village.code),
    topics: await choicesOn(reading, 'topics', day, [topicCode]),
    answers: answersFrom(activity.content),
    refusal: may.allowed ? null : may.error.message,
  }
}

async function villageNamed(reading: Parameters<typeof nameRegion>[0], code: string) {
  const village = await nameRegion(reading, code)
  if (!village) throw new Error(`there is no village ${code}`)
  return village
}

/** The actor's groups that may report, by name. */
async function openGroups({ store }: Services, actor: Actor) {
  const { groups } = store.tables
  const ids = groupIdsOf(actor)
  if (ids.length === 0) return []
  return store.read
    .select({ id: groups.id, name: groups.name, number: groups.number, villageCode: groups.villageCode })
    .from(groups)
    .where(and(inArray(groups.id, ids), ne(groups.status, 'closed')))
    .orderBy(groups.nameKey)
}

async function findLast({ store }: Services, groupId: string): Promise<string | null> {
  const { activities } = store.tables
  const [last] = await store.read
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.groupId, groupId), ne(activities.status, 'withdrawn')))
    .orderBy(desc(activities.localDate), desc(activities.id))
    .limit(1)
  return last?.id ?? null
}
