import { partnershipsListed } from '~/features/partnerships/public-partnerships.queries.server'
import { NATION } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type CutOff, cutOffFor } from './cut-off'
import { villageNumbers } from './groups-on-date.queries.server'
import { type ListKind, lists } from './list-kinds'
import { activityRows, type ListRow, namesAbove, type PlacedKind, rowsIn } from './list-rows.queries.server'
import { mapNumbersOf, type On } from './map-numbers.queries.server'
import { codesBelow } from './region-numbers.queries.server'
import { findShownRegion, type ShownRegion } from './shown-region.queries.server'

interface Reading {
  db: Database
  tables: Tables
}

export const LIST_PAGE = 50

const isVillage = (code: string) => code.length === 10

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

/**
 * One page of the list behind a number; null for an unknown region.
 * Of a village there is the list of activities only: its page lists the rest.
 */
export async function coverageList(
  { store, clock }: Services,
  { code, kind, date, page }: { code: string; kind: ListKind; date?: string; page: number },
): Promise<CoverageList | null> {
  const reading = { db: store.read, tables: store.tables }
  const region = await findShownRegion(reading, code)
  if (!region || (region.level === 'village' && kind !== 'kegiatan')) return null
  const cutOff = cutOffFor(lists[kind].todayOnly ? undefined : date, clock(), region.zone)
  const total = await countOf(reading, code, kind, cutOff)
  const pageCount = Math.max(1, Math.ceil(total / LIST_PAGE))
  const shown = Math.min(Math.max(1, page), pageCount)
  const rows = await rowsOfPage(reading, code, kind, cutOff, (shown - 1) * LIST_PAGE)
  const names = await namesAbove(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  return { region, cutOff, kind, total, page: shown, pageCount, rows, names }
}

async function countOf(reading: Reading, code: string, kind: ListKind, on: On): Promise<number> {
  if (isVillage(code)) {
    return (await villageNumbers(reading, { villageCode: code }, on.date)).get(code)?.recentActivities ?? 0
  }
  const numbers = (await mapNumbersOf(reading, [code], on)).get(code)
  return numbers ? lists[kind].count(numbers) : 0
}

async function rowsOfPage(
  reading: Reading,
  code: string,
  kind: ListKind,
  on: On,
  offset: number,
): Promise<ListRow[]> {
  if (kind === 'kemitraan') return partnershipRows(reading, code, { offset, limit: LIST_PAGE })
  if (isVillage(code)) return (await rowsInOne(reading, code, kind, on)).slice(offset, offset + LIST_PAGE)
  const parts = await partsOfPage(reading, code, kind, on, { offset, limit: LIST_PAGE })
  if (parts.length === 0) return []
  const rows = await rowsIn(
    reading,
    kind,
    parts.map(({ code: districtCode }) => districtCode),
    on,
  )
  return parts.flatMap(({ code: districtCode, offset: from, limit }) =>
    rows.filter((row) => row.districtCode === districtCode).slice(from, from + limit),
  )
}

/** Partnerships belong to offices, not to districts: they are walked from the latest. */
async function partnershipRows(
  reading: Reading,
  code: string,
  page: { offset: number; limit: number },
): Promise<ListRow[]> {
  return (await partnershipsListed(reading, code, page)).map(({ id, ...listed }) => ({
    key: id,
    villageCode: code,
    districtCode: code,
    line: { of: 'partnership', ...listed },
  }))
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
  kind: PlacedKind,
  on: On,
  { offset, limit }: { offset: number; limit: number },
): Promise<Part[]> {
  if (code !== NATION && code.length === 6) return [{ code, offset, limit }]
  const numbers = await mapNumbersOf(reading, await codesBelow(reading, code), on)
  const parts: Part[] = []
  let skip = offset
  let left = limit
  for (const [below, found] of numbers) {
    const there = lists[kind].count(found)
    if (left > 0 && skip < there) {
      const part = { offset: skip, limit: Math.min(left, there - skip) }
      parts.push(...(await partsOfPage(reading, below, kind, on, part)))
      left -= part.limit
    }
    skip = Math.max(0, skip - there)
  }
  return parts
}

/** Every line of a list of a regency, a district or a village. */
async function rowsInOne(reading: Reading, code: string, kind: PlacedKind, on: On): Promise<ListRow[]> {
  if (isVillage(code)) return activityRows(reading, { villageCode: code }, on.date)
  const districtCodes = code.length === 6 ? [code] : await codesBelow(reading, code)
  return districtCodes.length === 0 ? [] : rowsIn(reading, kind, districtCodes, on)
}

const FILE_PART = 1000

/** Every line of a list with its names, part by part, for a file that is written while it is read. */
export async function* everyRow(
  reading: Reading,
  code: string,
  kind: ListKind,
  on: On,
): AsyncGenerator<{ row: ListRow; names: Map<string, string> }> {
  if (kind === 'kemitraan') {
    for (let offset = 0, more = true; more; offset += FILE_PART) {
      const rows = await partnershipRows(reading, code, { offset, limit: FILE_PART })
      for (const row of rows) yield { row, names: new Map() }
      more = rows.length === FILE_PART
    }
    return
  }
  if (code === NATION || code.length === 2) {
    for (const below of await codesBelow(reading, code)) yield* everyRow(reading, below, kind, on)
    return
  }
  const rows = await rowsInOne(reading, code, kind, on)
  const names = await namesAbove(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  for (const row of rows) yield { row, names }
}
