import { z } from 'zod'
import { tidyLines } from '~/platform/text'
import { MAX_PHOTOS } from './activities.schema'

/** What the group's people do on the page of one activity. */
export const OwnActivityForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('withdraw'),
    version: z.coerce.number().int().min(1),
    comment: z
      .string()
      .transform(tidyLines)
      .pipe(z.string().max(500, 'Alasan terlalu panjang; paling banyak 500 huruf.'))
      .optional(),
  }),
  z.object({ intent: z.literal('removePhoto'), photoId: z.uuid() }),
  z.object({
    intent: z.literal('addPhotos'),
    photo: z
      .array(z.instanceof(File), { error: 'Pilih fotonya dulu.' })
      .min(1, 'Pilih fotonya dulu.')
      .max(MAX_PHOTOS * 4),
  }),
])
