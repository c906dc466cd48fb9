import { AppError, type Choice } from '~/platform/errors'

export const partnerIdUsed = () =>
  new AppError(
    'partner_id_used',
    409,
    'Formulir ini sudah pernah disimpan dengan isi lain. Yang tersimpan tidak berubah. Buka mitranya di daftar untuk mengubahnya, atau mulai dari formulir kosong.',
  )

export const kindNotInForce = () =>
  new AppError(
    'partner_kind_not_in_force',
    422,
    'Jenis ini tidak berlaku lagi. Pilih jenis lain.',
    'kindCode',
  )

/** What was typed fits several regions, or none. */
export const placeUnclear = (regions: Choice[]) =>
  new AppError(
    'partner_place_unclear',
    422,
    regions.length === 0
      ? 'Wilayah ini tidak ditemukan. Tulis namanya saja, atau tambahkan nama kabupatennya.'
      : 'Beberapa wilayah cocok dengan nama ini. Pilih satu di bawahnya.',
    'elsewhere',
    undefined,
    regions,
  )

/** The choices are the partners that it may be, by id. */
export const likelyDuplicate = (partners: Choice[]) =>
  new AppError(
    'partner_likely_duplicate',
    422,
    'Mitra dengan nama serupa sudah tercatat; lihat di bawah. Bila ini mitra lain, beri tanda lalu simpan lagi.',
    'isOther',
    undefined,
    partners,
  )
