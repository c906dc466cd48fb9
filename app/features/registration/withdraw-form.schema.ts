import { z } from 'zod'
import { formVersion } from './fields.schema'

export const WithdrawForm = z.object({ version: formVersion, confirmed: z.literal('on') })
