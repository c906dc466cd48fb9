import { type Actor, chairs, groupIdsOf } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { type GroupStatus, groupMayMove } from './groups.state'
import type { HandoverStatus } from './handovers.tables'
import type { RenewalStatus } from './renewals.tables'

interface GroupFacts {
  id: string
  status: GroupStatus
}

/** A group moves only along its table of states; a closed one stays closed. */
export function canMoveGroup(group: GroupFacts, to: GroupStatus): Decision {
  if (groupMayMove(group.status, to)) return allow
  if (group.status === 'closed') return isOpen(group)
  return deny(
    'already_there',
    409,
    'Status KIM ini sudah seperti itu. Tidak ada yang diubah. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}

/** Nothing about a closed group changes any more; its data stay readable. */
export function isOpen(group: GroupFacts): Decision {
  if (group.status !== 'closed') return allow
  return deny(
    'group_closed',
    409,
    'KIM ini sudah ditutup, sehingga datanya tidak dapat diubah lagi. Bila kelompoknya hidup kembali, daftarkan sebagai KIM baru.',
  )
}

/** Only the chair speaks for the group, and only while it exists. */
export function canSpeakFor(actor: Actor, group: GroupFacts): Decision {
  if (chairs(actor, group.id)) return isOpen(group)
  return deny(
    'not_chair',
    403,
    'Hanya ketua KIM yang dapat melakukan ini. Mintalah ketua membuka halaman ini dengan akunnya.',
  )
}

/** The chair and the secretary keep the group's contacts and consents; other members read them. */
export function canEditProfile(actor: Actor, group: GroupFacts): Decision {
  if (!groupIdsOf(actor).includes(group.id)) return { allowed: false, error: notFound() }
  if (keepsProfile(actor, group.id)) return isOpen(group)
  return deny(
    'not_chair',
    403,
    'Profil diurus oleh ketua atau sekretaris. Sampaikan perubahannya kepada mereka.',
  )
}

/** True for the chair and the secretary of the group. */
export function keepsProfile(actor: Actor, groupId: string): boolean {
  return actor.grants.some(
    ({ role, groupId: where, post }) =>
      role === 'volunteer' && where === groupId && (post === 'ketua' || post === 'sekretaris'),
  )
}

interface HandoverFacts {
  status: HandoverStatus
  proposedBy: string
  successorAccountId: string | null
}

/**
 * The office confirms what the successor has accepted. Nobody makes oneself a chair, and nobody confirms
 * what one started, unless no other officer of the regency could: then it is allowed and the trail says so.
 */
export function canConfirmHandover(
  actor: Pick<Actor, 'id'>,
  handover: HandoverFacts,
  anotherOfficer: boolean,
): Decision {
  if (handover.status === 'proposed') {
    return deny(
      'not_accepted',
      409,
      'Calon ketua belum menyatakan bersedia. Minta ia membuka tautan undangan, lalu sahkan sesudahnya.',
    )
  }
  if (handover.status !== 'accepted') return handoverIsOver()
  if (handover.successorAccountId === actor.id) {
    return deny(
      'own_chair',
      403,
      'Anda sendiri calon ketuanya, jadi pengesahan ini harus dilakukan petugas lain.',
    )
  }
  if (handover.proposedBy === actor.id && anotherOfficer) {
    return deny(
      'own_proposal',
      403,
      'Anda yang memulai serah terima ini, jadi pengesahannya dilakukan petugas lain di dinas Anda.',
    )
  }
  return allow
}

/** An open handover can be declined by the office and taken back by those who started it. */
export function canEndHandover(handover: Pick<HandoverFacts, 'status'>): Decision {
  return handover.status === 'proposed' || handover.status === 'accepted' ? allow : handoverIsOver()
}

function handoverIsOver(): Decision {
  return deny(
    'handover_over',
    409,
    'Serah terima ini sudah selesai atau dibatalkan. Tidak ada yang diubah. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}

/** A new decree is decided once, and not by the one who sent it. */
export function canDecideRenewal(
  actor: Pick<Actor, 'id'>,
  renewal: { status: RenewalStatus; submittedBy: string },
): Decision {
  if (renewal.submittedBy === actor.id && renewal.status === 'submitted') {
    return deny('own_renewal', 403, 'Anda yang mengirim SK ini, jadi keputusannya dibuat petugas lain.')
  }
  return isWaiting(renewal)
}

/** True while the office has not decided and the chair has not taken it back. */
export function isWaiting(renewal: { status: RenewalStatus }): Decision {
  if (renewal.status === 'submitted') return allow
  return deny(
    'renewal_over',
    409,
    'SK ini sudah diputuskan atau ditarik kembali. Tidak ada yang diubah. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}
