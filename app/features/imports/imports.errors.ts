import { AppError } from '~/platform/errors'

export const MAX_IMPORT_BYTES = 5 * 1024 * 1024
export const MAX_IMPORT_ROWS = 5000

const refused = (code: string, status: 413 | 415 | 422, message: string) =>
  new AppError(code, status, message, 'file')

export const fileTooLarge = () =>
  refused(
    'import_too_large',
    413,
    'Berkas lebih dari 5 MB. Bagi daftarnya menjadi beberapa berkas, lalu unggah satu per satu.',
  )

export const fileUnreadable = () =>
  refused(
    'import_unreadable',
    415,
    'Berkas ini tidak dapat dibuka sebagai tabel. Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx atau CSV, lalu unggah.',
  )

export const oldExcel = () =>
  refused(
    'import_old_excel',
    415,
    'Berkas ini berformat Excel lama (.xls) atau dikunci dengan sandi. Buka di Excel, simpan sebagai .xlsx tanpa sandi, lalu unggah.',
  )

export const fileEmpty = () =>
  refused(
    'import_empty',
    422,
    'Tidak ada baris data di berkas ini. Baris pertama berisi judul kolom, baris berikutnya satu KIM per baris.',
  )

export const tooManyRows = () =>
  refused(
    'import_too_many_rows',
    422,
    'Berkas ini berisi lebih dari 5.000 baris. Bagi daftarnya menjadi beberapa berkas, lalu unggah satu per satu.',
  )

export const tableTooWide = () =>
  refused(
    'import_too_wide',
    422,
    'Tabel di lembar pertama terlalu besar. Hapus baris dan kolom kosong di bawah dan di kanan daftar, simpan, lalu unggah lagi.',
  )
