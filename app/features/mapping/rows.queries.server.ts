import { and, asc, between, desc, eq, gt, gte, lt, lte, or, type SQL } from 'drizzle-orm'
import { choiceNames } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { Reading } from './find-mapping.server'
import { cursorOf, type MappingId, type RowCursor, type RowsQuery } from './mapping.schema'
import { numbersByDistrict, sumOf } from './mapping-numbers.queries.server'
import { mappingHead } from './mapping-screen.queries.server'

const PAGE = 50

/** The living rows of a mapping that a filter finds, one page by village and name. */
export async function rowsScreen(services: Services, actor: Actor, mappingId: MappingId, query: RowsQuery) {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const filter = await regionFilterState(services, filteredCode(query), head.regency.code)
  const [kinds, numbers, page] = await Promise.all([
    choiceNames(reading, 'communityKinds'),
    numbersByDistrict(reading, mappingId),
    readPage(reading, query, rowsSought(reading, mappingId, query, filter.code)),
  ])
  const places = await findPlaces(
    reading,
    page.rows.map(({ villageCode }) => villageCode),
  )
  return {
    head,
    filter,
    kinds: [...kinds].map(([code, name]) => ({ code, name })),
    total: sumOf(numbers.values()).rows,
    previous: page.previous,
    next: page.next,
    rows: page.rows.map((row) => {
      const place = places.get(row.villageCode)
      return {
        id: row.id,
        name: row.name,
        class: row.class,
        followUp: row.followUp,
        kind: row.kindCode ? (kinds.get(row.kindCode) ?? row.kindCode) : null,
        village: place ? withWord(place.village) : row.villageCode,
        district: place ? withWord(place.district) : '',
        surveyedOn: row.surveyedOn,
      }
    }),
  }
}

/** What a filter of the list looks for; `within` is the regency or one of its districts. */
export function rowsSought(
  { tables: { mappingRows } }: Reading,
  mappingId: string,
  { q, kelas, tindak, jenis }: Pick<RowsQuery, 'q' | 'kelas' | 'tindak' | 'jenis'>,
  within: string,
): SQL | undefined {
  const key = searchKey(q)
  return and(
    eq(mappingRows.mappingId, mappingId),
    eq(mappingRows.state, 'live'),
    // A district is a stretch of village codes: the index that gives the order finds it.
    within.length === 6 ? between(mappingRows.villageCode, within, within.padEnd(10, '9')) : undefined,
    kelas ? eq(mappingRows.class, kelas) : undefined,
    tindak ? eq(mappingRows.followUp, tindak) : undefined,
    jenis ? eq(mappingRows.kindCode, jenis) : undefined,
    q && key === '' ? eq(mappingRows.id, '') : undefined,
    ...key
      .split(' ')
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => likeAnywhere(mappingRows.nameKey, word)),
  )
}

/** What lies beyond a place in the list. The plain bound on the village lets both engines walk the index. */
export function rowsBeyond(
  { tables: { mappingRows } }: Pick<Reading, 'tables'>,
  { villageCode, nameKey, id }: RowCursor,
  direction: 'after' | 'before',
): SQL | undefined {
  const [further, upTo] = direction === 'after' ? [gt, gte] : [lt, lte]
  return and(
    upTo(mappingRows.villageCode, villageCode),
    or(
      further(mappingRows.villageCode, villageCode),
      and(
        eq(mappingRows.villageCode, villageCode),
        or(
          further(mappingRows.nameKey, nameKey),
          and(eq(mappingRows.nameKey, nameKey), further(mappingRows.id, id)),
        ),
      ),
    ),
  )
}

async function readPage(reading: Reading, query: RowsQuery, where: SQL | undefined) {
  const { db, tables } = reading
  const { mappingRows } = tables
  const back = query.sebelum !== undefined
  const place = query.sebelum ?? query.setelah
  const order = back ? desc : asc
  const found = await db
    .select()
    .from(mappingRows)
    .where(and(where, place && rowsBeyond(reading, place, back ? 'before' : 'after')))
    .orderBy(order(mappingRows.villageCode), order(mappingRows.nameKey), order(mappingRows.id))
    .limit(PAGE + 1)
  const more = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (back) rows.reverse()
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    rows,
    previous: (back ? more : query.setelah !== undefined) && first ? cursorOf(first) : undefined,
    next: (back || more) && last ? cursorOf(last) : undefined,
  }
}
