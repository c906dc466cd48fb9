import { AppError } from '~/platform/errors'

export const mappingOpen = () =>
  new AppError(
    'mapping_open',
    409,
    'Kabupaten atau kota ini masih punya pemetaan yang direncanakan atau berjalan. Tetapkan dahulu, atau batalkan rencananya, baru mulai yang berikutnya.',
  )

export const mappingNotRunning = () =>
  new AppError(
    'mapping_not_running',
    409,
    'Pemetaan ini tidak sedang berjalan, jadi isinya tidak dapat diubah. Yang sudah ditetapkan terkunci; perubahan masuk ke pemetaan berikutnya.',
  )

export const mappingMoved = () =>
  new AppError(
    'mapping_moved',
    409,
    'Pemetaan ini baru saja berubah keadaannya, mungkin oleh rekan Anda. Muat ulang halaman untuk melihat yang terbaru.',
  )

export const rowIdUsed = () =>
  new AppError(
    'mapping_row_used',
    409,
    'Formulir ini sudah pernah disimpan dengan isi lain. Buka barisnya di daftar untuk mengubahnya, atau mulai dari formulir kosong.',
  )

export const villageOutside = () =>
  new AppError(
    'village_outside',
    422,
    'Desa ini di luar kabupaten atau kota yang dipetakan. Pilih desa dari daftar.',
    'villageCode',
  )

export const kindNotInForce = () =>
  new AppError(
    'kind_not_in_force',
    422,
    'Jenis ini tidak berlaku pada tanggal pendataan. Pilih jenis lain.',
    'kindCode',
  )

export const surveyedAhead = () =>
  new AppError('surveyed_ahead', 422, 'Tanggal pendataan belum tiba. Periksa tanggalnya.', 'surveyedOn')

export const becameGroup = () =>
  new AppError(
    'candidate_became_group',
    409,
    'Calon ini sudah terdaftar sebagai KIM lewat undangannya, dan KIM itu sudah ada dalam pemetaan. Bila dikembalikan, kelompok yang sama terhitung dua kali, jadi tidak ada yang diubah.',
  )

export const isGroupRow = () =>
  new AppError(
    'mapping_row_is_group',
    409,
    'Baris ini KIM terdaftar dan selalu ikut dalam pemetaan. Yang ditutup di registri hilang saat pemetaan ditetapkan.',
  )
