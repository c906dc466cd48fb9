import { setImmediate } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { parseContact } from '~/features/identity/contact.server'
import { mergedCells } from '~/features/imports/cells'
import type { Finding, TypedPlace } from '~/features/imports/village-index'
import { villageIndexOf } from '~/features/imports/village-index.queries.server'
import { zoneOf } from '~/features/regions/local-words'
import { withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { type AppError, notFound } from '~/platform/errors'
import { readSheetRows, type SheetNotes, type SheetRow } from '~/platform/spreadsheet/read'
import { searchKey } from '~/platform/text'
import type { Mapping, Reading } from './find-mapping.server'
import type { ListLayout } from './mapping.schema'
import { MAX_COLUMNS, refused, tooWide, unreadable, withoutRows } from './read-layout.server'
import { KindIndex, type ListedRow, type ListProblem, type ListReading, readListRow } from './read-list-row'

/** More than any regency has communities; a longer list is another kind of file. */
export const MAX_LIST_ROWS = 200_000
/** Rows after which others get their turn. */
const TURN = 500

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
  { layout, bytes }: { layout: ListLayout | null; bytes: Buffer },
  now: Instant,
): AsyncGenerator<WalkedRow> {
  if (!layout) throw refused('Kolom daftar ini belum dicocokkan. Unggah lagi berkasnya.')
  const { headerRow, columns } = layout
  const notes: SheetNotes = { merged: [] }
  const { seen, ...known } = await readKnown(reading, mapping, now)
  let rows = 0
  let sheet = ''
  try {
    for await (const row of readSheetRows(bytes, notes)) {
      if (row.row <= headerRow) continue
      if (++rows > MAX_LIST_ROWS) throw tooManyRows()
      sheet = row.sheet
      yield walkRow(row, { ...known, columns }, seen)
      if (rows % TURN === 0) await setImmediate()
    }
  } catch (error) {
    throw unreadable(error)
  }
  if (rows === 0) throw withoutRows()
  for (const { row, column, message } of mergedCells(notes.merged, {
    headerRow,
    columns: Object.values(columns),
  })) {
    yield { row, problems: [{ sheet, row, column, value: '', message }], fresh: null }
  }
}

function walkRow(row: SheetRow, reading: ListReading, seen: Set<string>): WalkedRow {
  if (row.cells.length > MAX_COLUMNS && row.cells.slice(MAX_COLUMNS).some((cell) => cell.trim() !== '')) {
    throw tooWide()
  }
  const { problems, listed } = readListRow(row, reading)
  if (!listed) return { row: row.row, problems, fresh: null }
  const key = `${listed.villageCode} ${searchKey(listed.name)}`
  const repeated = seen.has(key)
  seen.add(key)
  return { row: row.row, problems, fresh: repeated ? null : listed }
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
  const today = localDate(now, zoneOf(regencyCode))
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
