import { and, eq, exists, gt, gte, isNotNull, lt, lte, or, type SQL } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { ActivityStatus } from './activities.state'
import type { Cursor, OfficeActivitiesQuery } from './office-activities.schema'

/** What an office looks for, in its own region; the status apart, so that it can be counted for each. */
export function activitiesSought(
  { store }: Services,
  actor: Actor,
  { query, regionCode }: { query: OfficeActivitiesQuery; regionCode: string },
): SQL | undefined {
  const { activities, activityFunctions, activityChannels } = store.tables
  const { fungsi, saluran } = query
  return and(
    inReach(actor, 'activity.read', activities),
    regionCode ? eq(regionColumn(store.tables, regionCode), regionCode) : undefined,
    query.dari ? gte(activities.localDate, query.dari) : undefined,
    query.sampai ? lte(activities.localDate, query.sampai) : undefined,
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
    matching({ store }, query.q),
  )
}

/** The same with the status that was asked for. */
export function withStatus(
  { store }: Services,
  sought: SQL | undefined,
  status: ActivityStatus | undefined,
): SQL | undefined {
  return and(sought, status ? eq(store.tables.activities.status, status) : undefined)
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

function regionColumn({ activities }: Services['store']['tables'], code: string) {
  if (code.length === 2) return activities.provinceCode
  if (code.length === 4) return activities.regencyCode
  return code.length === 6 ? activities.districtCode : activities.villageCode
}

/** Every word somewhere in the title or in the group's name. */
function matching({ store }: Pick<Services, 'store'>, text: string): SQL | undefined {
  const { activities, groups } = store.tables
  const key = searchKey(text)
  if (key === '') return text ? eq(activities.id, '') : undefined
  return and(
    ...key
      .split(' ')
      .slice(0, 8)
      .map((word) => or(likeAnywhere(activities.titleKey, word), likeAnywhere(groups.nameKey, word))),
  )
}
