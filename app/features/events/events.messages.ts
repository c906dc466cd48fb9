import { localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tone } from '~/ui/callout'
import { formatDay, formatMoment } from '~/ui/format'
import type { EvaluationQuestion, EventKind, InvitationCriteria, PresenceWay } from './events.kinds'
import type { DecisionState, EventStatus } from './events.state'

export const eventKindWords: Record<EventKind, string> = {
  forum: 'Forum',
  training: 'Bimbingan teknis (bimtek)',
  outreach: 'Sosialisasi',
  coordination: 'Rapat koordinasi (rakor)',
  other: 'Acara lain',
}

export const eventStatusWords: Record<EventStatus, { label: string; tone: Tone }> = {
  draft: { label: 'Draf', tone: 'plain' },
  invited: { label: 'Undangan terkirim', tone: 'wait' },
  held: { label: 'Terlaksana', tone: 'good' },
  closed: { label: 'Ditutup', tone: 'plain' },
  cancelled: { label: 'Dibatalkan', tone: 'bad' },
}

export const decisionStateWords: Record<DecisionState, { label: string; tone: Tone }> = {
  ongoing: { label: 'Berjalan', tone: 'wait' },
  done: { label: 'Selesai', tone: 'good' },
  dropped: { label: 'Tidak dilanjutkan', tone: 'plain' },
}

export const presenceWords: Record<PresenceWay, string> = {
  qr: 'kode QR',
  code: 'kode diketik',
  list: 'dicentang di daftar',
  walk_in: 'datang tanpa terdaftar',
}

export const questionWords: Record<EvaluationQuestion, string> = {
  usefulness: 'Isi acara berguna untuk kerja KIM',
  clarity: 'Penyampaian mudah dipahami',
  materials: 'Bahan dan contohnya membantu',
  organisation: 'Waktu dan tempat diatur dengan baik',
}

export const activityWords: Record<NonNullable<InvitationCriteria['activity']>, string> = {
  active: 'Aktif',
  less_active: 'Kurang aktif',
  dormant: 'Vakum',
  never: 'Belum pernah ada kegiatan',
}

/** "12 Mei 2026, 09.00 WIT sampai 15.00 WIT": the day once when it ends on the same. */
export function whenWords({
  startsAt,
  endsAt,
  zone,
}: {
  startsAt: Instant
  endsAt: Instant
  zone: Zone
}): string {
  const end = formatMoment(endsAt, zone)
  const sameDay = localDate(startsAt, zone) === localDate(endsAt, zone)
  return `${formatMoment(startsAt, zone)} sampai ${sameDay ? end.slice(formatDay(endsAt, zone).length + 2) : end}`
}

/** "akhir 11 Mei 2026": answers are taken until the end of a day. */
export function deadlineWords({ replyUntil, zone }: { replyUntil: Instant; zone: Zone }): string {
  return `akhir ${formatDay(replyUntil - 1, zone)}`
}
