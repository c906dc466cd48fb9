import { AppError } from '~/platform/errors'
import { formatDate } from '~/ui/format'

export const partnershipIdUsed = () =>
  new AppError(
    'partnership_id_used',
    409,
    'Formulir ini sudah pernah disimpan dengan isi lain. Yang tersimpan tidak berubah. Buka kemitraannya di daftar untuk mengubahnya, atau mulai dari formulir kosong.',
  )

export const partnershipOver = () =>
  new AppError(
    'partnership_over',
    409,
    'Kemitraan ini sudah berakhir atau dihentikan, jadi isinya tidak dapat diubah lagi. Untuk melanjutkannya, buat perpanjangan.',
  )

export const partnershipMoved = () =>
  new AppError(
    'partnership_moved',
    409,
    'Keadaan kemitraan ini sudah berubah. Tidak ada yang diubah lagi. Muat ulang halaman untuk melihat yang terbaru.',
  )

export const notStartedYet = (startsOn: string) =>
  new AppError(
    'partnership_not_started',
    422,
    `Kemitraan ini baru mulai ${formatDate(startsOn)}. Aktifkan pada atau sesudah hari itu, atau perbaiki tanggal mulainya.`,
  )

export const alreadyInForce = () =>
  new AppError(
    'partnership_in_force',
    422,
    'Kemitraan ini sudah berlaku, jadi tanggal mulainya tidak mungkin di masa depan. Periksa tahunnya.',
    'startsOn',
  )

export const counterpartUnknown = () =>
  new AppError(
    'partnership_counterpart',
    422,
    'Mitra atau KIM ini tidak ditemukan, sudah diakhiri, atau di luar wilayah kerja Anda. Pilih lagi dari daftar.',
    'counterpart',
  )

export const topicUnknown = () =>
  new AppError(
    'partnership_topic',
    422,
    'Ada topik yang tidak berlaku lagi. Pilih topik dari daftar.',
    'topics',
  )

export const renewedAlready = () =>
  new AppError(
    'partnership_renewed',
    409,
    'Perpanjangan kemitraan ini sudah dibuat. Buka halaman kemitraan yang lama untuk menemukannya.',
  )

export const activityElsewhere = () =>
  new AppError(
    'partnership_activity',
    422,
    'Kegiatan ini tidak ditemukan di wilayah kerja Anda. Pilih lagi dari daftar.',
    'activityId',
  )

export const yearOutside = () =>
  new AppError('assessment_year', 422, 'Tahun ini di luar masa kemitraan. Pilih tahun dari daftar.', 'year')
