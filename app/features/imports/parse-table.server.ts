import { parse } from 'csv-parse/sync'
import { delimiterOf } from '~/platform/spreadsheet/read'
import { tidy } from '~/platform/text'
import { headingRow } from './columns'
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
import { readXlsx } from './unpack-xlsx.server'

const MAX_COLUMNS = 60
/** Longer than any field takes; what is cut is refused by its field's own limit. */
const MAX_CELL = 1000

export interface ParsedTable {
  /** The row of the headings as the spreadsheet counts it, from 1. */
  headerRow: number
  headers: string[]
  /** Rows with something in them, each with its number in the spreadsheet. */
  rows: { row: number; cells: string[] }[]
}

/**
 * Reads a list from CSV (UTF-8, UTF-16 or Windows-1252; semicolons, commas or tabs) or from the first sheet of an XLSX.
 * @throws import_too_large 413, import_unreadable and import_old_excel 415,
 *   import_empty, import_too_many_rows, import_too_wide 422
 */
export async function parseTable(bytes: Uint8Array): Promise<ParsedTable> {
  if (bytes.length > MAX_IMPORT_BYTES) throw fileTooLarge()
  if (bytes.length === 0) throw fileEmpty()
  const table = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(bytes) : readCsv(bytes)
  return tableOf(table.map((row) => row.map((cell) => tidy(cell.slice(0, MAX_CELL * 2)).slice(0, MAX_CELL))))
}

function tableOf(table: string[][]): ParsedTable {
  const header = headingRow(groupColumns, table)
  const headers = trimEnd(table[header] ?? [])
  const rows = table
    .map((cells, at) => ({ row: at + 1, cells: trimEnd(cells) }))
    .slice(header + 1)
    .filter(({ cells }) => cells.length > 0)
  if (header < 0 || rows.length === 0) throw fileEmpty()
  if (rows.length > MAX_IMPORT_ROWS) throw tooManyRows(rows.length)
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length))
  if (width > MAX_COLUMNS) throw tableTooWide()
  return { headerRow: header + 1, headers: Array.from({ length: width }, (_, at) => headers[at] ?? ''), rows }
}

function trimEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex(Boolean) + 1)
}

function readCsv(bytes: Uint8Array): string[][] {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldExcel()
  const text = decode(bytes)
  // A table of text holds no control characters: this is some other kind of file.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || text.startsWith('%PDF-')) throw fileUnreadable()
  try {
    const table: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    })
    return table
  } catch {
    throw fileUnreadable()
  }
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
