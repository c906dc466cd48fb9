import { type Actor, mayIn, type Scoped } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import type { ReviewItem } from './registration.schema'
import { type ApplicationStatus, applicationMayMove, isEditable } from './registration.state'

export interface Verdict {
  item: ReviewItem
  verdict: 'accepted' | 'needs_fix' | 'corrected'
  reason: string | null
}

interface Subject {
  status: ApplicationStatus
  createdBy: string
  source: 'online' | 'paper'
}

/** True for the applicant's own account, and for officers of the regency when the application came on paper. */
export function mayOpenApplication(actor: Actor, application: Subject & Scoped): boolean {
  if (application.createdBy === actor.id) return true
  return application.source === 'paper' && mayIn(actor, 'registration.enterPaper', application)
}

/**
 * May this part be changed now? Everything while it is a draft; after a return only what the office marked
 * (and what has been corrected since): all else stays accepted.
 */
export function mayChange(status: ApplicationStatus, verdicts: Verdict[], item: ReviewItem): Decision {
  if (!isEditable(status)) {
    return deny(
      'not_editable',
      409,
      'Permohonan ini sudah dikirim, jadi isinya tidak dapat diubah sekarang. Yang tersimpan tetap seperti saat dikirim.',
    )
  }
  if (status === 'draft') return allow
  const verdict = verdicts.find((one) => one.item === item)?.verdict
  return verdict === 'needs_fix' || verdict === 'corrected'
    ? allow
    : deny('item_locked', 409, 'Bagian ini sudah diterima Dinas dan tidak perlu diubah.')
}

/** May it be taken back? At any time before it is decided. */
export function mayWithdraw(status: ApplicationStatus): boolean {
  return applicationMayMove(status, 'withdrawn')
}
