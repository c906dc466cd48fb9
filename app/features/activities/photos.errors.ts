import { AppError } from '~/platform/errors'
import { MAX_PHOTOS } from './activities.schema'

/** Why a photo was not taken. The activity itself is stored, whatever becomes of its photos. */
export const photoErrors = {
  empty: () => new AppError('photo_empty', 422, 'Berkas foto ini kosong. Pilih foto lain.', 'photo'),
  tooLarge: () =>
    new AppError(
      'photo_too_large',
      422,
      'Foto ini lebih besar dari 12 MB. Kecilkan dulu, lalu pilih lagi.',
      'photo',
    ),
  heic: () =>
    new AppError(
      'photo_heic',
      422,
      'Foto ini berformat HEIC, yang belum dapat dibaca di sini. Di iPhone pilih Pengaturan, Kamera, Format, "Paling Kompatibel", atau kirim tangkapan layarnya.',
      'photo',
    ),
  unknownKind: () =>
    new AppError(
      'photo_unknown_kind',
      422,
      'Berkas ini bukan foto JPEG, PNG atau WebP, apa pun namanya. Pilih foto lain.',
      'photo',
    ),
  tooManyPixels: () =>
    new AppError(
      'photo_too_many_pixels',
      422,
      'Foto ini lebih dari 50 megapiksel. Kecilkan dulu, lalu pilih lagi.',
      'photo',
    ),
  doesNotOpen: () =>
    new AppError(
      'photo_does_not_open',
      422,
      'Foto ini tidak dapat dibuka, mungkin rusak atau terpotong saat dikirim. Pilih lagi.',
      'photo',
    ),
  tooMany: () =>
    new AppError(
      'photo_too_many',
      422,
      `Sudah ada ${MAX_PHOTOS} foto. Hapus satu dulu bila ingin menggantinya.`,
      'photo',
    ),
}
