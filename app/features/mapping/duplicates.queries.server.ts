import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { choiceNames } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { type Place, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { findRow, type MappingRow, type Reading } from './find-mapping.server'
import { type ComparedName, comparing, likelySameCommunity } from './likely-pairs'
import { cursorOf, type MappingId, type RowCursor } from './mapping.schema'
import { mappingHead } from './mapping-screen.queries.server'
import { rowsBeyond } from './rows.queries.server'
import { contentOf } from './write-row.server'

/** A page ends once it holds so many pairs, or so many names were compared: it costs the same for any mapping. */
const PAIRS = 25
const COMPARISONS = 50_000
const ROWS = 2000
/** More communities than a village has: a row is compared with so many that follow it in the order of names. */
const NEAR = 500

/** Rows of one village with like names, row after row; `after` is the row with which the last page ended. */
export async function duplicatesScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  after: RowCursor | undefined,
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const found = await likelyPairs(reading, mappingId, after)
  return { head, ...found, begins: !after, merges: await lastMerges(reading, mappingId) }
}

async function likelyPairs(reading: Reading, mappingId: MappingId, after: RowCursor | undefined) {
  const found = await rowsAfter(reading, mappingId, after)
  const codes = found.map(({ villageCode }) => villageCode)
  const places = await findPlaces(reading, codes)
  const rows = withNames(found, places)
  const different = await toldApart(reading, mappingId, rows)
  const more = rows.length === ROWS
  const pairs: { place: string; rows: Pick<MappingRow, 'id' | 'name' | 'class'>[] }[] = []
  let compared = 0
  let done: RowCursor | undefined
  for (const [at, one] of rows.entries()) {
    // Of a village that goes on behind these rows, only those are compared that have all their neighbours here.
    if (more && one.villageCode === codes.at(-1) && at + NEAR >= rows.length) break
    const place = places.get(one.villageCode)
    for (const other of rows.slice(at + 1, at + 1 + NEAR)) {
      if (other.villageCode !== one.villageCode) break
      if (one.class === 'kim' && other.class === 'kim') continue
      compared++
      if (!likelySameCommunity(one.own, other.own)) continue
      if (different.has([one.id, other.id].sort().join(' '))) continue
      pairs.push({
        place: place ? [place.village, place.district].map(withWord).join(', ') : one.villageCode,
        rows: [one, other].map(({ id, name, class: rowClass }) => ({ id, name, class: rowClass })),
      })
    }
    done = one
    if (pairs.length >= PAIRS || compared >= COMPARISONS) break
  }
  return { pairs, next: done && (more || done !== rows.at(-1)) ? cursorOf(done) : undefined }
}

function rowsAfter(
  { db, tables }: Reading,
  mappingId: MappingId,
  after: RowCursor | undefined,
): Promise<MappingRow[]> {
  const { mappingRows } = tables
  return db
    .select()
    .from(mappingRows)
    .where(
      and(
        eq(mappingRows.mappingId, mappingId),
        eq(mappingRows.state, 'live'),
        after && rowsBeyond({ tables }, after, 'after'),
      ),
    )
    .orderBy(asc(mappingRows.villageCode), asc(mappingRows.nameKey), asc(mappingRows.id))
    .limit(ROWS)
}

/** Pairs of ids that somebody said are different communities. */
async function toldApart({ db, tables }: Reading, mappingId: MappingId, rows: MappingRow[]) {
  const { mappingDistinct } = tables
  const ids = rows.map(({ id }) => id)
  const apart = await db
    .select()
    .from(mappingDistinct)
    .where(and(eq(mappingDistinct.mappingId, mappingId), inArray(mappingDistinct.firstId, ids)))
  return new Set(apart.map(({ firstId, secondId }) => `${firstId} ${secondId}`))
}

/** Rows with their names ready to be compared, each read once. */
function withNames(rows: MappingRow[], places: Map<string, Place>): (MappingRow & { own: ComparedName })[] {
  const villages = new Map<string, ReturnType<typeof comparing>>()
  return rows.map((row) => {
    const place = places.get(row.villageCode)
    const above = place ? [place.village, place.district, place.regency].map(({ name }) => name) : []
    const read = villages.get(row.villageCode) ?? comparing(above)
    villages.set(row.villageCode, read)
    return { ...row, own: read(row.name) }
  })
}

/** The last merges that are not undone. */
async function lastMerges({ db, tables }: Reading, mappingId: MappingId) {
  const { mappingRows, mappingMerges } = tables
  const merges = await db
    .select({ merge: mappingMerges, kept: mappingRows.name })
    .from(mappingMerges)
    .innerJoin(mappingRows, eq(mappingRows.id, mappingMerges.keptId))
    .where(and(eq(mappingMerges.mappingId, mappingId), isNull(mappingMerges.undoneAt)))
    .orderBy(desc(mappingMerges.mergedAt), desc(mappingMerges.id))
    .limit(20)
  const merged = new Map(
    (merges.length === 0
      ? []
      : await db
          .select({ id: mappingRows.id, name: mappingRows.name })
          .from(mappingRows)
          .where(
            inArray(
              mappingRows.id,
              merges.map(({ merge }) => merge.mergedId),
            ),
          )
    ).map(({ id, name }) => [id, name]),
  )
  return merges.map(({ merge, kept }) => ({
    id: merge.id,
    keptId: merge.keptId,
    kept,
    merged: merged.get(merge.mergedId) ?? '',
    mergedAt: merge.mergedAt,
  }))
}

/** Two rows side by side, to choose from; a KIM comes first, because it is the one that is kept. */
export async function mergeScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  ids: { a: string; b: string },
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const pair = [await findRow(reading, mappingId, ids.a), await findRow(reading, mappingId, ids.b)]
  const [kept, other] = pair[1]?.class === 'kim' ? pair.reverse() : pair
  const kinds = await choiceNames(reading, 'communityKinds')
  const shown = (row: MappingRow) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    content: contentOf(row),
    kind: row.kindCode ? (kinds.get(row.kindCode) ?? row.kindCode) : null,
  })
  if (!kept || !other) throw new Error('two rows are compared')
  return { head, kept: shown(kept), other: shown(other) }
}
