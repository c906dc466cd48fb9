import { columnIndex } from '~/platform/spreadsheet/spreadsheet'

/** What is wrong with one cell, in words; `column` is the spreadsheet's letter, empty for the whole row. */
export interface CellProblem {
  column: string
  message: string
}

/** `B7` as a spreadsheet program shows it, or `Baris 7` for the whole row. */
export function cellName({ column, row }: { column: string; row: number }): string {
  return column === '' ? `Baris ${row}` : `${column}${row}`
}

/** In the order in which they are read; shorter letters come first. */
export function byColumn(a: { column: string }, b: { column: string }): number {
  return a.column.length - b.column.length || a.column.localeCompare(b.column)
}

/** Sixteen figures in a row, with or without separators, are a NIK. */
export const NIK = /(?:\d[\s.-]?){15}\d/
export const nikWords = 'Tampaknya ada NIK di sini. Hapus; portal ini tidak menyimpan NIK.'
const REMOVED = '(NIK)'

/** Text of a file as it may be kept and shown. */
export function withoutNik(text: string): string {
  return text.replace(new RegExp(NIK, 'g'), REMOVED)
}

/** Letters that a file in one encoding shows when it is read in another. */
const BROKEN = /\ufffd|[ÃÂ][\u0080-\u00bf]|â€/

/** What a spreadsheet program shows where a formula failed; pasted as a value it stays. */
const MISCOUNTED = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/

/** Why no list should hold this cell, whatever its column means; null where nothing is strange. */
export function strangeCell(cell: string, isFormula: boolean): string | null {
  const text = cell.trim()
  if (isFormula) return 'Sel ini berisi rumus. Salin kolomnya, lalu tempel sebagai nilai.'
  if (/^[=@]/.test(text)) return `Sel ini diawali “${text[0]}” seperti rumus. Hapus tanda itu.`
  if (text.includes(REMOVED)) return nikWords
  if (MISCOUNTED.test(text)) {
    return `Sel ini berisi ${text}: rumusnya dulu gagal. Isi dengan nilai yang benar.`
  }
  if (BROKEN.test(text)) {
    return 'Ada huruf yang rusak. Simpan lagi berkasnya sebagai CSV UTF-8 atau .xlsx, lalu unggah.'
  }
  return null
}

/** Merged cells below the headings that reach into a column that is read, each at its first cell and down to `lastRow`. */
export function mergedCells(
  ranges: string[],
  { headerRow, columns }: { headerRow: number; columns: number[] },
): (CellProblem & { row: number; lastRow: number })[] {
  return ranges.flatMap((range) => {
    const [, from = '', first = '', to = '', last = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
    const within = (column: number) => column >= columnIndex(from) && column <= columnIndex(to)
    if (Number(last) <= headerRow || !columns.some(within)) return []
    const message = `Sel ${range} digabung, jadi isinya hanya di sel pertama. Pisahkan sel itu dan isi setiap selnya.`
    return [{ row: Number(first), lastRow: Number(last), column: from, message }]
  })
}
