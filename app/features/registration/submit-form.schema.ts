import { z } from 'zod'
import { formVersion } from './fields.schema'

export const SubmitForm = z.object({
  version: formVersion,
  declared: z.literal('on', { error: 'Centang pernyataan ini bila isian dan berkasnya benar.' }),
})
