import { z } from 'zod'

/** The tabs of the list; `lewat` are open ones whose day has passed. */
export const threadStages = ['terbuka', 'lewat', 'dijawab', 'selesai', 'semua'] as const
export type ThreadStage = (typeof threadStages)[number]

/** A place in the list: everything of the page lies after or before it, whatever has moved since. */
export interface ThreadCursor {
  at: number
  id: string
}

const cursor = z
  .string()
  .regex(/^\d{1,15}~[0-9a-f-]{36}$/)
  .transform((text): ThreadCursor => {
    const [at = '', id = ''] = text.split('~')
    return { at: Number(at), id }
  })
  .optional()
  .catch(undefined)

/** What the address of the list may say; anything strange is left out. */
export const threadsQuery = z.object({
  keadaan: z.enum(threadStages).catch('terbuka'),
  /** Received or sent; both when left out. */
  arah: z.enum(['masuk', 'keluar']).optional().catch(undefined),
  /** The office at the other end, by its region's code. */
  wilayah: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .optional()
    .catch(undefined),
  setelah: cursor,
  sebelum: cursor,
})
export type ThreadsQuery = z.output<typeof threadsQuery>

/** The address of the list; a change of filter goes back to the first page. */
export function threadsPath(query: Partial<ThreadsQuery>, change: Partial<ThreadsQuery> = {}): string {
  const next = { ...query, setelah: undefined, sebelum: undefined, ...change }
  const search = new URLSearchParams()
  for (const name of ['keadaan', 'arah', 'wilayah'] as const) {
    const value = next[name]
    if (value && !(name === 'keadaan' && value === 'terbuka')) search.set(name, value)
  }
  for (const name of ['setelah', 'sebelum'] as const) {
    const place = next[name]
    if (place) search.set(name, `${place.at}~${place.id}`)
  }
  const text = search.toString()
  return text ? `/dinas/koordinasi?${text}` : '/dinas/koordinasi'
}

/** An empty note, with some offices chosen and the figure that it is about. */
export function newNotePath(asked: {
  wilayah?: string
  ke?: string
  saring?: string
  angka?: string
}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value)
  const text = search.toString()
  return `/dinas/koordinasi/baru${text ? `?${text}` : ''}`
}
