import { readSheet } from 'read-excel-file/universal'
import { unpackEntry, zipEntries } from '~/platform/zip'
import { fileUnreadable, tableTooWide } from './imports.errors'

/** A list of 5,000 rows unpacks to a tenth of this. */
const MAX_UNPACKED = 60 * 1024 * 1024
const MAX_ROW = 20_000
const MAX_COLUMNS = 200

/**
 * Reads the first sheet of an XLSX file into text, one entry a row, empty rows included.
 * Before the file is opened its parts are unpacked within a limit and its cell addresses are looked at: a small file
 * can hold gigabytes, or one cell in the last corner of the sheet, and would take all memory.
 * @throws import_unreadable 415, import_too_wide 422
 */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  let parts: Map<string, Uint8Array>
  try {
    parts = unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    throw fileUnreadable()
  }
  for (const [name, part] of parts) {
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) assertModestSheet(Buffer.from(part).toString('utf8'))
  }
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer)
    return rows.map((row) => row.map(cellText))
  } catch {
    throw fileUnreadable()
  }
}

/** What a cell shows: dates as yyyy-mm-dd, figures without grouping. Formulas count by the value they last had. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value)
}

/** Columns from letters, `AA` is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function assertModestSheet(xml: string): void {
  const addresses =
    /\br\s*=\s*["']([A-Z]{0,9})(\d{1,12})["']|<[^<>]*dimension[^<>]*[:"']([A-Z]{1,9})(\d{1,12})["']/g
  for (const [, column = '', row = '0', lastColumn = '', lastRow = '0'] of xml.matchAll(addresses)) {
    if (Math.max(Number(row), Number(lastRow)) > MAX_ROW) throw tableTooWide()
    if (Math.max(columnNumber(column), columnNumber(lastColumn)) > MAX_COLUMNS) throw tableTooWide()
  }
}

/** Unpacks a ZIP archive within the limit. @throws on anything unusual */
function unpack(zip: Buffer): Map<string, Uint8Array> {
  let left = MAX_UNPACKED
  return new Map(
    zipEntries(zip).map((entry) => {
      // The reader sets memory aside by the size that the directory states.
      const part = unpackEntry(entry, left)
      left -= part.length
      return [entry.name, part]
    }),
  )
}
