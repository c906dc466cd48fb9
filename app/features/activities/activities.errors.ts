import { AppError, type Choice } from '~/platform/errors'

/** The id was used before, for something else: what is stored stays, and what was typed stays in the form. */
export function idUsedBefore(): AppError {
  return new AppError(
    'activity_id_used',
    409,
    'Kiriman ini sudah tersimpan sebelumnya dengan isi yang berbeda. Yang tersimpan tidak diubah dan isian Anda masih ada. Ubah yang tersimpan, atau simpan isian ini sebagai kegiatan lain.',
    'id',
  )
}

/** `what` happened to it in words. The form stays open, and its next sending knows of it. */
export function changedWhileTyping(what: string): AppError {
  return new AppError(
    'changed_meanwhile',
    409,
    `Sementara Anda mengisi, kegiatan ini berubah: ${what}. Isian Anda belum disimpan dan masih ada di sini. Periksa dulu, lalu simpan sekali lagi.`,
  )
}

export function dateAhead(): AppError {
  return new AppError(
    'activity_date_ahead',
    422,
    'Tanggal ini belum tiba di tempat kelompok. Catat kegiatan sesudah berlangsung.',
    'localDate',
  )
}

export function dateTooOld(years: number): AppError {
  return new AppError(
    'activity_date_old',
    422,
    `Tanggal ini lebih dari ${years} tahun lalu. Periksa tahunnya.`,
    'localDate',
  )
}

export function topicNotInForce(): AppError {
  return new AppError(
    'topic_not_in_force',
    422,
    'Topik ini tidak berlaku pada tanggal kegiatan. Pilih topik lain.',
    'topicCode',
  )
}

export function placeUnknown(): AppError {
  return new AppError(
    'activity_place_unknown',
    422,
    'Desa, kelurahan atau kampung ini tidak ditemukan. Pilih tempatnya sekali lagi.',
    'placeCode',
  )
}

/** What was typed fits several villages, or none. */
export function placeUnclear(villages: Choice[]): AppError {
  return new AppError(
    'activity_place_unclear',
    422,
    villages.length === 0
      ? 'Tempat ini tidak ditemukan. Tulis nama desanya saja, atau nama desa dan kecamatannya.'
      : 'Beberapa tempat cocok dengan nama ini. Pilih satu, atau tambahkan nama kecamatannya.',
    'elsewhere',
    undefined,
    villages,
  )
}
