import { z } from 'zod'

export const noticesSchema = z.discriminatedUnion('intent', [
  /** Marks one as read and goes where it points. */
  z.object({ intent: z.literal('open'), id: z.uuid() }),
  z.object({ intent: z.literal('read'), id: z.uuid() }),
  z.object({ intent: z.literal('all') }),
])
