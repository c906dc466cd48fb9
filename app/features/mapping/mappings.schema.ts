import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { mappingStatuses } from './mapping.state'

const cursor = z
  .string()
  .regex(/^\d{1,15}~[0-9a-f-]{36}$/)
  .transform((typed) => ({ at: Number(typed.split('~')[0]), id: typed.slice(-36) }))
  .optional()
  .catch(undefined)

/** The words in the address of the list of mappings. */
export const mappingsQuery = z.object({
  ...regionFilterQuery,
  status: z.enum(mappingStatuses).optional().catch(undefined),
  setelah: cursor,
})
export type MappingsQuery = z.output<typeof mappingsQuery>
