import { z } from 'zod'
import { RegionCode } from '~/features/regions/regions.schema'
import { type Period, periodCode, readPeriod } from './periods'

/** The words that every page of an office's reports keeps in its address. */
const place = {
  masa: z
    .string()
    .transform((code) => readPeriod(code) ?? undefined)
    .optional()
    .catch(undefined),
  /** Empty for the office's own region. */
  wilayah: z.union([z.literal(''), RegionCode]).catch(''),
}

export const reportPlaceQuery = z.object(place)
export type ReportPlaceQuery = z.output<typeof reportPlaceQuery>

/** What a list of a period shows. */
export const listedReports = {
  semua: 'Semua yang wajib lapor',
  masuk: 'Laporan masuk',
  tepat: 'Tepat waktu',
  terlambat: 'Masuk sesudah batas waktu',
  belum: 'Belum masuk',
  menunggu: 'Menunggu diperiksa',
  terverifikasi: 'Terverifikasi',
  dikembalikan: 'Dikembalikan',
  vakum: 'Vakum pada hari pertama',
} as const
export type ListedReports = keyof typeof listedReports
export const listedReportKinds = [
  'semua',
  'masuk',
  'tepat',
  'terlambat',
  'belum',
  'menunggu',
  'terverifikasi',
  'dikembalikan',
  'vakum',
] as const satisfies readonly ListedReports[]

const cursor = z.uuid().optional().catch(undefined)

export const reportListQuery = z.object({
  ...place,
  keadaan: z.enum(listedReportKinds).catch('semua'),
  /** A place in the list: the group after or before which the page lies. */
  setelah: cursor,
  sebelum: cursor,
})
export type ReportListQuery = z.output<typeof reportListQuery>

export const reportQueueQuery = z.object({
  wilayah: place.wilayah,
  /** Every box of the page is ticked when it opens. */
  pilih: z.literal('semua').optional().catch(undefined),
  setelah: cursor,
})
export type ReportQueueQuery = z.output<typeof reportQueueQuery>

export const changesQuery = z.object({
  ...place,
  /** Only what happened before this place in the audit trail. */
  sebelum: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type ChangesQuery = z.output<typeof changesQuery>

export const reportPages = {
  overview: '/dinas/laporan',
  list: '/dinas/laporan/daftar',
  queue: '/dinas/laporan/antrean',
  approval: '/dinas/laporan/persetujuan',
  changes: '/dinas/laporan/perubahan',
} as const

/** The address of a page of reports; words that say nothing are left out. */
export function reportsHref(
  page: keyof typeof reportPages | `/${string}`,
  words: {
    masa?: Period
    wilayah?: string
    keadaan?: ListedReports
    setelah?: string
    sebelum?: string | number
    pilih?: string
  } = {},
): string {
  const path = page.startsWith('/') ? page : reportPages[page as keyof typeof reportPages]
  const search = new URLSearchParams()
  const { masa, ...rest } = words
  if (masa) search.set('masa', periodCode(masa))
  for (const [name, value] of Object.entries(rest)) {
    if (value && value !== 'semua') search.set(name, String(value))
    if (name === 'pilih' && value) search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
