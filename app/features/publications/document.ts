import { formatDate, formatNumber } from '~/ui/format'
import type { DocumentMap } from './document-map'
import type { OutputKey } from './outputs'

export type ColumnKind = 'text' | 'date' | 'count' | 'money' | 'percent'

export interface DocumentColumn {
  header: string
  kind: ColumnKind
  /** Its share of the width of a page. */
  weight: number
  /** Too long for a column where people read: there it stands below the row, after its header. */
  isBelow?: boolean
}

/**
 * What stands in a cell: words; a date yyyy-mm-dd; a whole number; of a percentage its hundredths, 7003 for 70,03%, so
 * that no file rounds it otherwise than another. Null where there is nothing to tell.
 */
export type DocumentCell = string | number | null

export interface DocumentRow {
  /** The same row bears the same key in another snapshot: the code of a region, for example. */
  key: string
  /** A sum of the rows. */
  isTotal?: boolean
  cells: DocumentCell[]
}

/** A drawing of some columns of a table whose rows are days through time, told in its first column. */
export interface DocumentChart {
  title: string
  /** Lines through the columns; or bars of one, which counts the month of the day. */
  kind: 'lines' | 'bars'
  /** Positions of the columns. */
  columns: number[]
}

export interface DocumentTable {
  key: string
  title: string
  /** A sentence above the table. */
  lead?: string
  columns: DocumentColumn[]
  /** What is drawn of it above the table, in the portal and on paper. */
  charts?: DocumentChart[]
}

/** A table whose rows come as they are read. */
export interface FilledTable extends DocumentTable {
  /** A list of single things: where it is long it stands whole in XLSX and CSV only, and the PDF says how long it is. */
  isList?: boolean
  rows: AsyncIterable<DocumentRow> | Iterable<DocumentRow>
}

export interface Definition {
  term: string
  words: string
}

/** A picture that a document shows, in the storage. */
export interface DocumentPhoto {
  sha256: string
  width: number
  height: number
  caption: string
}

/** What an output states, before it is numbered. */
export interface DocumentContent {
  tables: FilledTable[]
  definitions: Definition[]
  /** What a reader must not overlook; stands above the tables. */
  warnings: string[]
  /** A map of the regions; drawn on paper only, its numbers stand in a table. */
  map?: DocumentMap
  photos?: DocumentPhoto[]
  /** Who signs, from left to right; the office alone unless told. */
  signers?: string[]
}

export type { DocumentMap } from './document-map'

/** Everything about a snapshot but its rows. */
export interface DocumentHead extends Omit<DocumentContent, 'tables'> {
  output: OutputKey
  number: string
  title: string
  place: string
  period: string
  office: string
  /** Local date, yyyy-mm-dd, and place of making. */
  madeOn: string
  madeIn: string
  /** The moment of the facts in words: `25 November 2026, 09.30 WIB`. */
  gatheredAt: string
  legalBasis: string[]
  verifyUrl: string
  /** True for data of the example. */
  isDemo: boolean
  tables: (DocumentTable & { isList?: boolean })[]
}

/** A cell in words: `1.234`, `70,03%`, `12 Mei 2026`; a dash where there is nothing. */
export function cellWords(kind: ColumnKind, cell: DocumentCell): string {
  if (cell === null || cell === '') return '–'
  if (typeof cell === 'string') return kind === 'date' ? formatDate(cell) : cell
  return kind === 'percent' ? formatHundredths(cell) : formatNumber(cell)
}

/** What stands below a row, and what stands in it; empty cells are not spoken of below. */
export function belowRow(
  columns: DocumentColumn[],
  { cells }: DocumentRow,
): { header: string; words: string }[] {
  return columns.flatMap(({ header, kind, isBelow }, at) => {
    const cell = cells[at] ?? null
    return isBelow && cell !== null && cell !== '' ? [{ header, words: cellWords(kind, cell) }] : []
  })
}

/** `7003` as `70,03%`. */
export function formatHundredths(hundredths: number): string {
  return `${twoDecimals.format(hundredths / 100)}%`
}

const twoDecimals = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A part of a whole in hundredths of a percent, rounded half up; null of an empty whole. */
export function hundredthsOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole)
}

/** The sum of rows in the columns that are counts; `percent` columns get what `shares` makes of the sums. */
export function totalRow(
  label: string,
  columns: DocumentColumn[],
  rows: DocumentRow[],
  shares: Record<number, (sums: (at: number) => number) => number | null> = {},
): DocumentRow {
  const sums = (at: number) => rows.reduce((sum, { cells }) => sum + Number(cells[at] ?? 0), 0)
  const cells = columns.map(({ kind }, at): DocumentCell => {
    if (at === 0) return label
    if (kind === 'percent') return shares[at]?.(sums) ?? null
    return kind === 'count' || kind === 'money' ? sums(at) : null
  })
  return { key: 'total', isTotal: true, cells }
}
