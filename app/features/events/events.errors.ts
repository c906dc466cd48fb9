import { AppError, type Choice } from '~/platform/errors'
import { formatNumber } from '~/ui/format'

/** The id was used before, for something else: what is stored stays, and what was typed stays in the form. */
export function eventIdUsed(): AppError {
  return new AppError(
    'event_id_used',
    409,
    'Kiriman ini sudah tersimpan sebelumnya dengan isi yang berbeda. Yang tersimpan tidak diubah dan isian Anda masih ada. Buka acaranya dari daftar untuk mengubahnya.',
  )
}

export function villageUnclear(choices: Choice[]): AppError {
  const words =
    choices.length === 0
      ? 'Desa, kelurahan, atau kampung ini tidak ditemukan. Tambahkan nama kecamatan atau kabupatennya.'
      : 'Ada beberapa tempat dengan nama ini. Pilih yang dimaksud.'
  return new AppError('village_unclear', 422, words, 'village', undefined, choices)
}

/** Since it was counted a group has woken up, registered or left. */
export function countChanged(found: number): AppError {
  return new AppError(
    'count_changed',
    409,
    `Jumlah KIM yang cocok baru saja berubah menjadi ${formatNumber(found)}. Belum ada undangan yang terkirim. Muat ulang halaman, lalu kirim lagi.`,
  )
}

export function nobodyToInvite(): AppError {
  return new AppError(
    'nobody_to_invite',
    409,
    'Tidak ada KIM baru yang cocok: semuanya sudah diundang, atau saringannya terlalu sempit. Tidak ada yang dikirim.',
  )
}

export function tooManyToInvite(most: number): AppError {
  return new AppError(
    'too_many_to_invite',
    409,
    `Paling banyak ${formatNumber(most)} KIM sekali kirim. Persempit wilayah, keaktifan atau topiknya, lalu kirim beberapa kali.`,
  )
}

export function eventFull(left: number): AppError {
  return new AppError(
    'event_full',
    409,
    left > 0
      ? `Tempat tinggal untuk ${formatNumber(left)} orang lagi. Kurangi nama yang didaftarkan; jawaban Anda belum disimpan.`
      : 'Semua tempat sudah terisi. Jawaban Anda belum disimpan. Hubungi penyelenggara bila tetap ingin datang.',
    'names',
  )
}

export function presentStays(name: string): AppError {
  return new AppError(
    'present_stays',
    409,
    `${name} sudah tercatat hadir, jadi namanya tidak dapat dihapus dari daftar.`,
    'names',
  )
}

export function codeUnknown(): AppError {
  return new AppError(
    'code_unknown',
    422,
    'Kode ini tidak ada di acara ini. Periksa lagi enam huruf dan angkanya, atau cari namanya di daftar.',
    'code',
  )
}

export function certifiedAlready(): AppError {
  return new AppError(
    'certified_already',
    409,
    'Orang ini sudah mendapat sertifikat, jadi kehadirannya tidak dapat dibatalkan.',
  )
}

export function nobodyToCertify(): AppError {
  return new AppError(
    'nobody_to_certify',
    409,
    'Semua yang hadir sudah mendapat sertifikat, atau belum ada yang tercatat hadir.',
  )
}

export function evaluatedAlready(): AppError {
  return new AppError('evaluated_already', 409, 'Penilaian dari tiket ini sudah masuk. Terima kasih.')
}
