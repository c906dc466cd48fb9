import { and, asc, count, eq, exists, gte, type SQL } from 'drizzle-orm'
import { isInState, isLatestOf, thresholdsUnder } from '~/features/coverage/group-states.queries.server'
import { NATION } from '~/features/regions/places'
import { addDays, localDate } from '~/platform/calendar'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { InvitationCriteria } from './events.kinds'

export type Sought = Omit<InvitationCriteria, 'chosen'>

/** For how many days back activities on a topic count. */
const TOPIC_DAYS = 365

/**
 * The registered groups that an invitation looks for; left join `groupActivity` by the group.
 * @throws not_found when the region lies outside the office's own
 */
export async function groupsSought(
  services: Services,
  officeCode: string,
  { regionCode, activity, topic }: Sought,
): Promise<SQL | undefined> {
  const { groups, activities } = services.store.tables
  const today = localDate(services.clock(), 'WIB')
  const within = officeCode === NATION ? '' : officeCode
  const code = regionCode === NATION ? '' : regionCode
  if (!code.startsWith(within)) throw notFound()
  const column = [groups.provinceCode, groups.regencyCode, groups.districtCode][code.length / 2 - 1]
  return and(
    eq(groups.status, 'registered'),
    code ? eq(column ?? groups.villageCode, code) : undefined,
    activity
      ? isInState(services, {
          state: activity,
          date: today,
          thresholds: await thresholdsUnder(services, code),
        })
      : undefined,
    topic
      ? exists(
          services.store.read
            .select({ id: activities.id })
            .from(activities)
            .where(
              and(
                eq(activities.groupId, groups.id),
                gte(activities.localDate, addDays(today, -TOPIC_DAYS)),
                eq(activities.topicCode, topic),
                eq(activities.status, 'confirmed'),
              ),
            ),
        )
      : undefined,
  )
}

/** How many groups there are. */
export async function countSought(
  { store }: Services,
  db: Database,
  sought: SQL | undefined,
): Promise<number> {
  const { groups, groupActivity } = store.tables
  const [row] = await db
    .select({ total: count() })
    .from(groups)
    .leftJoin(groupActivity, isLatestOf(store.tables))
    .where(sought)
  return Number(row?.total ?? 0)
}

/** The groups themselves by name, at most `most`. */
export function listSought({ store }: Services, db: Database, sought: SQL | undefined, most: number) {
  const { groups, groupActivity } = store.tables
  return db
    .select({
      id: groups.id,
      name: groups.name,
      nameKey: groups.nameKey,
      villageCode: groups.villageCode,
      lastOn: groupActivity.lastOn,
    })
    .from(groups)
    .leftJoin(groupActivity, isLatestOf(store.tables))
    .where(sought)
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .limit(most)
}
