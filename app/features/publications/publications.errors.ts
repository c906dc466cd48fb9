import { AppError } from '~/platform/errors'

export const idUsedBefore = () =>
  new AppError(
    'publication_id_used',
    409,
    'Formulir ini sudah pernah dikirim untuk dokumen lain. Dokumen itu tidak berubah. Buka lagi halaman rekap, lalu terbitkan.',
  )
