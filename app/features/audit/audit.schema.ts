import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { tidy } from '~/platform/text'

const words = z
  .string()
  .transform((typed) => tidy(typed).slice(0, 100) || undefined)
  .optional()
  .catch(undefined)
const date = z.string().refine(isDate).optional().catch(undefined)

/** The audit page's address: every part may be missing, and what makes no sense is left out. */
export const AuditQuery = z.object({
  tindakan: words,
  pelaku: words,
  subjek: words,
  wilayah: z
    .string()
    .regex(/^(\d{2}|\d{4})$/)
    .optional()
    .catch(undefined),
  dari: date,
  sampai: date,
  sebelum: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
})
export type AuditQuery = z.infer<typeof AuditQuery>

/** The address of the trail with these filters and others put over them. */
export function auditHref(path: string, query: AuditQuery, changes: Partial<AuditQuery> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, sebelum: undefined, ...changes })) {
    if (value !== undefined) search.set(name, String(value))
  }
  const written = search.toString()
  return written ? `${path}?${written}` : path
}
