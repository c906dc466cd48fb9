import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { readCursor, writeCursor } from '~/platform/keyset'
import { tidy } from '~/platform/text'
import { partnershipKinds } from './partnerships.schema'
import { partnershipStatuses } from './partnerships.state'

const cursor = z.string().transform(readCursor).optional().catch(undefined)
const code = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .optional()
  .catch(undefined)

/** The word for groups where a kind of partner is chosen. */
export const KIM = 'kim'

/** The words in the list's address; a strange one is left out. */
export const partnershipsQuery = z.object({
  ...regionFilterQuery,
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  /** `berlaku`: in force, whether the end is near or not. */
  keadaan: z
    .enum([...partnershipStatuses, 'berlaku'])
    .optional()
    .catch(undefined),
  /** The kind of partner, or `kim`. */
  jenis: code,
  naskah: z.enum(partnershipKinds).optional().catch(undefined),
  topik: code,
  mitra: z.uuid().optional().catch(undefined),
  /** A group that is party to it. */
  kim: z.uuid().optional().catch(undefined),
  setelah: cursor,
  sebelum: cursor,
})
export type PartnershipsQuery = z.output<typeof partnershipsQuery>

const words = [
  'provinsi',
  'kabupaten',
  'kecamatan',
  'q',
  'keadaan',
  'jenis',
  'naskah',
  'topik',
  'mitra',
  'kim',
] as const

/** True when the list shows a part of what there is. */
export function isFiltered(query: PartnershipsQuery): boolean {
  return words.some((name) => query[name])
}

/** The address of the list with some words changed; a change goes back to the first page. */
export function partnershipsHref(
  query: Partial<PartnershipsQuery>,
  change: Partial<PartnershipsQuery> = {},
  path = '/dinas/kemitraan',
): string {
  const next = { ...query, setelah: undefined, sebelum: undefined, ...change }
  const search = new URLSearchParams()
  for (const name of words) {
    const value = next[name]
    if (value) search.set(name, value)
  }
  for (const name of ['setelah', 'sebelum'] as const) {
    const place = next[name]
    if (place) search.set(name, writeCursor(place))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
