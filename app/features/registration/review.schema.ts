import { z } from 'zod'
import { tidyLines } from '~/platform/text'

const Version = z.coerce.number().int().min(1)

/** What an officer says about one part; a reason is asked for what goes back. */
export const ItemForm = z
  .object({
    verdict: z.enum(['accepted', 'needs_fix']).optional(),
    /** One of the reasons that are offered. */
    common: z.string().max(200).optional(),
    /** In the officer's own words. */
    reason: z
      .string()
      .transform(tidyLines)
      .pipe(z.string().max(1000, 'Alasan ini terlalu panjang. Ringkas menjadi paling banyak 1.000 huruf.'))
      .optional(),
  })
  .superRefine(({ verdict, common, reason }, ctx) => {
    if (verdict === 'needs_fix' && !common && !reason) {
      ctx.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'Pilih atau tulis alasannya, supaya kelompok tahu apa yang harus diperbaiki.',
      })
    }
  })

export type ItemForm = z.output<typeof ItemForm>

const Items = z.object({
  identity: ItemForm.optional(),
  formation: ItemForm.optional(),
  board: ItemForm.optional(),
  contact: ItemForm.optional(),
  decree: ItemForm.optional(),
  minutes: ItemForm.optional(),
  statutes: ItemForm.optional(),
})

/** The one form of the review screen: a word on each part, and what to do with it. */
export const ReviewForm = z
  .object({
    intent: z.enum(['save', 'approve', 'return', 'reject']),
    version: Version,
    items: Items.optional(),
    acceptsRest: z.boolean().optional(),
    note: z
      .string()
      .transform(tidyLines)
      .pipe(z.string().max(2000, 'Catatan ini terlalu panjang. Ringkas menjadi paling banyak 2.000 huruf.'))
      .optional(),
  })
  .superRefine(({ intent, note }, ctx) => {
    if (intent === 'reject' && !note) {
      ctx.addIssue({
        code: 'custom',
        path: ['note'],
        message: 'Tulis alasan penolakan, supaya kelompok mengerti dan tahu langkah berikutnya.',
      })
    }
  })
export type ReviewForm = z.output<typeof ReviewForm>

export const reviewActions = z.discriminatedUnion('intent', [
  ReviewForm,
  z.object({ intent: z.literal('take'), version: Version }),
  z.object({ intent: z.literal('release'), version: Version }),
  z.object({
    intent: z.literal('handOver'),
    version: Version,
    colleagueId: z.string({ error: 'Pilih rekan yang akan melanjutkan.' }).max(60),
  }),
])

/** The reason of one part as one text. */
export function reasonOf({ common, reason }: { common?: string; reason?: string }): string {
  return [common, reason].filter(Boolean).join('\n')
}
