import { z } from 'zod'

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

/** What is wrong with one cell, in words; `column` is the spreadsheet's letter, empty for the whole row. */
export interface ImportProblem {
  column: string
  message: string
}
