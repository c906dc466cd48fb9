import { and, asc, desc, eq, exists, gt, gte, inArray, isNotNull, lt, lte, or, type SQL } from 'drizzle-orm'
import { groupsNamed } from '~/features/groups/name-search.server'
import type { Actor } from '~/features/identity/actor'
import { inReach, reachKey } from '~/features/identity/in-reach.server'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { ActivityStatus } from './activities.state'
import type { Cursor, OfficeActivitiesQuery } from './office-activities.schema'

/** How many activities one question reads at most, when no index tells which of them it is after. */
export const EXAMINED = 10_000

/** What an office looks for. */
export interface Sought {
  /** Region and days, which an index follows. */
  scope: SQL | undefined
  /** What only the rows themselves tell; undefined when nothing of it was asked for. */
  marks: SQL | undefined
  /** Neither the office nor the filter names a region. */
  everywhere: boolean
  /** Names the scope where a region is all that was asked for: statements for it are kept. */
  plain: string | undefined
}

/** What an office looks for in its own region; the status apart, so that it can be counted for each. */
export async function activitiesSought(
  { store }: Services,
  actor: Actor,
  { query, regionCode }: { query: OfficeActivitiesQuery; regionCode: string },
): Promise<Sought> {
  const { activities, activityFunctions, activityChannels } = store.tables
  const { fungsi, saluran } = query
  const reached = inReach(actor, 'activity.read', activities)
  const scope = and(
    reached,
    ...inRegion(store.tables, regionCode),
    query.dari ? gte(activities.localDate, query.dari) : undefined,
    query.sampai ? lte(activities.localDate, query.sampai) : undefined,
  )
  const marks = and(
    query.topik ? eq(activities.topicCode, query.topik) : undefined,
    query.umum ? eq(activities.isPublic, query.umum === 'ya') : undefined,
    query.hoaks ? isNotNull(activities.hoax) : undefined,
    query.diubah ? eq(activities.editedSinceConfirmed, true) : undefined,
    fungsi
      ? exists(
          store.read
            .select({ id: activityFunctions.activityId })
            .from(activityFunctions)
            .where(
              and(eq(activityFunctions.activityId, activities.id), eq(activityFunctions.function, fungsi)),
            ),
        )
      : undefined,
    saluran
      ? exists(
          store.read
            .select({ id: activityChannels.activityId })
            .from(activityChannels)
            .where(
              and(eq(activityChannels.activityId, activities.id), eq(activityChannels.channel, saluran)),
            ),
        )
      : undefined,
    await matching({ store }, query.q),
  )
  const plain = !marks && !query.dari && !query.sampai
  return {
    scope,
    marks,
    everywhere: !reached && regionCode === '',
    plain: plain ? `${reachKey(actor, 'activity.read')} in ${regionCode}` : undefined,
  }
}

/**
 * The same with the status that was asked for. An index follows it in a province or a regency, not in the country:
 * there the provinces are named, but for what is confirmed, which lies everywhere.
 */
export function withStatus(
  { store }: Pick<Services, 'store'>,
  sought: Sought,
  status: ActivityStatus | undefined,
): Sought {
  const { activities, regions } = store.tables
  if (!status) return sought
  const provinces = store.read
    .select({ code: regions.code })
    .from(regions)
    .where(eq(regions.level, 'province'))
  const named = sought.everywhere && status !== 'confirmed'
  return {
    ...sought,
    scope: and(
      sought.scope,
      named ? inArray(activities.provinceCode, provinces) : undefined,
      eq(activities.status, status),
    ),
    plain: sought.plain && `${sought.plain} ${status}`,
  }
}

/**
 * Where a look through the rows has to stop: the last of the first `examined` activities of a scope, from its newest or
 * its oldest on. Undefined when there are no more than these, or when an index alone finds what is sought.
 */
export async function endOfLook(
  { store }: Pick<Services, 'store'>,
  { scope, marks }: Pick<Sought, 'scope' | 'marks'>,
  { newestFirst, examined }: { newestFirst: boolean; examined: number },
): Promise<Cursor | undefined> {
  if (!marks) return undefined
  const { activities } = store.tables
  const order = newestFirst ? desc : asc
  const [last, further] = await store.read
    .select({ date: activities.localDate, id: activities.id })
    .from(activities)
    .where(scope)
    .orderBy(order(activities.localDate), order(activities.id))
    .limit(2)
    .offset(examined - 1)
  return further && last
}

/** A place to go on from and a way to go. */
interface Walk {
  place: Cursor | undefined
  newestFirst: boolean
  examined: number
}

/** The condition for one look through what is sought, and where it ends when there is more behind. */
export async function oneLook(
  services: Pick<Services, 'store'>,
  { scope, marks }: Sought,
  { place, newestFirst, examined }: Walk,
): Promise<{ where: SQL | undefined; end: Cursor | undefined }> {
  const { activities } = services.store.tables
  const from = and(scope, place ? beyond(services, place, newestFirst ? 'older' : 'newer') : undefined)
  const end = await endOfLook(services, { scope: from, marks }, { newestFirst, examined })
  if (!end) return { where: and(from, marks), end }
  const [upTo, nearer] = newestFirst ? [gte, gt] : [lte, lt]
  const untilEnd = and(
    upTo(activities.localDate, end.date),
    or(nearer(activities.localDate, end.date), upTo(activities.id, end.id)),
  )
  return { where: and(from, marks, untilEnd), end }
}

/** What lies beyond a place in the list. The plain bound on the date lets both engines walk the index. */
export function beyond(
  { store }: Pick<Services, 'store'>,
  { date, id }: Cursor,
  direction: 'older' | 'newer',
) {
  const { activities } = store.tables
  const [further, upTo] = direction === 'older' ? [lt, lte] : [gt, gte]
  return and(
    upTo(activities.localDate, date),
    or(further(activities.localDate, date), and(eq(activities.localDate, date), further(activities.id, id))),
  )
}

/** Of a district and a village the regency stands there too: its index follows the days. */
function inRegion({ activities }: Services['store']['tables'], code: string): (SQL | undefined)[] {
  if (code === '') return []
  if (code.length === 2) return [eq(activities.provinceCode, code)]
  return [
    eq(activities.regencyCode, code.slice(0, 4)),
    code.length === 6 ? eq(activities.districtCode, code) : undefined,
    code.length === 10 ? eq(activities.villageCode, code) : undefined,
  ]
}

/** Every word somewhere in the title or in the group's name. */
async function matching({ store }: Pick<Services, 'store'>, text: string): Promise<SQL | undefined> {
  const { activities, groups } = store.tables
  const key = searchKey(text)
  if (key === '') return text ? eq(activities.id, '') : undefined
  const inName = async (word: string) => {
    const ids = await groupsNamed({ store }, word)
    return ids ? inArray(activities.groupId, ids) : likeAnywhere(groups.nameKey, word)
  }
  const words = key.split(' ').slice(0, 8)
  const inNames = await Promise.all(words.map(inName))
  return and(...words.map((word, at) => or(likeAnywhere(activities.titleKey, word), inNames[at])))
}
