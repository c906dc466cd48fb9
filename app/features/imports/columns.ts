import { z } from 'zod'
import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { searchKey } from '~/platform/text'

/** What the columns of a kind of list may hold; every list says in which village. */
export interface ListShape {
  fields: readonly string[]
  /** What a column may hold, as the officer reads it. */
  words: Record<string, string>
  /** Headings as offices write them, in the order in which they are tried: the more particular ones first. */
  headings: readonly (readonly [field: string, heading: RegExp])[]
  required: readonly string[]
}

/** Which column, counted from 0, holds which field. */
type Columns = Record<string, number>

/** Lists often carry a title and an empty line above their headings. */
export const HEADER_WITHIN = 15

/** The field that a heading most likely names. */
export function guessField({ headings }: ListShape, heading: string): string | undefined {
  const key = searchKey(heading)
  return key === '' ? undefined : headings.find(([, pattern]) => pattern.test(key))?.[0]
}

/** Guesses for each field the first column whose heading names it. */
export function guessColumns(shape: ListShape, headers: string[]): Columns {
  const guesses = headers.map((header) => guessField(shape, header))
  return Object.fromEntries(
    shape.fields.flatMap((field): [string, number][] => {
      const at = guesses.indexOf(field)
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

/**
 * Which of a list's first rows, counted from 0, holds the headings: the one that names the most fields; where none
 * names two, the first with more than a title in it. -1 for rows without anything.
 */
export function headingRow(shape: ListShape, rows: string[][]): number {
  const first = rows.slice(0, HEADER_WITHIN)
  const named = first.map((row) => new Set(row.flatMap((cell) => guessField(shape, cell) ?? [])).size)
  const most = Math.max(...named)
  if (most > 1) return named.indexOf(most)
  const filled = first.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const wide = filled.findIndex((cells) => cells > 1)
  return wide < 0 ? filled.findIndex((cells) => cells > 0) : wide
}

/** What is wrong with a choice of columns; null when the rows can be read. */
export function columnsProblem(
  { words, required }: ListShape,
  columns: Record<string, number | undefined>,
): string | null {
  if (columns.village === undefined && columns.villageCode === undefined) {
    return 'Pilih kolom nama desa atau kolom kode desa.'
  }
  const missing = required.filter((field) => columns[field] === undefined)
  if (missing.length > 0) {
    return `Pilih kolom untuk ${missing.map((field) => `“${words[field]}”`).join(', ')}.`
  }
  const chosen = Object.values(columns).filter((column) => column !== undefined)
  const twice = chosen.find((column, at) => chosen.indexOf(column) !== at)
  return twice === undefined
    ? null
    : `Kolom ${columnLetter(twice)} dipilih dua kali. Pilih kolom lain untuk salah satunya.`
}

const column = z.coerce.number().int().min(0).max(999).optional()

/** The part of a form that says which column holds what, as `ColumnFields` sends it; fields left empty are left out. */
export function columnsForm({ fields }: Pick<ListShape, 'fields'>) {
  return z
    .object(Object.fromEntries(fields.map((field) => [field, column])))
    .transform(
      (chosen): Columns =>
        Object.fromEntries(
          Object.entries(chosen).flatMap(([field, at]) => (at === undefined ? [] : [[field, at]])),
        ),
    )
}
