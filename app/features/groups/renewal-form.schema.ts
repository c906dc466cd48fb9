import { z } from 'zod'
import { tidy } from '~/platform/text'
import { issuerKinds } from './groups.schema'
import { dateText } from './supervise.schema'

export const submitRenewalSchema = z
  .object({
    intent: z.literal('submit'),
    /** Made with the empty form: sending it twice sends one decree. */
    id: z.uuid(),
    number: z
      .string({ error: 'Tulis nomor SK seperti pada suratnya.' })
      .transform(tidy)
      .pipe(z.string().min(1, 'Tulis nomor SK seperti pada suratnya.').max(100, 'Paling panjang 100 huruf.')),
    date: dateText('Pilih tanggal SK.'),
    issuerKind: z.enum(issuerKinds, { error: 'Pilih siapa yang menerbitkan SK.' }),
    issuerName: z.string().transform(tidy).pipe(z.string().max(120, 'Paling panjang 120 huruf.')).optional(),
    validUntil: dateText('Pilih tanggal berakhirnya SK.').optional(),
    file: z.instanceof(File, { error: 'Pilih berkas SK: PDF atau foto.' }),
  })
  .superRefine(({ date, validUntil }, context) => {
    if (validUntil && validUntil <= date) {
      context.addIssue({
        code: 'custom',
        path: ['validUntil'],
        message: 'Tanggal berakhir harus sesudah tanggal SK.',
      })
    }
  })

export const withdrawRenewalSchema = z.object({
  intent: z.literal('withdraw'),
  renewalId: z.uuid(),
  version: z.coerce.number().int().min(1),
})

export const renewalFormSchema = z.discriminatedUnion('intent', [submitRenewalSchema, withdrawRenewalSchema])
