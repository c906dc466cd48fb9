import { keepsProfile } from '~/features/groups/groups.policy'
import type { GroupStatus } from '~/features/groups/groups.state'
import { type Actor, groupIdsOf, mayIn, type Scoped } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Phase } from './reporting-rules'
import { type ReportStatus, reportMayMove } from './reports.state'

/** The chair and the secretary write for the group; its other members read. A closed group reports nothing any more. */
export function canWrite(actor: Actor, group: { id: string; status: GroupStatus }): Decision {
  if (!groupIdsOf(actor).includes(group.id)) return { allowed: false, error: notFound() }
  if (!keepsProfile(actor, group.id)) {
    return deny(
      'not_chair',
      403,
      'Laporan diisi dan dikirim oleh ketua atau sekretaris. Mintalah salah satu dari mereka membuka halaman ini.',
    )
  }
  if (group.status !== 'closed') return allow
  return deny(
    'group_closed',
    409,
    'KIM ini sudah ditutup, sehingga laporannya tidak dapat diubah lagi. Yang sudah terkirim tetap dapat dibaca.',
  )
}

interface Standing {
  status: ReportStatus
  phase: Phase
  /** The regency has approved the period. */
  approved: boolean
}

/** Nothing moves in an approved period; see docs/adr/0022. */
export function isOpen({ approved }: Pick<Standing, 'approved'>): Decision {
  if (!approved) return allow
  return deny(
    'period_approved',
    409,
    'Masa laporan ini sudah disetujui dinas, sehingga laporannya terkunci. Bila ada yang harus diperbaiki, mintalah Dinas Kominfo membukanya lewat provinsi.',
  )
}

/** A report is sent once its period has ended, as often as needed, while the period is not approved. */
export function canSend({ status, phase, approved }: Standing): Decision {
  const open = isOpen({ approved })
  if (!open.allowed) return open
  if (phase === 'running') {
    return deny(
      'period_running',
      409,
      'Masa laporan ini belum berakhir, jadi belum dapat dikirim. Catatan Anda boleh disimpan dulu.',
    )
  }
  if (reportMayMove(status, 'sent')) return allow
  return deny('report_not_open', 409, 'Laporan ini tidak sedang dapat dikirim. Muat ulang halaman.')
}

/** What is sent after the lock, or once more although nobody asked for it, says why: it is an amendment. */
export function isAmendment({ status, phase }: Pick<Standing, 'status' | 'phase'>): boolean {
  return status === 'sent' || status === 'verified' || phase === 'locked'
}

/** The regency's office decides, nobody on what they sent themselves. */
export function canDecide(
  actor: Actor,
  report: Scoped & { status: ReportStatus; sentBy: string | null },
  { to, approved }: { to: 'verified' | 'returned'; approved: boolean },
): Decision {
  if (!mayIn(actor, 'report.verify', report)) return { allowed: false, error: notFound() }
  if (report.sentBy === actor.id) {
    return deny(
      'own_report',
      403,
      'Anda sendiri yang mengirim laporan ini, jadi petugas lain yang memutuskannya.',
    )
  }
  const open = isOpen({ approved })
  if (!open.allowed) return open
  if (reportMayMove(report.status, to)) return allow
  return deny(
    'report_not_waiting',
    409,
    'Laporan ini tidak sedang menunggu keputusan itu. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}

/** A regency's officer approves for the regency, a province's for the province, the national office for the nation. */
export function mayApprove(actor: Actor, regionCode: string): boolean {
  return actor.grants.some(({ role, provinceCode, regencyCode }) => {
    if (regionCode === NATION) return role === 'national_officer'
    if (regionCode.length === 2) return role === 'province_officer' && provinceCode === regionCode
    return role === 'regency_officer' && regencyCode === regionCode
  })
}

/** A higher level reopens: the province or the nation a regency, the nation a province and itself. */
export function mayReopen(actor: Actor, regionCode: string): boolean {
  return actor.grants.some(
    ({ role, provinceCode }) =>
      role === 'national_officer' ||
      (role === 'province_officer' && regionCode.length === 4 && provinceCode === regionCode.slice(0, 2)),
  )
}

/** True when an approval on the way up may be taken back with the one below it: the actor's own level, or a lower one. */
export function mayTakeBack(actor: Actor, regionCode: string): boolean {
  const isOwnProvince = actor.grants.some(
    ({ role, provinceCode }) => role === 'province_officer' && provinceCode === regionCode,
  )
  return isOwnProvince || mayReopen(actor, regionCode)
}

interface Completeness {
  /** Where the period is approved already. */
  approved: boolean
  /** Every day on which a report is on time has passed. */
  isDue: boolean
  expected: number
  verified: number
  /** Reports that wait for the office. */
  sent: number
  /** Regions below that have not approved. */
  openBelow: number
}

/**
 * A period is approved once it is due (or everything is verified) and nothing waits for the office; what is missing is
 * named, not waited for. Above the regency every region below that owes reports has approved.
 */
export function canApprove({ approved, isDue, expected, verified, sent, openBelow }: Completeness): Decision {
  if (approved) {
    return deny('already_approved', 409, 'Masa laporan ini sudah disetujui. Tidak ada yang diubah.')
  }
  if (expected === 0 && sent + verified === 0) {
    return deny('nothing_expected', 409, 'Tidak ada KIM yang wajib melapor pada masa ini.')
  }
  if (openBelow > 0) {
    return deny(
      'open_below',
      409,
      'Masih ada wilayah di bawahnya yang belum menyetujui masa ini. Namanya ada di halaman ini.',
    )
  }
  if (!isDue && verified < expected) {
    return deny('not_due', 409, 'Batas waktunya belum lewat dan belum semua laporan terverifikasi.')
  }
  if (sent > 0) {
    return deny(
      'reports_waiting',
      409,
      'Masih ada laporan yang menunggu diperiksa. Verifikasi atau kembalikan dulu, lalu setujui masa ini.',
    )
  }
  return allow
}
