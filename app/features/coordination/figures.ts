/** The figures of the board, as they stand in addresses and in notes, in the order of the columns. */
export const figures = [
  'cakupan',
  'aktif',
  'menunggu',
  'tertua',
  'terlambat',
  'putusan',
  'lapor',
  'pemetaan',
  'mitra',
  'kontak',
] as const
export type Figure = (typeof figures)[number]
