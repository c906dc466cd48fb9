import { NATION } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type CutOff, cutOffFor } from './cut-off'
import { type ListKind, lists } from './list-kinds'
import { type ListRow, namesAbove, rowsIn } from './list-rows.queries.server'
import { codesBelow, numbersOf } from './region-numbers.queries.server'
import { findShownRegion, type ShownRegion } from './shown-region.queries.server'

interface Reading {
  db: Database
  tables: Tables
}

export const LIST_PAGE = 50

export interface CoverageList {
  region: ShownRegion
  cutOff: CutOff
  kind: ListKind
  total: number
  page: number
  pageCount: number
  rows: ListRow[]
  /** Names with their words, by code: of the villages and districts of the rows and all above. */
  names: Map<string, string>
}

/** One page of the list behind a number; null for an unknown region and for a village, whose page is its list. */
export async function coverageList(
  { store, clock }: Services,
  { code, kind, date, page }: { code: string; kind: ListKind; date?: string; page: number },
): Promise<CoverageList | null> {
  const reading = { db: store.read, tables: store.tables }
  const region = await findShownRegion(reading, code)
  if (!region || region.level === 'village') return null
  const cutOff = cutOffFor(date, clock(), region.zone)
  const total = await countOf(reading, code, kind, cutOff.date)
  const pageCount = Math.max(1, Math.ceil(total / LIST_PAGE))
  const shown = Math.min(Math.max(1, page), pageCount)
  const rows = await rowsOfPage(reading, code, kind, cutOff.date, (shown - 1) * LIST_PAGE)
  const names = await namesAbove(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  return { region, cutOff, kind, total, page: shown, pageCount, rows, names }
}

async function countOf(reading: Reading, code: string, kind: ListKind, date: string): Promise<number> {
  const numbers = (await numbersOf(reading, [code], date)).get(code)
  return numbers ? lists[kind].count(numbers) : 0
}

async function rowsOfPage(
  reading: Reading,
  code: string,
  kind: ListKind,
  date: string,
  offset: number,
): Promise<ListRow[]> {
  const parts = await partsOfPage(reading, code, kind, date, { offset, limit: LIST_PAGE })
  if (parts.length === 0) return []
  const rows = await rowsIn(
    reading,
    kind,
    parts.map(({ code: districtCode }) => districtCode),
    date,
  )
  return parts.flatMap(({ code: districtCode, offset: from, limit }) =>
    rows.filter((row) => row.districtCode === districtCode).slice(from, from + limit),
  )
}

interface Part {
  code: string
  offset: number
  limit: number
}

/**
 * In which districts the lines of a page lie, found downwards from the counts of the regions: the cost is the regions
 * on the way and the lines shown, however long the list is.
 */
async function partsOfPage(
  reading: Reading,
  code: string,
  kind: ListKind,
  date: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<Part[]> {
  if (code !== NATION && code.length === 6) return [{ code, offset, limit }]
  const numbers = await numbersOf(reading, await codesBelow(reading, code), date)
  const parts: Part[] = []
  let skip = offset
  let left = limit
  for (const [below, found] of numbers) {
    const there = lists[kind].count(found)
    if (left > 0 && skip < there) {
      const part = { offset: skip, limit: Math.min(left, there - skip) }
      parts.push(...(await partsOfPage(reading, below, kind, date, part)))
      left -= part.limit
    }
    skip = Math.max(0, skip - there)
  }
  return parts
}

/** Every line of a list with its names, regency by regency, for a file that is written while it is read. */
export async function* everyRow(
  reading: Reading,
  code: string,
  kind: ListKind,
  date: string,
): AsyncGenerator<{ row: ListRow; names: Map<string, string> }> {
  if (code === NATION || code.length === 2) {
    for (const below of await codesBelow(reading, code)) yield* everyRow(reading, below, kind, date)
    return
  }
  const districtCodes = code.length === 6 ? [code] : await codesBelow(reading, code)
  if (districtCodes.length === 0) return
  const rows = await rowsIn(reading, kind, districtCodes, date)
  const names = await namesAbove(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  for (const row of rows) yield { row, names }
}
