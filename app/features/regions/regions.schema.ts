import { z } from 'zod'

/** Accepts a Kemendagri code with or without dots and keeps the digits. */
const digits = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/[.\s]/g, ''))

export const VillageCode = digits
  .pipe(z.string().regex(/^\d{10}$/, 'Pilih desa, kelurahan atau kampung'))
  .brand<'VillageCode'>()
export type VillageCode = z.infer<typeof VillageCode>

/** The code of a region of any level: 2, 4, 6 or 10 digits. */
export const RegionCode = digits.pipe(z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{10})$/)).brand<'RegionCode'>()
export type RegionCode = z.infer<typeof RegionCode>
