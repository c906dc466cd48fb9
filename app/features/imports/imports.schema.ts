import { z } from 'zod'
import { columnsForm } from './columns'

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

export type ImportStatus = 'uploaded' | 'checked' | 'applied' | 'discarded'

/** What a column of the office's list may hold. */
export const importFields = [
  'village',
  'district',
  'villageCode',
  'name',
  'scope',
  'foundedOn',
  'chairName',
  'decreeNumber',
  'decreeDate',
  'decreeIssuer',
  'decreeValidUntil',
  'address',
  'whatsapp',
  'email',
] as const
export type ImportField = (typeof importFields)[number]

/** Which column (counted from 0) feeds which field. */
export type ColumnMapping = Partial<Record<ImportField, number>>

export const IMPORT_ACCEPT =
  '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A new list, and the regency it is for when the officer works for several. */
export const UploadForm = z.object({
  id: ImportId,
  regencyCode: z
    .string({ error: 'Pilih kabupaten atau kota.' })
    .regex(/^\d{4}$/, 'Pilih kabupaten atau kota.'),
  file: z.file({ error: 'Pilih dulu berkas daftar KIM (CSV atau XLSX).' }),
})

const version = z.coerce.number().int().min(1)
const rowNumber = z.coerce.number().int().min(1).max(100_000)

/** What is done with a list once it has been uploaded. */
export const ImportForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('check'), version, columns: columnsForm({ fields: importFields }) }),
  z.object({
    intent: z.literal('confirm'),
    version,
    /** The rows on this page, and those of them that are no repetition. */
    shown: z.array(rowNumber).max(500),
    keep: z.array(rowNumber).max(500).default([]),
  }),
  z.object({ intent: z.literal('apply'), version }),
  z.object({ intent: z.literal('discard'), version }),
])
