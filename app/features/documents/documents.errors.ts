import { AppError } from '~/platform/errors'

/** Why a file was not taken. Each says what to do next; nothing else of the form is lost. */
export const fileErrors = {
  empty: (field?: string) => new AppError('file_empty', 422, 'Berkas ini kosong. Pilih berkas lain.', field),
  tooLarge: (field?: string) =>
    new AppError(
      'file_too_large',
      422,
      'Berkas ini lebih besar dari 5 MB. Kecilkan atau pindai ulang dengan mutu lebih rendah, lalu pilih lagi.',
      field,
    ),
  unknownKind: (field?: string) =>
    new AppError(
      'file_unknown_kind',
      422,
      'Berkas ini bukan PDF, JPEG, PNG atau WebP. Simpan ulang sebagai PDF atau foto, lalu pilih lagi.',
      field,
    ),
  notWhatItsNameSays: (claimed: string, actual: string, field?: string) =>
    new AppError(
      'file_lies',
      422,
      `Nama berkas ini mengatakan ${claimed}, tetapi isinya ${actual}. Pilih berkas aslinya, atau ubah namanya sesuai isinya.`,
      field,
    ),
  doesNotOpen: (field?: string) =>
    new AppError(
      'file_does_not_open',
      422,
      'Berkas ini tidak dapat dibuka, mungkin rusak atau terpotong saat disalin. Coba buka dulu di perangkat Anda, lalu pilih lagi.',
      field,
    ),
  locked: (field?: string) =>
    new AppError(
      'file_locked',
      422,
      'PDF ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu pilih lagi.',
      field,
    ),
  tooManyPages: (pages: number, limit: number, field?: string) =>
    new AppError(
      'file_too_many_pages',
      422,
      `PDF ini ${pages} halaman; paling banyak ${limit}. Pilih halaman yang perlu saja.`,
      field,
    ),
  tooManyPixels: (field?: string) =>
    new AppError(
      'file_too_many_pixels',
      422,
      'Gambar ini terlalu besar ukurannya (lebih dari 40 megapiksel). Kecilkan gambarnya, lalu pilih lagi.',
      field,
    ),
}
