import { z } from 'zod'
import { tidy } from '~/platform/text'
import { DECISION_DAYS } from './decision-times'
import { type ApplicationStatus, OPEN } from './registration.state'

/** The tabs of the queue, in the order of the work. */
export const stages = [
  'menunggu',
  'diperiksa',
  'terbuka',
  'dikembalikan',
  'diputuskan',
  'selesai',
  'semua',
] as const
export type Stage = (typeof stages)[number]

export const stageStatuses: Record<Stage, readonly ApplicationStatus[]> = {
  menunggu: ['submitted'],
  diperiksa: ['under_review'],
  terbuka: OPEN,
  dikembalikan: ['returned'],
  diputuskan: ['approved', 'rejected'],
  selesai: ['approved', 'rejected', 'withdrawn'],
  semua: ['submitted', 'under_review', 'returned', 'approved', 'rejected', 'withdrawn'],
}

export const stageWords: Record<Stage, string> = {
  menunggu: 'Menunggu',
  diperiksa: 'Sedang diperiksa',
  terbuka: 'Keduanya',
  dikembalikan: 'Dikembalikan',
  diputuskan: `Diputuskan ${DECISION_DAYS} hari terakhir`,
  selesai: 'Selesai',
  semua: 'Semua',
}

/** How an open application stands against the limit: not late, late, or late by as long again as the limit. */
export const latenesses = ['belum', '1', '2'] as const
export type Lateness = (typeof latenesses)[number]

export const latenessWords: Record<Lateness, string> = {
  belum: 'Belum lewat',
  '1': 'Lewat batas',
  '2': 'Lewat dua kali batas',
}

/** A place in the queue: everything of the page lies after or before it, whatever has joined or left since. */
export interface Cursor {
  at: number
  id: string
}

const cursor = z
  .string()
  .regex(/^\d{1,15}~[0-9a-f-]{36}$/)
  .transform((text): Cursor => {
    const [at = '', id = ''] = text.split('~')
    return { at: Number(at), id }
  })
  .optional()
  .catch(undefined)

/** What the address of the queue may say; anything strange is left out. */
export const queueQuery = z.object({
  tahap: z.enum(stages).catch('menunggu'),
  pemegang: z.enum(['saya', 'belum']).optional().catch(undefined),
  lewat: z.enum(latenesses).optional().catch(undefined),
  /** Code of a province, regency, district or village. */
  wilayah: z
    .string()
    .regex(/^\d{2}(\d{2}(\d{2}(\d{4})?)?)?$/)
    .optional()
    .catch(undefined),
  cari: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 80) || undefined)
    .optional()
    .catch(undefined),
  urut: z.enum(['terlama', 'terbaru']).optional().catch(undefined),
  setelah: cursor,
  sebelum: cursor,
})
export type QueueQuery = z.output<typeof queueQuery>

/** Finished ones are read from the newest, waiting ones from the oldest, unless the person says otherwise. */
export function isNewestFirst({ tahap, urut }: QueueQuery): boolean {
  return urut ? urut === 'terbaru' : tahap === 'diputuskan' || tahap === 'selesai'
}

/** The address of the queue with some of the query changed; a change of filter goes back to the first page. */
export function queuePath(query: Partial<QueueQuery>, change: Partial<QueueQuery> = {}): string {
  const next = { ...query, setelah: undefined, sebelum: undefined, ...change }
  const search = new URLSearchParams()
  for (const name of ['tahap', 'pemegang', 'lewat', 'wilayah', 'cari', 'urut'] as const) {
    const value = next[name]
    if (value && !(name === 'tahap' && value === 'menunggu')) search.set(name, value)
  }
  for (const name of ['setelah', 'sebelum'] as const) {
    const place = next[name]
    if (place) search.set(name, `${place.at}~${place.id}`)
  }
  const text = search.toString()
  return text ? `/dinas/antrean?${text}` : '/dinas/antrean'
}
