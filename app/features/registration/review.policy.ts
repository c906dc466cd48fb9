import { type Actor, type Grant, grantCovers, type Scoped } from '~/features/identity/actor'
import { type Permission, type Role, roleMay } from '~/features/identity/permissions'
import { allow, type Decision, deny } from '~/platform/decision'
import type { ReviewItem } from './registration.schema'
import type { ApplicationStatus } from './registration.state'

/** What a rule needs to know of an application. */
export interface ReviewSubject extends Scoped {
  status: ApplicationStatus
  createdBy: string
  submittedBy: string | null
}

export type Verdict = 'accepted' | 'needs_fix' | 'corrected'
/** What the office has said so far; an item that is not there has not been judged. */
export type Verdicts = Partial<Record<ReviewItem, Verdict>>

/**
 * May this person take, judge and decide an application here?
 * The regency decides; the province does only where the setting `provinceDecides` is on.
 * Nobody decides on what they wrote or sent in themselves.
 */
export function canReview(
  actor: Actor,
  application: ReviewSubject,
  { provinceDecides }: { provinceDecides: boolean },
): Decision {
  const holds = actor.grants.some(
    (grant) =>
      holdsIn(grant, 'registration.decide', application) &&
      (grant.role !== 'province_officer' || provinceDecides),
  )
  if (!holds) {
    return deny(
      'office_only_reads',
      403,
      'Anda dapat membaca permohonan ini. Yang memeriksa dan memutuskan adalah Dinas Kominfo kabupaten/kota.',
    )
  }
  if (application.createdBy === actor.id || application.submittedBy === actor.id) {
    return deny(
      'own_application',
      403,
      'Permohonan ini Anda sendiri yang memasukkan. Supaya adil, minta rekan sekantor yang memeriksa dan memutuskannya.',
    )
  }
  return allow
}

/** May an application be taken from the queue, or taken over from a colleague? */
export function canTake(application: ReviewSubject): Decision {
  return application.status === 'submitted' || application.status === 'under_review' ? allow : notUnderReview
}

/** May its parts be judged, and may it be decided? Only while someone has it in hand. */
export function canDecide(application: ReviewSubject): Decision {
  return application.status === 'under_review' ? allow : notUnderReview
}

const notUnderReview = deny(
  'not_under_review',
  409,
  'Permohonan ini tidak sedang diperiksa. Ambil dulu dari antrean, atau muat ulang halaman untuk melihat keadaannya.',
)

/**
 * May the application be approved? Nothing may be marked for correction, and what nobody has judged
 * must be accepted in so many words.
 * @param items every part that the application has
 */
export function canApprove(
  verdicts: Verdicts,
  items: readonly ReviewItem[],
  { acceptRest }: { acceptRest: boolean },
): Decision {
  const marked = items.filter((item) => verdicts[item] === 'needs_fix')
  if (marked.length > 0) {
    return deny(
      'marked_items',
      422,
      `Masih ada ${marked.length} bagian yang ditandai perlu diperbaiki. Kembalikan permohonannya, atau ubah tandanya menjadi diterima.`,
    )
  }
  if (!acceptRest && items.some((item) => verdicts[item] !== 'accepted')) {
    return deny(
      'unjudged_items',
      422,
      'Masih ada bagian yang belum dinilai. Nilai satu per satu, atau centang bahwa bagian yang belum dinilai Anda terima.',
    )
  }
  return allow
}

/** May the application go back? Only when something is marked, so that the group knows what to do. */
export function canReturn(verdicts: Verdicts): Decision {
  return Object.values(verdicts).includes('needs_fix')
    ? allow
    : deny(
        'nothing_marked',
        422,
        'Belum ada bagian yang ditandai perlu diperbaiki. Tandai dulu bagiannya dan tulis alasannya, supaya kelompok tahu apa yang harus diubah.',
      )
}

/** The role in which the actor reviews here, for the audit trail: the nearest office first. */
export function reviewingRole(actor: Actor, row: Scoped): Role {
  const roles = actor.grants
    .filter((grant) => holdsIn(grant, 'registration.review', row))
    .map((grant) => grant.role)
  const nearest: Role[] = ['regency_officer', 'province_officer', 'national_officer']
  return nearest.find((role) => roles.includes(role)) ?? 'national_officer'
}

function holdsIn(grant: Grant, permission: Permission, row: Scoped): boolean {
  return roleMay(grant.role, permission) && grantCovers(grant, row)
}
