import { readSheetRows, type SheetNotes, UnreadableSheet } from '~/platform/spreadsheet/read'
import { tidy } from '~/platform/text'
import { withoutNik } from './cells'
import { HEADER_WITHIN, headingRow } from './columns'
import { groupColumns } from './group-columns'
import {
  fileEmpty,
  fileTooLarge,
  fileUnreadable,
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ROWS,
  oldExcel,
  tableTooWide,
  tooManyRows,
} from './imports.errors'

const MAX_COLUMNS = 60
/** Longer than any field takes; what is cut is refused by its field's own limit. */
const MAX_CELL = 1000
/** A list of 5,000 rows unpacks to a tenth of this. */
const MAX_UNPACKED = 60 * 1024 * 1024

/** A row with something in it, and its number in the spreadsheet. */
export interface TableRow {
  row: number
  cells: string[]
  /** Columns, counted from 0, that hold a formula. */
  formulas: number[]
}

export interface Table {
  /** The sheet's name; empty in a CSV file. */
  sheet: string
  rows: TableRow[]
  /** Ranges of merged cells, `B3:B7`. */
  merged: string[]
}

/** A list of KIM below its headings. */
export interface ListTable extends Table {
  /** The row of the headings as the spreadsheet counts it, from 1. */
  headerRow: number
  headers: string[]
}

/**
 * Reads a table from CSV or from the first sheet of an XLSX, as `readSheetRows` does, within what a person can check.
 * A NIK in it is left out.
 * @throws import_too_large 413, import_unreadable and import_old_excel 415,
 *   import_empty, import_too_many_rows, import_too_wide 422
 */
export async function readTable(file: File): Promise<Table> {
  if (file.size > MAX_IMPORT_BYTES) throw fileTooLarge()
  const { merged }: SheetNotes = { merged: [] }
  const rows: TableRow[] = []
  let name = ''
  try {
    for await (const { sheet, row, cells, formulas } of readSheetRows(
      Buffer.from(await file.arrayBuffer()),
      { merged },
      MAX_UNPACKED,
    )) {
      name = sheet
      const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
      if (filled.length > MAX_COLUMNS) throw tableTooWide()
      // Headings and what stands above them are no rows of the list.
      if (rows.length === MAX_IMPORT_ROWS + HEADER_WITHIN) throw tooManyRows()
      rows.push({ row, cells: filled.map(shortened), formulas })
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? refusals[error.why]() : error
  }
  return { sheet: name, rows, merged }
}

/** Reads a list of KIM and finds its headings. @throws like `readTable` */
export async function readList(file: File): Promise<ListTable> {
  const table = await readTable(file)
  const at = headingRow(
    groupColumns,
    table.rows.map(({ cells }) => cells),
  )
  const header = table.rows[at]
  const rows = table.rows.slice(at + 1)
  if (!header || rows.length === 0) throw fileEmpty()
  if (rows.length > MAX_IMPORT_ROWS) throw tooManyRows()
  const width = Math.max(header.cells.length, ...rows.map(({ cells }) => cells.length))
  const headers = Array.from({ length: width }, (_, column) => header.cells[column] ?? '')
  return { ...table, headerRow: header.row, headers, rows }
}

const refusals: Record<UnreadableSheet['why'], () => Error> = {
  unreadable: fileUnreadable,
  'old-excel': oldExcel,
  empty: fileEmpty,
  'too-wide': tableTooWide,
}

function shortened(cell: string): string {
  return withoutNik(tidy(cell.slice(0, MAX_CELL * 2))).slice(0, MAX_CELL)
}
