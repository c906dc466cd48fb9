import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import { boardFilters } from './board-filters'
import { figures } from './figures'

export const ThreadId = z.uuid().brand<'ThreadId'>()
export type ThreadId = z.infer<typeof ThreadId>

const BODY_MAX = 4000

const Body = z
  .string({ error: 'Tulis isinya.' })
  .transform(tidyLines)
  .pipe(
    z
      .string()
      .min(5, 'Tulis isinya dengan lebih jelas, paling sedikit 5 huruf.')
      .max(BODY_MAX, 'Isi paling panjang 4.000 huruf.'),
  )

/** The code of an office that a note may be sent to: of a province or a regency. */
const OfficeCode = z.string().regex(/^\d{2}(\d{2})?$/, 'Pilihan ini tidak dikenal. Muat ulang halaman.')

/** A new note to one or several offices. */
export const NoteForm = z.object({
  id: z.uuid(),
  recipients: z
    .array(OfficeCode, { error: 'Pilih paling sedikit satu dinas.' })
    .min(1, 'Pilih paling sedikit satu dinas.')
    .max(600, 'Terlalu banyak pilihan.')
    .transform((codes) => [...new Set(codes)].sort()),
  subject: z
    .string({ error: 'Tulis perihalnya.' })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(5, 'Tulis perihalnya, paling sedikit 5 huruf.')
        .max(150, 'Perihal paling panjang 150 huruf.'),
    ),
  body: Body,
  dueOn: z
    .string({ error: 'Isi tanggal jawaban ditunggu.' })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.'),
  figure: z.enum(figures).optional(),
})
export type NoteForm = z.output<typeof NoteForm>

const version = z.coerce.number().int().min(1)

/** What an office writes in a thread, and how its sender ends it. */
export const ThreadForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('write'), id: z.uuid(), version, body: Body }),
  z.object({ intent: z.literal('close'), version }),
])

/** What the browser checks while someone writes. */
export const WriteForm = z.object({ id: z.uuid(), body: Body })

/** Whom one may choose at once: all, or those that a filter of the board keeps. */
export const choices = ['semua', ...boardFilters] as const
export type Choice = (typeof choices)[number]

/** What the address of an empty form may say. */
export const newNoteQuery = z.object({
  wilayah: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  /** Codes of the offices that are chosen already, with commas between. */
  ke: z
    .string()
    .max(5000)
    .transform((codes) => codes.split(',').filter(Boolean))
    .catch([])
    .default([]),
  /** Those that a filter of the board keeps are chosen too. */
  saring: z.enum(choices).optional().catch(undefined),
  angka: z.enum(figures).optional().catch(undefined),
})
