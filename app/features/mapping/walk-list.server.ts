import { setImmediate } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { parseContact } from '~/features/identity/contact.server'
import type { Finding, TypedPlace } from '~/features/imports/village-index'
import { villageIndexOf } from '~/features/imports/village-index.queries.server'
import { withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { AppError, notFound } from '~/platform/errors'
import { readSheetRows, type SheetNotes, type SheetRow, UnreadableSheet } from '~/platform/spreadsheet-read'
import { searchKey } from '~/platform/text'
import type { Mapping, Reading } from './find-mapping.server'
import { columnWords } from './mapping.messages'
import type { ImportColumns, ImportField } from './mapping.schema'
import { columnsMissing, columnsOf } from './read-columns'
import { KindIndex, type ListedRow, type ListProblem, type ListReading, readListRow } from './read-list-row'
import { zoneOf } from './zone.queries.server'

/** More than any regency has communities; a longer list is another kind of file. */
export const MAX_LIST_ROWS = 200_000
/** Lists often carry a title and an empty line above their headings. */
const HEADER_WITHIN = 15
const MAX_COLUMNS = 60
/** Rows after which others get their turn. */
const TURN = 500

const refused = (message: string) => new AppError('list_refused', 422, message, 'file')

export interface WalkedRow {
  row: number
  problems: ListProblem[]
  /** What would come in; null for a row with problems and for one that stands in the mapping or above. */
  fresh: ListedRow | null
}

/**
 * Reads a list row by row against the mapping as it stands, in the same memory for any number of rows.
 * Problems with merged cells come last, because a workbook names them last.
 * @throws list_refused 422 for what cannot be read at all
 */
export async function* walkList(
  reading: Reading,
  mapping: Pick<Mapping, 'id' | 'regencyCode'>,
  bytes: Buffer,
  now: Instant,
): AsyncGenerator<WalkedRow> {
  const notes: SheetNotes = { merged: [] }
  const known = await readKnown(reading, mapping, now)
  let list: { columns: ImportColumns; header: SheetRow } | null = null
  const above: SheetRow[] = []
  let rows = 0
  try {
    for await (const row of readSheetRows(bytes, notes)) {
      if (!list) {
        above.push(row)
        list = above.length < HEADER_WITHIN && !isHeader(row) ? null : startOf(above)
        continue
      }
      if (++rows > MAX_LIST_ROWS) throw tooManyRows()
      yield walkRow(row, { ...known, columns: list.columns }, known.seen)
      if (rows % TURN === 0) await setImmediate()
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? unreadable(error) : error
  }
  // A list shorter than a title page has its headings somewhere in it, or nowhere.
  list ??= startOf(above)
  for (const row of above.filter((one) => one.row > list.header.row)) {
    rows++
    yield walkRow(row, { ...known, columns: list.columns }, known.seen)
  }
  if (rows === 0)
    throw refused('Tidak ada baris data di berkas ini. Isi satu kelompok per baris di bawah judul kolom.')
  for (const range of notes.merged) yield* mergedIn(range, list.header)
}

function walkRow(row: SheetRow, reading: ListReading, seen: Set<string>): WalkedRow {
  if (row.cells.length > MAX_COLUMNS && row.cells.slice(MAX_COLUMNS).some((cell) => cell.trim() !== '')) {
    throw refused(
      `Baris ${row.row} berisi lebih dari ${MAX_COLUMNS} kolom. Hapus kolom yang tidak perlu, lalu unggah lagi.`,
    )
  }
  const { problems, listed } = readListRow(row, reading)
  if (!listed) return { row: row.row, problems, fresh: null }
  const key = `${listed.villageCode} ${searchKey(listed.name)}`
  const repeated = seen.has(key)
  seen.add(key)
  return { row: row.row, problems, fresh: repeated ? null : listed }
}

function isHeader({ cells }: SheetRow): boolean {
  return columnsMissing(columnsOf(cells)) === null
}

/** The row of the headings: the one that names the most columns. @throws list_refused when too much is missing */
function startOf(above: SheetRow[]): { columns: ImportColumns; header: SheetRow } {
  const [best] = above
    .map((header) => ({ header, columns: columnsOf(header.cells) }))
    .sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length)
  if (!best) throw refused('Berkas ini kosong.')
  const missing = columnsMissing(best.columns)
  if (missing) throw refused(missing)
  return best
}

function* mergedIn(range: string, header: SheetRow): Generator<WalkedRow> {
  const [, column = '', first = '0'] = /^([A-Z]+)(\d+)/.exec(range) ?? []
  if (Number(first) <= header.row) return
  const message = `Sel ${range} digabung, jadi baris di bawahnya kosong. Pisahkan sel itu dan isi setiap barisnya.`
  yield {
    row: Number(first),
    problems: [{ sheet: header.sheet, row: Number(first), column, value: '', message }],
    fresh: null,
  }
}

async function readKnown(
  reading: Reading,
  { id, regencyCode }: Pick<Mapping, 'id' | 'regencyCode'>,
  now: Instant,
) {
  const { db, tables } = reading
  const { mappingRows } = tables
  const regency = await nameRegion(reading, regencyCode)
  if (!regency) throw notFound()
  const today = localDate(now, await zoneOf(reading, regencyCode))
  const rows = await db
    .select({ villageCode: mappingRows.villageCode, nameKey: mappingRows.nameKey })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, id), eq(mappingRows.state, 'live')))
  return {
    seen: new Set(rows.map(({ villageCode, nameKey }) => `${villageCode} ${nameKey}`)),
    villages: remembering(await villageIndexOf(reading, regencyCode, withWord(regency))),
    kinds: new KindIndex(await choicesOn(reading, 'communityKinds', today)),
    readContact: (typed: string) => {
      const contact = parseContact(typed)
      return contact ? (contact.email ?? contact.phone) : null
    },
    today,
  }
}

const REMEMBERED = 5000

/** A list names the same villages again and again. */
function remembering(index: ListReading['villages']): ListReading['villages'] {
  const found = new Map<string, Finding>()
  return {
    find(typed: TypedPlace) {
      const key = [typed.code, typed.district, typed.village].join('\n')
      const before = found.get(key)
      if (before) return before
      const finding = index.find(typed)
      if (found.size < REMEMBERED) found.set(key, finding)
      return finding
    },
  }
}

function tooManyRows(): AppError {
  return refused(
    `Berkas ini berisi lebih dari ${MAX_LIST_ROWS.toLocaleString('id-ID')} baris. Bagi daftarnya menjadi beberapa berkas, lalu unggah satu per satu. Tidak ada yang masuk.`,
  )
}

function unreadable({ why }: UnreadableSheet): AppError {
  if (why === 'empty') return refused('Berkas ini kosong.')
  return refused(
    why === 'old-excel'
      ? 'Berkas ini berformat Excel lama (.xls) atau dikunci dengan sandi. Buka di Excel, simpan sebagai .xlsx tanpa sandi, lalu unggah.'
      : 'Berkas ini tidak dapat dibuka sebagai tabel. Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx atau CSV UTF-8, lalu unggah.',
  )
}

/** The headings of an empty list, and which column each is in. */
export function listHeadings(fields: readonly ImportField[]): string[] {
  return fields.map((field) => columnWords[field])
}

/** `B7`, or `Baris 7` for the whole row. */
export function cellName({ column, row }: Pick<ListProblem, 'column' | 'row'>): string {
  return column === '' ? `Baris ${row}` : `${column}${row}`
}
