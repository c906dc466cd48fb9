import { guessColumns, HEADER_WITHIN, headingRow } from '~/features/imports/columns'
import { AppError } from '~/platform/errors'
import { readSheetRows, type SheetRow, UnreadableSheet } from '~/platform/spreadsheet/read'
import { listColumns } from './list-columns'
import type { ListLayout } from './mapping.schema'
import { shownCell } from './read-list-row'

const SAMPLES = 3
/** A column further to the right is no list's. */
export const MAX_COLUMNS = 60

/** Why a file cannot be taken as a list at all. */
export const refused = (message: string) => new AppError('list_refused', 422, message, 'file')

/** Reads the beginning of a list and guesses from the headings which column holds what. @throws list_refused 422 */
export async function readLayout(bytes: Buffer): Promise<ListLayout> {
  const rows: SheetRow[] = []
  try {
    for await (const row of readSheetRows(bytes, { merged: [] })) {
      rows.push(row)
      if (rows.length === HEADER_WITHIN + SAMPLES) break
    }
  } catch (error) {
    throw unreadable(error)
  }
  const cells = rows.map((row) => row.cells.slice(0, MAX_COLUMNS).map(shownCell))
  const at = headingRow(listColumns, cells)
  const samples = cells.slice(at + 1, at + 1 + SAMPLES)
  const header = rows[at]
  if (!header) throw refused('Berkas ini kosong.')
  if (samples.length === 0) throw withoutRows()
  const width = Math.max(...cells.slice(at).map((row) => row.findLastIndex(Boolean) + 1))
  const headers = Array.from({ length: width }, (_, column) => cells[at]?.[column] ?? '')
  return { headerRow: header.row, headers, samples, columns: guessColumns(listColumns, headers) }
}

export const withoutRows = () =>
  refused('Tidak ada baris data di berkas ini. Isi satu kelompok per baris di bawah judul kolom.')

export const tooWide = () =>
  refused(
    `Daftar ini berisi lebih dari ${MAX_COLUMNS} kolom. Hapus kolom yang tidak perlu, lalu unggah lagi.`,
  )

/** The words for a file that is no table; any other error as it is. */
export function unreadable(error: unknown): unknown {
  if (!(error instanceof UnreadableSheet)) return error
  if (error.why === 'empty') return refused('Berkas ini kosong.')
  if (error.why === 'too-wide') return tooWide()
  return refused(
    error.why === 'old-excel'
      ? 'Berkas ini berformat Excel lama (.xls) atau dikunci dengan sandi. Buka di Excel, simpan sebagai .xlsx tanpa sandi, lalu unggah.'
      : 'Berkas ini tidak dapat dibuka sebagai tabel. Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx atau CSV UTF-8, lalu unggah.',
  )
}
