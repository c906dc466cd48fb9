import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canChange, isPublished } from './activities.policy'
import { wholeActivity } from './activity.queries.server'

/**
 * One activity for the group's own people, with what the office said and every version.
 * @throws notFound for people outside the group, and for an activity of another group
 */
export async function ownActivityScreen(
  { store, config }: Services,
  actor: Actor,
  { groupId, activityId }: { groupId: string; activityId: string },
) {
  if (!groupIdsOf(actor).includes(groupId)) throw notFound()
  const activity = await wholeActivity({ db: store.read, tables: store.tables }, activityId)
  if (activity?.group.id !== groupId) throw notFound()
  const office = officeName(activity.group.place.regency)
  const { events, reportedBy, ...rest } = activity
  return {
    activity: rest,
    office,
    // The officer's name is the office's affair.
    events: events.map(({ by, byOffice, ...event }) => ({ ...event, byOffice, by: byOffice ? office : by })),
    mayChange: canChange(actor, { ...activity, groupId }).allowed,
    publicUrl: isPublished({ ...activity, isPublic: activity.content.isPublic })
      ? `${config.publicUrl}/kegiatan/${activityId}`
      : null,
  }
}
