import { z } from 'zod'

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
