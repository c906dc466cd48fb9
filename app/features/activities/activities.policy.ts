import { type Actor, groupIdsOf, mayIn, type Scoped } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { type ActivityStatus, activityMayMove } from './activities.state'

interface ActivityFacts extends Scoped {
  groupId: string
  status: ActivityStatus
  reportedBy: string
}

/** True when the actor belongs to the group: every member may report and mend what the group reported. */
export function worksFor(actor: Actor, groupId: string): boolean {
  return groupIdsOf(actor).includes(groupId)
}

/** True when everyone may read it: the group agreed and the office confirmed. */
export function isPublished({ status, isPublic }: { status: ActivityStatus; isPublic: boolean }): boolean {
  return isPublic && status === 'confirmed'
}

/** True for the group's own people and the offices above it, whatever its status. */
export function mayRead(actor: Actor, activity: Scoped & { groupId: string }): boolean {
  return worksFor(actor, activity.groupId) || mayIn(actor, 'activity.read', activity)
}

/** A group that was closed reports nothing any more. A suspended one may: its activities count once it is back. */
export function canReport(actor: Actor, group: { id: string; status: string }): Decision {
  if (!worksFor(actor, group.id)) return { allowed: false, error: notFound() }
  if (group.status !== 'closed') return allow
  return deny(
    'group_closed',
    409,
    'KIM ini sudah ditutup, sehingga kegiatan baru tidak dapat dicatat. Yang sudah tercatat tetap dapat dibaca.',
  )
}

/** What was withdrawn stays as it was. */
export function canChange(actor: Actor, activity: ActivityFacts): Decision {
  if (!worksFor(actor, activity.groupId)) return { allowed: false, error: notFound() }
  if (activity.status !== 'withdrawn') return allow
  return deny(
    'activity_withdrawn',
    409,
    'Kegiatan ini sudah ditarik, sehingga tidak dapat diubah lagi. Catat sebagai kegiatan baru bila memang terjadi.',
  )
}

/**
 * The regency's office decides, nobody on what they reported themselves. What was changed after the confirmation is
 * confirmed once more: the office has seen the change.
 */
export function canDecide(
  actor: Actor,
  activity: ActivityFacts & { editedSinceConfirmed: boolean },
  to: 'confirmed' | 'returned',
): Decision {
  if (!mayIn(actor, 'activity.confirm', activity)) return { allowed: false, error: notFound() }
  if (activity.reportedBy === actor.id) {
    return deny(
      'own_activity',
      403,
      'Anda sendiri yang mencatat kegiatan ini, jadi petugas lain yang memutuskannya.',
    )
  }
  const onceMore = to === 'confirmed' && activity.status === 'confirmed' && activity.editedSinceConfirmed
  if (onceMore || activityMayMove(activity.status, to)) return allow
  return deny(
    'activity_not_waiting',
    409,
    'Kegiatan ini tidak sedang menunggu keputusan itu. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}
