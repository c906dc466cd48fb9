import { tableAsCsv } from './csv'
import type { SpreadsheetTable } from './spreadsheet'
import { tableAsXlsx } from './xlsx'

export const fileFormats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

const contentTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file that is made while it is sent: any number of rows in the same memory. */
export interface FileToSend {
  fileName: string
  contentType: string
  chunks: AsyncGenerator<Uint8Array, void, undefined>
}

/** A table as a file to send; the notes are told how many rows were written. */
export function tableFile<Row>(
  name: string,
  format: FileFormat,
  {
    notes,
    rows,
    ...table
  }: Omit<SpreadsheetTable<Row>, 'notes'> & { notes: (written: number) => [string, string][] },
): FileToSend {
  let written = 0
  async function* counted() {
    for await (const row of rows) {
      written++
      yield row
    }
  }
  const whole = { ...table, rows: counted(), notes: () => notes(written) }
  return {
    fileName: `${name}.${format}`,
    contentType: contentTypes[format],
    chunks: format === 'csv' ? tableAsCsv(whole) : tableAsXlsx(whole),
  }
}
