import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import { activityFunctions, channels } from './activities.schema'
import { activityStatuses } from './activities.state'

/** Up to how many activities a list counts; what is more is said as "lebih dari", so that a page costs the same. */
export const COUNTED = 1000

/** A place in the list: everything of the page lies after or before it, whatever has joined or left since. */
export interface Cursor {
  date: string
  id: string
}

const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
  .transform((text): Cursor => ({ date: text.slice(0, 10), id: text.slice(11) }))
  .optional()
  .catch(undefined)

const date = z.string().refine(isDate).optional().catch(undefined)
const yes = z.literal('1').optional().catch(undefined)

/** The words in the list's address; a strange one is left out. */
export const officeActivitiesQuery = z.object({
  ...regionFilterQuery,
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  status: z.enum(activityStatuses).optional().catch(undefined),
  fungsi: z.enum(activityFunctions).optional().catch(undefined),
  saluran: z.enum(channels).optional().catch(undefined),
  topik: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  dari: date,
  sampai: date,
  umum: z.enum(['ya', 'tidak']).optional().catch(undefined),
  hoaks: yes,
  diubah: yes,
  urut: z.enum(['terbaru', 'terlama']).optional().catch(undefined),
  /** Every box of the page is ticked when it opens. */
  pilih: z.literal('semua').optional().catch(undefined),
  setelah: cursor,
  sebelum: cursor,
})
export type OfficeActivitiesQuery = z.output<typeof officeActivitiesQuery>

const filterWords = [
  'provinsi',
  'kabupaten',
  'kecamatan',
  'q',
  'status',
  'fungsi',
  'saluran',
  'topik',
  'dari',
  'sampai',
  'umum',
  'hoaks',
  'diubah',
] as const

/** What waits is read from the oldest, everything else from the newest, unless the person says otherwise. */
export function isNewestFirst({ status, urut }: OfficeActivitiesQuery): boolean {
  return urut ? urut === 'terbaru' : status !== 'submitted'
}

/** True when the list shows a part of what there is. */
export function isFiltered(query: OfficeActivitiesQuery): boolean {
  return filterWords.some((name) => name !== 'status' && query[name])
}

/** The address of the list with some words changed; a change goes back to the first page. */
export function officeActivitiesHref(
  query: Partial<OfficeActivitiesQuery>,
  change: Partial<OfficeActivitiesQuery> = {},
  path = '/dinas/kegiatan',
): string {
  const next = { ...query, setelah: undefined, sebelum: undefined, pilih: undefined, ...change }
  const words = new URLSearchParams()
  for (const name of [...filterWords, 'urut', 'pilih'] as const) {
    const value = next[name]
    if (value) words.set(name, value)
  }
  for (const name of ['setelah', 'sebelum'] as const) {
    const place = next[name]
    if (place) words.set(name, `${place.date}~${place.id}`)
  }
  const text = words.toString()
  return text ? `${path}?${text}` : path
}

/** One activity with the version that was on the screen: `<id>:<version>`. */
const Chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'Pilihan ini tidak dikenal. Muat ulang halaman, lalu pilih lagi.')
  .transform((pair) => ({ id: pair.slice(0, 36), version: Number(pair.slice(37)) }))

const chosen = z
  .array(Chosen, { error: 'Pilih dulu paling sedikit satu kegiatan.' })
  .min(1, 'Pilih dulu paling sedikit satu kegiatan.')
  .max(100, 'Paling banyak 100 kegiatan sekali jalan.')

const comment = z
  .string({ error: 'Tulis pertanyaannya, supaya kelompok tahu apa yang perlu dilengkapi.' })
  .transform(tidyLines)
  .pipe(
    z
      .string()
      .min(5, 'Tulis pertanyaannya dengan lebih jelas, paling sedikit 5 huruf.')
      .max(1000, 'Pertanyaan paling panjang 1.000 huruf.'),
  )

/** What an office decides on the activities that it ticked. */
export const DecideManyForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirm'), chosen }),
  z.object({ intent: z.literal('ask'), chosen, comment }),
])

const version = z.coerce.number().int().min(1)

/** What an office decides on one activity. */
export const DecideOneForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['confirm', 'confirmNext']), version }),
  z.object({ intent: z.literal('ask'), version, comment }),
])
