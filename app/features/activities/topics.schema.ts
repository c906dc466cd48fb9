import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { searchKey, tidy } from '~/platform/text'

const date = (what: string) =>
  z
    .string({ error: `Isi ${what}.` })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.')
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'Periksa tahunnya.')

const name = z
  .string({ error: 'Isi nama topik.' })
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(3, 'Nama topik paling sedikit 3 huruf.')
      .max(80, 'Nama topik paling panjang 80 huruf.')
      .refine((typed) => topicCodeOf(typed) !== '', 'Tulis nama dengan huruf atau angka.'),
  )

const code = z.string().min(1).max(60)

export const addTopicForm = z
  .object({
    intent: z.literal('addTopic'),
    name,
    source: z.string().transform(tidy).pipe(z.string().max(300, 'Paling panjang 300 huruf.')).default(''),
    validFrom: date('tanggal mulai berlaku'),
    validUntil: date('tanggal terakhir berlaku').optional(),
  })
  .refine(({ validFrom, validUntil }) => !validUntil || validUntil >= validFrom, {
    path: ['validUntil'],
    error: 'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
  })
export type AddTopicForm = z.output<typeof addTopicForm>

export const renameTopicForm = z.object({
  intent: z.literal('renameTopic'),
  code,
  /** The name that was on the screen: whoever was quicker is not overwritten. */
  was: z.string(),
  name,
})
export type RenameTopicForm = z.output<typeof renameTopicForm>

export const endTopicForm = z.object({
  intent: z.literal('endTopic'),
  code,
  validUntil: date('tanggal terakhir berlaku'),
})
export type EndTopicForm = z.output<typeof endTopicForm>

/** The code of a topic by its first name, `cek-kesehatan-gratis`. It stays when the topic is renamed. */
export function topicCodeOf(topicName: string): string {
  return searchKey(topicName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
