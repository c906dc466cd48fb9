import { AppError } from '~/platform/errors'

/** The id came back with something else in it. */
export function sentBefore(): AppError {
  return new AppError(
    'sent_before',
    409,
    'Formulir ini sudah pernah dikirim dengan isi lain, dan yang itu tersimpan. Isian Anda masih ada di halaman ini: salin, buka formulir baru, lalu kirim dari sana.',
  )
}

/** Somebody wrote or closed while this person was writing. */
export function threadMoved(): AppError {
  return new AppError(
    'thread_moved',
    409,
    'Ada tulisan baru di sini sejak halaman ini dibuka. Isian Anda belum terkirim dan masih ada di bawah: baca dulu yang baru, lalu kirim lagi.',
  )
}

/** A due date that has passed already. */
export function dueInThePast(): AppError {
  return new AppError('due_in_the_past', 422, 'Tanggal jawaban harus hari ini atau sesudahnya.', 'dueOn')
}
