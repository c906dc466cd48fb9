import { z } from 'zod'
import { tidy } from '~/platform/text'

export const PopulationImportId = z.uuid().brand<'PopulationImportId'>()
export type PopulationImportId = z.infer<typeof PopulationImportId>

/** The people of one region. */
export interface PopulationRow {
  regionCode: string
  total: number
  /** Aged 16 to 64. */
  target: number
}

/** What is wrong with one cell: where it stands in the file, and what to do. */
export interface PopulationProblem {
  row: number
  /** The spreadsheet's letter, empty for the whole row. */
  column: string
  message: string
}

const thisCentury = 'Tulis tahunnya dengan empat angka, misalnya 2026.'

/** A file of figures with where they come from. */
export const populationUploadForm = z.object({
  id: PopulationImportId,
  source: z
    .string({ error: 'Tulis sumber angkanya.' })
    .transform(tidy)
    .pipe(z.string().min(3, 'Tulis sumber angkanya.').max(120, 'Terlalu panjang; paling banyak 120 huruf.')),
  year: z.coerce
    .number({ error: thisCentury })
    .int(thisCentury)
    .min(2000, thisCentury)
    .max(2100, thisCentury),
  file: z.file({ error: 'Pilih dulu berkas angka penduduk (CSV atau XLSX).' }),
})

export const populationImportForm = z.object({
  intent: z.enum(['apply', 'discard']),
  version: z.coerce.number().int().min(1),
})
