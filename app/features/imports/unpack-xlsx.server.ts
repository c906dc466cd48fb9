import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
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

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/** Unpacks a ZIP archive by its central directory (APPNOTE 4.3), within the limit. @throws on anything unusual */
function unpack(zip: Buffer): Map<string, Uint8Array> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no directory')
  const parts = new Map<string, Uint8Array>()
  let left = MAX_UNPACKED
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken directory')
    const packed = zip.readUInt32LE(at + 20)
    const size = zip.readUInt32LE(at + 24)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const part = entryAt(zip, zip.readUInt32LE(at + 42), { method: zip.readUInt16LE(at + 10), packed, left })
    // The reader sets memory aside by the size that the directory states.
    if (part.length !== size) throw new Error('a part is not of the size it claims')
    left -= size
    parts.set(name, part)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

function entryAt(
  zip: Buffer,
  at: number,
  { method, packed, left }: { method: number; packed: number; left: number },
): Uint8Array {
  if (zip.readUInt32LE(at) !== LOCAL_ENTRY) throw new Error('broken entry')
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const body = zip.subarray(start, start + packed)
  if (left <= 0) throw new Error('too large when unpacked')
  return method === 0 ? body : inflateRawSync(body, { maxOutputLength: left })
}
