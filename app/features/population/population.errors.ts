import { AppError } from '~/platform/errors'

export const headingsMissing = () =>
  new AppError(
    'population_headings',
    422,
    'Kolomnya tidak dikenali. Beri judul “Kode wilayah”, “Jumlah penduduk” dan “Penduduk usia 16–64” pada tiga kolomnya, lalu unggah lagi.',
    'file',
  )

export const notApplicable = () =>
  new AppError(
    'population_finished',
    409,
    'Berkas ini sudah diputuskan, atau masih punya kesalahan. Tidak ada yang berubah. Muat ulang halamannya.',
  )
