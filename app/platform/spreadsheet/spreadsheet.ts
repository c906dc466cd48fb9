/** What stands in a cell of a table that leaves the portal. */
export type Cell =
  | string
  | number
  | null
  /** A calendar date, yyyy-mm-dd. */
  | { date: string }
  /** A part of a whole, 0.125 for 12,5%; with two decimals where an indicator is told so. */
  | { share: number; decimals?: 2 }

export interface TableColumn<Row> {
  /** What a person reads on top of the column. */
  header: string
  cell: (row: Row) => Cell
  /** In characters; 16 when not told. */
  width?: number
}

/** A table to be written into a file. Rows may come from the database while the file is already on its way. */
export interface Sheet<Row> {
  /** The name of the sheet. */
  name: string
  columns: TableColumn<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

/** A table that is a file by itself. */
export interface SpreadsheetTable<Row> extends Sheet<Row> {
  /** What a reader has to know: definition, filter, cut-off, who made it. Asked for after the last row. */
  notes: () => [string, string][]
}

/**
 * A cell that a spreadsheet program shows and never runs: text that begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export function harmlessCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The letters over a column counted from 0: A, B … Z, AA. */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter
}

/** The column, counted from 0, below these letters: `AA` is 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
