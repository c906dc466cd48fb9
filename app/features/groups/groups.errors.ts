import { AppError } from '~/platform/errors'
import { formatDate } from '~/ui/format'

/** A group is never without a chair, and never has two. */
export function noSingleChair(): AppError {
  return new AppError(
    'no_single_chair',
    422,
    'Daftar pengurus harus memuat tepat satu ketua. Tandai bagian pengurus supaya diperbaiki, lalu coba lagi.',
  )
}

export function villageNotInForce(): AppError {
  return new AppError(
    'village_not_in_force',
    409,
    'Kode desa atau kelurahan ini tidak berlaku lagi, mungkin karena pemekaran atau penggabungan. Tidak ada yang berubah. Tandai bagian wilayah supaya kelompok memilih desanya yang sekarang.',
  )
}

export function decreeEndsBeforeItBegins(): AppError {
  return new AppError(
    'decree_dates',
    422,
    'Masa berlaku SK berakhir sebelum tanggal SK. Periksa kedua tanggalnya, lalu simpan lagi.',
  )
}

/** The same decree, said to end on two different days. */
export function decreeDiffers(stored: { number: string; validUntil: string | null }): AppError {
  const until = stored.validUntil ? formatDate(stored.validUntil) : 'tanpa batas'
  return new AppError(
    'decree_differs',
    409,
    `SK nomor ${stored.number} sudah tercatat untuk kelompok lain dengan masa berlaku sampai ${until}. Tidak ada yang berubah. Samakan masa berlakunya, lalu coba lagi.`,
  )
}

/** A date that lies on the wrong side of today, or too far away. */
export function dateOutOfReach(field: string, message: string): AppError {
  return new AppError('date_out_of_reach', 422, message, field)
}

export function handoverOpen(): AppError {
  return new AppError(
    'handover_open',
    409,
    'Masih ada serah terima ketua yang belum selesai untuk KIM ini. Selesaikan atau batalkan yang itu dahulu.',
  )
}

export function alreadyMember(groupName: string, postWords: string): AppError {
  return new AppError(
    'already_member',
    409,
    `Anda sudah dapat mencatat kegiatan ${groupName} sebagai ${postWords.toLowerCase()}. Undangan ini tidak terpakai. Buka Kelompok saya untuk melanjutkan.`,
  )
}

export function tooManyInvitations(most: number): AppError {
  return new AppError(
    'invitations_many',
    409,
    `Sudah ada ${most} undangan yang menunggu jawaban atau dibuat dalam sehari ini. Batalkan yang tidak terpakai, lalu undang lagi besok.`,
  )
}

/** The chair leaves by a handover only. */
export function ownMembership(): AppError {
  return new AppError(
    'own_membership',
    409,
    'Akses ketua tidak dapat diakhiri: kelompok tidak boleh tanpa ketua. Serahkan dahulu jabatannya lewat serah terima ketua.',
  )
}

export function renewalWaiting(): AppError {
  return new AppError(
    'renewal_waiting',
    409,
    'Masih ada SK baru yang menunggu pengesahan untuk KIM ini. Tarik kembali yang itu dahulu bila ada yang keliru.',
  )
}

export function chairHasAccount(): AppError {
  return new AppError(
    'chair_has_account',
    409,
    'Ketua KIM ini sudah punya akun. Pergantian ketua dilakukan lewat serah terima ketua.',
  )
}
