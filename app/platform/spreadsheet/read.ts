import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { readXlsxRows } from './read-xlsx'

/** A row as it stands in the file; `row` and the columns count as a spreadsheet program shows them. */
export interface SheetRow {
  /** The sheet's name; empty in a CSV file, which has none. */
  sheet: string
  row: number
  cells: string[]
  /** Columns, counted from 0, that hold a formula; the cell has the value it last had. */
  formulas: number[]
}

/** What a reader learns beside the rows; complete once the last row was read. */
export interface SheetNotes {
  /** Ranges of merged cells, `B3:B7`. */
  merged: string[]
}

export class UnreadableSheet extends Error {
  constructor(readonly why: 'unreadable' | 'old-excel' | 'empty' | 'too-wide') {
    super(why)
  }
}

const SIGNATURES = { zip: [0x50, 0x4b], oldExcel: [0xd0, 0xcf, 0x11, 0xe0] }

/**
 * Reads CSV (UTF-8, UTF-16 or Windows-1252; semicolons, commas or tabs) or the first sheet of an XLSX row by row, in
 * the same memory for any number of rows. Empty rows are left out.
 * @param maxUnpacked how many bytes the sheet of an XLSX may unpack to
 * @throws UnreadableSheet for what is no table
 */
export async function* readSheetRows(
  bytes: Buffer,
  notes: SheetNotes,
  maxUnpacked = 600 * 1024 * 1024,
): AsyncGenerator<SheetRow> {
  if (bytes.length === 0) throw new UnreadableSheet('empty')
  if (startsWith(bytes, SIGNATURES.oldExcel)) throw new UnreadableSheet('old-excel')
  yield* startsWith(bytes, SIGNATURES.zip) ? readXlsxRows(bytes, notes, maxUnpacked) : readCsvRows(bytes)
}

async function* readCsvRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes)
  // A table of text holds no control characters: this is some other kind of file.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
  const strange = /[\u0000-\u0008\u000e-\u001f]/
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 40_000))
  if (strange.test(start) || start.startsWith('%PDF-')) throw new UnreadableSheet('unreadable')
  const parser = Readable.from(piecesOf(bytes, encoding)).pipe(
    parse({
      delimiter: delimiterOf(start),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      info: true,
    }),
  )
  let row = 0
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      row++
      if (record.some((cell) => strange.test(cell))) throw new UnreadableSheet('unreadable')
      if (record.some((cell) => cell.trim() !== '')) yield { sheet: '', row, cells: record, formulas: [] }
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('unreadable')
  }
}

const PIECE = 256 * 1024

function* piecesOf(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
  }
}

function encodingOf(bytes: Buffer): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The separator that the first filled lines use most, outside quotes. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [';', ',', '\t'].map((separator) => ({
    separator,
    count: start.split(separator).length,
  }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
