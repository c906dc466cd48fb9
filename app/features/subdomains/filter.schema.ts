import { z } from 'zod'
import { subdomainStatuses } from './subdomains.state'

/** The query string of the lists of requests; whatever is strange falls back to the first page. */
export function listQuery(first: (typeof subdomainStatuses)[number]) {
  return z.object({
    tahap: z.enum(subdomainStatuses).catch(first).default(first),
    q: z.string().max(100).catch('').default(''),
    provinsi: z
      .string()
      .regex(/^(\d{2})?$/)
      .catch('')
      .default(''),
    halaman: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  })
}

export type ListQuery = z.output<ReturnType<typeof listQuery>>

/** The query string as the read models take it. */
export function filterOf({ tahap, q, provinsi, halaman }: ListQuery) {
  return { status: tahap, q, provinceCode: provinsi, page: halaman }
}

/** The same list on another page. */
export function pageHref(
  path: string,
  { status, q, provinceCode }: ReturnType<typeof filterOf>,
  page: number,
): string {
  return `${path}?${new URLSearchParams({ tahap: status, q, provinsi: provinceCode, halaman: String(page) })}`
}
