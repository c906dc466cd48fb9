import { z } from 'zod'
import { listedStateWords } from '~/features/coverage/wakefulness.schema'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { tidy } from '~/platform/text'
import { groupStatuses } from './groups.state'

/** What an office looks for: a decree that was sent, ends soon, has ended or is missing, and groups without an account. */
export const officeFlags = ['diajukan', 'segera', 'habis', 'tanpa', 'tanpa-akun'] as const
export type OfficeFlag = (typeof officeFlags)[number]

export const officeSorts = ['nama', 'terbaru', 'sk'] as const
export type OfficeSort = (typeof officeSorts)[number]

export const flagWords: Record<OfficeFlag, string> = {
  diajukan: 'SK baru menunggu pengesahan',
  segera: 'SK berakhir dalam 90 hari',
  habis: 'SK kedaluwarsa',
  tanpa: 'Belum ada SK',
  'tanpa-akun': 'Ketua belum punya akun',
}

export const sortWords: Record<OfficeSort, string> = {
  nama: 'Nama A–Z',
  terbaru: 'Terbaru didaftarkan',
  sk: 'SK paling dulu berakhir',
}

/** The words in the list's address; a strange one shows everything. */
export const officeListQuery = z.object({
  ...regionFilterQuery,
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  status: z.enum(groupStatuses).optional().catch(undefined),
  /** `sk` is the word in the address that reminders link to. */
  sk: z.enum(officeFlags).optional().catch(undefined),
  keaktifan: z.enum(listedStateWords).optional().catch(undefined),
  urut: z.enum(officeSorts).catch('nama'),
  halaman: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})
export type OfficeListQuery = z.output<typeof officeListQuery>

/** The list's address with some words changed; words that say nothing are left out. */
export function officeListHref(query: OfficeListQuery, change: Partial<OfficeListQuery>): string {
  const { halaman, urut, ...rest } = { ...query, ...change }
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value) words.set(name, value)
  if (urut !== 'nama') words.set('urut', urut)
  if (halaman > 1) words.set('halaman', String(halaman))
  const written = words.toString()
  return written ? `/dinas/kelompok?${written}` : '/dinas/kelompok'
}
