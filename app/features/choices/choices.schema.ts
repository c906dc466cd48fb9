import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { searchKey, tidy } from '~/platform/text'

/** The lists, each by the name of its table. */
export const choiceLists = ['topics', 'partnerKinds', 'communityKinds'] as const
export type ChoiceList = (typeof choiceLists)[number]

export interface Choice {
  code: string
  name: string
}

const date = (what: string) =>
  z
    .string({ error: `Isi ${what}.` })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.')
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'Periksa tahunnya.')

const name = z
  .string({ error: 'Isi namanya.' })
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(3, 'Nama paling sedikit 3 huruf.')
      .max(80, 'Nama paling panjang 80 huruf.')
      .refine((typed) => choiceCodeOf(typed) !== '', 'Tulis nama dengan huruf atau angka.'),
  )

const code = z.string().min(1).max(60)
const lastDay = date('hari terakhir').optional()

export const AddChoiceForm = z
  .object({
    intent: z.literal('add'),
    name,
    source: z.string().transform(tidy).pipe(z.string().max(300, 'Paling panjang 300 huruf.')).default(''),
    validFrom: date('tanggal mulai berlaku'),
    validUntil: lastDay,
  })
  .refine(({ validFrom, validUntil }) => !validUntil || validUntil >= validFrom, {
    path: ['validUntil'],
    error: 'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
  })
export type AddChoiceForm = z.output<typeof AddChoiceForm>

/** `was` is what stood on the screen: whoever was quicker is not overwritten. */
export const RenameChoiceForm = z.object({ intent: z.literal('rename'), code, was: z.string(), name })
export type RenameChoiceForm = z.output<typeof RenameChoiceForm>

/** The last day on which it can be chosen; left empty, it can be chosen without end. */
export const EndChoiceForm = z.object({
  intent: z.literal('end'),
  code,
  was: lastDay,
  validUntil: lastDay,
})
export type EndChoiceForm = z.output<typeof EndChoiceForm>

export const ChoiceForm = z.discriminatedUnion('intent', [AddChoiceForm, RenameChoiceForm, EndChoiceForm])
export type ChoiceForm = z.output<typeof ChoiceForm>

/** The code of a choice by its first name, `cek-kesehatan-gratis`. It stays when the choice is renamed. */
export function choiceCodeOf(firstName: string): string {
  return searchKey(firstName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
