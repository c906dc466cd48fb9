import { AppError } from '~/platform/errors'
import type { SimilarGroup } from './find-similar.server'

/** Someone who looks at the list of likely duplicates ticks the box, or stops here. */
export function likelyDuplicate(similar: SimilarGroup[]): AppError {
  const list = similar
    .slice(0, 5)
    .map(({ name, state }) => `${name} (${state})`)
    .join('; ')
  return new AppError(
    'likely_duplicate',
    409,
    `Di desa ini sudah ada kelompok dengan nama yang mirip: ${list}. Bila ini kelompok yang berbeda, centang kotak ini lalu simpan lagi.`,
    'isDifferent',
  )
}

export function unknownVillage(): AppError {
  return new AppError(
    'unknown_village',
    422,
    'Kode wilayah ini tidak dikenal. Pilih desa, kelurahan atau kampung dari daftar.',
    'villageCode',
  )
}

export function otherRegency(): AppError {
  return new AppError(
    'other_regency',
    422,
    'Desa ini di luar kabupaten/kota yang memeriksa permohonan ini. Pilih desa di kabupaten/kota yang sama, atau tarik permohonan ini dan buat yang baru.',
    'villageCode',
  )
}

export function outsideOwnRegency(): AppError {
  return new AppError(
    'outside_own_regency',
    422,
    'Permohonan kertas hanya dapat dientri untuk desa di wilayah kantor Anda.',
    'villageCode',
  )
}

/** The same id with other content: nothing is overwritten. */
export function alreadyCreated(): AppError {
  return new AppError(
    'already_created',
    409,
    'Permohonan ini sudah dibuat sebelumnya dan isinya berbeda. Buka "Kelompok saya" untuk melanjutkan atau mengubahnya di sana.',
  )
}

/** Saved from another device since this page was opened. */
export function savedElsewhere(): AppError {
  return new AppError(
    'changed_meanwhile',
    409,
    'Permohonan ini sudah disimpan dari perangkat atau halaman lain sejak halaman ini dibuka. Isian Anda di bawah belum disimpan dan tidak menimpa apa pun. Bandingkan dengan yang tersimpan di "Periksa dan kirim"; bila isian di bawah yang benar, simpan sekali lagi.',
  )
}

/** Words for several date fields at once. */
export function wrongFields(fields: Record<string, string>): AppError {
  return new AppError('wrong_fields', 422, Object.values(fields).join(' '), undefined, fields)
}
