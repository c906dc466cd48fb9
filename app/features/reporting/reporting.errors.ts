import { AppError } from '~/platform/errors'

/** The id of the form belongs to another report: what is stored stays, and what was typed stays in the form. */
export function reportIdUsed(): AppError {
  return new AppError(
    'report_id_used',
    409,
    'Kiriman ini memakai kode milik laporan lain. Yang tersimpan tidak diubah dan isian Anda masih ada. Muat ulang halaman, lalu kirim lagi.',
  )
}

/** Someone else of the group, or the office, was first. */
export function reportChangedMeanwhile(): AppError {
  return new AppError(
    'report_changed',
    409,
    'Laporan ini baru saja diubah atau dikirim orang lain. Yang tersimpan tidak ditimpa dan isian Anda masih ada di halaman ini. Periksa keadaannya sekarang, lalu simpan atau kirim sekali lagi.',
  )
}

/** An amendment says why. */
export function reasonMissing(): AppError {
  return new AppError(
    'reason_missing',
    422,
    'Tulis alasannya (paling sedikit 5 huruf): laporan ini susulan atau perbaikan.',
    'reason',
  )
}
