import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { readCursor, writeCursor } from '~/platform/keyset'
import { tidy } from '~/platform/text'

const cursor = z.string().transform(readCursor).optional().catch(undefined)

/** The words in the list's address; a strange one is left out. */
export const partnersQuery = z.object({
  ...regionFilterQuery,
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  jenis: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  /** Those that ended too. */
  lama: z.literal('1').optional().catch(undefined),
  setelah: cursor,
  sebelum: cursor,
})
export type PartnersQuery = z.output<typeof partnersQuery>

/** The address of the list with some words changed; a change goes back to the first page. */
export function partnersHref(
  query: Partial<PartnersQuery>,
  change: Partial<PartnersQuery> = {},
  path = '/dinas/mitra',
): string {
  const next = { ...query, setelah: undefined, sebelum: undefined, ...change }
  const words = new URLSearchParams()
  for (const name of ['provinsi', 'kabupaten', 'kecamatan', 'q', 'jenis', 'lama'] as const) {
    const value = next[name]
    if (value) words.set(name, value)
  }
  for (const name of ['setelah', 'sebelum'] as const) {
    const place = next[name]
    if (place) words.set(name, writeCursor(place))
  }
  const text = words.toString()
  return text ? `${path}?${text}` : path
}
