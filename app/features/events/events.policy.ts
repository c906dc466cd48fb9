import { type Actor, mayIn } from '~/features/identity/actor'
import type { PartnershipStatus } from '~/features/partnerships/partnerships.state'
import { NATION } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import { HOUR } from '~/platform/clock'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { formatDate } from '~/ui/format'
import { type EventStatus, eventMayMove } from './events.state'

interface Subject {
  officeCode: string
  provinceCode: string
}

/** The regions of which the actor is the office: a regency, a province, or `00` for the country. */
export function officesOf(actor: Actor): string[] {
  const codes = actor.grants.flatMap(({ role, provinceCode, regencyCode }) => {
    if (role === 'national_officer') return [NATION]
    if (role === 'province_officer' && provinceCode) return [provinceCode]
    return role === 'regency_officer' && regencyCode ? [regencyCode] : []
  })
  return [...new Set(codes)]
}

/** An event with its scope columns as every scoped row has them. */
export function scopeOf({ officeCode, provinceCode }: Subject) {
  return { provinceCode, regencyCode: officeCode }
}

/** True for the office itself and for those above it. */
export function readsEvent(actor: Actor, event: Subject): boolean {
  return mayIn(actor, 'event.read', scopeOf(event))
}

/** Only the office whose event it is changes it; for everybody else there is nothing to change. */
export function canManage(actor: Actor, event: Subject): Decision {
  return officesOf(actor).includes(event.officeCode) ? allow : { allowed: false, error: notFound() }
}

const movedAlready = deny(
  'event_moved',
  409,
  'Acara ini sudah tidak pada tahap itu. Tidak ada yang berubah. Muat ulang halaman untuk melihat keadaan terbaru.',
)

/** May the event go on to a status now? It has taken place only once it has begun. */
export function canMove(
  event: { status: EventStatus; startsAt: Instant },
  to: EventStatus,
  now: Instant,
): Decision {
  if (!eventMayMove(event.status, to)) return movedAlready
  if (to === 'held' && now < event.startsAt) {
    return deny('event_not_begun', 409, 'Acara ini belum dimulai. Tandai terlaksana sesudah waktunya tiba.')
  }
  return allow
}

/** What is planned can be changed until the event has taken place. */
export function canEdit({ status }: { status: EventStatus }): Decision {
  if (status === 'draft' || status === 'invited') return allow
  return deny(
    'event_settled',
    409,
    'Acara ini sudah terlaksana, ditutup, atau dibatalkan, jadi rencananya tidak dapat diubah lagi.',
  )
}

interface Held {
  officeCode: string
  /** The local date on which the event begins. */
  day: string
}

interface Binding {
  officeCode: string
  status: PartnershipStatus
  startsOn: string
  endsOn: string | null
}

/**
 * An event is held under a partnership of its own office that binds on the day it begins. One that has ended did so on
 * its days; one that was broken off is not built upon.
 */
export function canHoldUnder(partnership: Binding | undefined, event: Held): Decision {
  const refuse = (code: string, words: string) => deny(code, 422, words, 'partnershipId')
  if (partnership?.officeCode !== event.officeCode) {
    return refuse(
      'partnership_elsewhere',
      'Kemitraan ini tidak ada pada dinas penyelenggara. Pilih lagi dari daftar, atau kosongkan.',
    )
  }
  const { status, startsOn, endsOn } = partnership
  if (status === 'proposed') {
    return refuse(
      'partnership_not_in_force',
      'Kemitraan ini baru diusulkan. Aktifkan dulu di halamannya, atau simpan acara tanpa kemitraan.',
    )
  }
  if (status === 'broken_off') {
    return refuse(
      'partnership_not_in_force',
      'Kemitraan ini sudah dihentikan. Pilih yang lain, atau simpan acara tanpa kemitraan.',
    )
  }
  if (startsOn <= event.day && (endsOn === null || event.day <= endsOn)) return allow
  const term = `mulai ${formatDate(startsOn)}${endsOn ? ` sampai ${formatDate(endsOn)}` : ''}`
  return refuse(
    'partnership_other_time',
    `Kemitraan ini berlaku ${term}, sedangkan acaranya mulai ${formatDate(event.day)}. Periksa tanggalnya, atau pilih kemitraan lain.`,
  )
}

/** Groups are invited from the draft until the event ends. */
export function canInvite(event: { status: EventStatus; endsAt: Instant }, now: Instant): Decision {
  if (event.status !== 'draft' && event.status !== 'invited') return movedAlready
  if (now < event.endsAt) return allow
  return deny(
    'event_over',
    409,
    'Waktu acara ini sudah lewat, jadi tidak ada lagi yang dapat diundang. Tambahkan yang datang di halaman kehadiran.',
  )
}

/** A group answers, and changes its answer, until the deadline. */
export function canReply(event: { status: EventStatus; replyUntil: Instant }, now: Instant): Decision {
  if (event.status !== 'invited') {
    return deny('event_not_open', 409, 'Acara ini tidak lagi menerima jawaban. Hubungi penyelenggaranya.')
  }
  if (now < event.replyUntil) return allow
  return deny(
    'reply_over',
    409,
    'Batas waktu menjawab sudah lewat. Jawaban terakhir tetap berlaku. Hubungi penyelenggara bila ada perubahan.',
  )
}

/** The door opens half a day before the event begins. */
export const DOOR_OPENS = 12 * HOUR

/** Attendance is marked from shortly before the event until its papers are closed. */
export function canMark(event: { status: EventStatus; startsAt: Instant }, now: Instant): Decision {
  if (event.status === 'held') return allow
  if (event.status !== 'invited') {
    return deny('door_closed', 409, 'Kehadiran acara ini tidak dapat dicatat lagi.')
  }
  if (now >= event.startsAt - DOOR_OPENS) return allow
  return deny('door_not_open', 409, 'Kehadiran dapat dicatat mulai 12 jam sebelum acara dimulai.')
}

/** How long after the end a committee without accounts can still work. */
const COMMITTEE_AFTER = 12 * HOUR

/** The committee's link ends with the event. */
export function committeeIsOpen(event: { status: EventStatus; endsAt: Instant }, now: Instant): boolean {
  return (event.status === 'invited' || event.status === 'held') && now < event.endsAt + COMMITTEE_AFTER
}

/** Those who were there judge it once it is over, until its papers are closed. */
export function canEvaluate(
  event: { status: EventStatus; endsAt: Instant },
  attendee: { presentAt: Instant | null },
  now: Instant,
): Decision {
  if (attendee.presentAt === null) {
    return deny('not_present', 409, 'Penilaian diisi oleh yang hadir. Kehadiran Anda belum tercatat.')
  }
  if (event.status === 'held' || (event.status === 'invited' && now >= event.endsAt)) return allow
  return deny('evaluation_not_open', 409, 'Penilaian dibuka sesudah acara selesai, sampai acara ditutup.')
}

/** Certificates are for events that have taken place. */
export function canCertify({ status }: { status: EventStatus }): Decision {
  if (status === 'held' || status === 'closed') return allow
  return deny(
    'event_not_held',
    409,
    'Sertifikat dibuat sesudah acara ditandai terlaksana. Tandai dulu di halaman acara.',
  )
}
