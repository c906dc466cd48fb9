import { formatDate } from '~/ui/format'
import type { DecreeTerm } from './decree-term'
import type { GroupStatus } from './groups.state'

interface Standing {
  status: GroupStatus
  suspendedUntil: string | null
  term: DecreeTerm
  validUntil: string | null
  handover: string | null
  renewalWaits: boolean
  isChair: boolean
}

/** What a group's people do next, or what they wait for: the most pressing thing, in one sentence. */
export function nextGroupStep(standing: Standing): string {
  const { status, suspendedUntil, term, validUntil, handover, renewalWaits, isChair } = standing
  if (status === 'closed') return 'KIM ini sudah ditutup. Datanya tetap dapat dibaca.'
  if (status === 'suspended') return suspendedWords(suspendedUntil)
  if (handover === 'accepted') return 'Serah terima ketua menunggu pengesahan Dinas Kominfo.'
  if (handover === 'proposed') return 'Serah terima ketua menunggu jawaban calon ketua.'
  if (renewalWaits) return 'SK baru menunggu pengesahan Dinas Kominfo.'
  if (term === 'ended') return isChair ? 'SK sudah kedaluwarsa. Kirim SK yang baru.' : 'SK sudah kedaluwarsa.'
  if (term === 'ending') {
    const end = validUntil ? ` ${formatDate(validUntil)}` : ''
    return isChair ? `SK berakhir${end}. Siapkan SK yang baru.` : `SK berakhir${end}.`
  }
  if (term === 'none') {
    return isChair ? 'Belum ada SK. Kirim SK-nya bila sudah terbit.' : 'Belum ada SK yang tercatat.'
  }
  return 'Semua beres. Tidak ada yang perlu dikerjakan.'
}

/** What a suspension means for a group's people, and when it ends by itself. */
export function suspendedWords(until: string | null): string {
  const end = until ? ` Terdaftar kembali ${formatDate(until)}.` : ''
  return `Sedang dibekukan.${end} Hubungi Dinas Kominfo bila ada yang ingin dijelaskan.`
}
