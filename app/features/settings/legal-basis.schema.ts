import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'

const date = (what: string) =>
  z
    .string({ error: `Isi ${what}.` })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.')
    .refine((day) => day >= '1945-01-01' && day < '2100-01-01', 'Periksa tahunnya.')

const line = (what: string, max: number) =>
  z
    .string({ error: `Isi ${what}.` })
    .transform(tidy)
    .pipe(z.string().min(3, `Isi ${what}.`).max(max, `Terlalu panjang; paling banyak ${max} huruf.`))

export const addLegalBasisForm = z
  .object({
    intent: z.literal('addBasis'),
    id: z.uuid(),
    citation: line('nama peraturan', 300),
    title: line('judul peraturan', 500),
    note: z
      .string()
      .transform(tidyLines)
      .pipe(z.string().max(2000, 'Terlalu panjang; paling banyak 2.000 huruf.'))
      .default(''),
    /** Empty for the whole country. */
    regionCode: z
      .string()
      .transform((typed) => typed.replace(/[.\s]/g, ''))
      .pipe(
        z.string().regex(/^(\d{2}|\d{4})?$/, 'Tulis kode provinsi (2 angka) atau kabupaten/kota (4 angka).'),
      )
      .default(''),
    validFrom: date('tanggal mulai berlaku'),
    validUntil: date('tanggal terakhir berlaku').optional(),
  })
  .refine(({ validFrom, validUntil }) => !validUntil || validUntil >= validFrom, {
    path: ['validUntil'],
    error: 'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
  })
export type AddLegalBasisForm = z.output<typeof addLegalBasisForm>

export const endLegalBasisForm = z.object({
  intent: z.literal('endBasis'),
  basisId: z.string().min(1).max(60),
  validUntil: date('tanggal terakhir berlaku'),
})
export type EndLegalBasisForm = z.output<typeof endLegalBasisForm>
