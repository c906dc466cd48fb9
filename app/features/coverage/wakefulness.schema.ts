import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { isDate } from '~/platform/calendar'

/** What the page shows: who changed in a month, who will be asleep soon, or everyone by state on a date. */
export const wakefulnessViews = ['perubahan', 'segera', 'keadaan'] as const
export type WakefulnessView = (typeof wakefulnessViews)[number]

/** The states in the address. */
export const listedStates = {
  aktif: 'active',
  'kurang-aktif': 'less_active',
  vakum: 'dormant',
  'belum-pernah': 'never',
} as const
export type ListedStateWord = keyof typeof listedStates
export const listedStateWords = ['aktif', 'kurang-aktif', 'vakum', 'belum-pernah'] as const

export const listedStateLabels: Record<ListedStateWord, string> = {
  aktif: 'Aktif',
  'kurang-aktif': 'Kurang aktif',
  vakum: 'Vakum',
  'belum-pernah': 'Belum pernah ada kegiatan',
}

export const MONTHS = 24

export const wakefulnessQuery = z.object({
  ...regionFilterQuery,
  lihat: z.enum(wakefulnessViews).catch('perubahan'),
  bulan: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  tanggal: z.string().refine(isDate).optional().catch(undefined),
  keadaan: z.enum(listedStateWords).catch('vakum'),
  halaman: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type WakefulnessQuery = z.output<typeof wakefulnessQuery>

/** The page's address with some words changed; words that say nothing are left out. */
export function wakefulnessHref(
  query: WakefulnessQuery,
  change: Partial<WakefulnessQuery> = {},
  path = '/dinas/keaktifan',
): string {
  const { lihat, keadaan, halaman, ...rest } = { ...query, halaman: 1, ...change }
  const words = new URLSearchParams()
  if (lihat !== 'perubahan') words.set('lihat', lihat)
  for (const [name, value] of Object.entries(rest)) if (value) words.set(name, value)
  if (keadaan !== 'vakum') words.set('keadaan', keadaan)
  if (halaman > 1) words.set('halaman', String(halaman))
  const text = words.toString()
  return text ? `${path}?${text}` : path
}
