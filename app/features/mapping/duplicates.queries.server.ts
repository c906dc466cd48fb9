import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { choiceNames } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { findRow, type MappingRow } from './find-mapping.server'
import { likelySameCommunity } from './likely-pairs'
import type { MappingId } from './mapping.schema'
import { mappingHead } from './mapping-screen.queries.server'
import { contentOf } from './write-row.server'

/** A page holds this many pairs, found among at most so many rows: the cost stays the same for any mapping. */
const PAIRS = 25
const ROWS = 2000

/** Rows of one village with like names, village after village; `after` is the village where the last page ended. */
export async function duplicatesScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  after: string,
) {
  const { store } = services
  const { mappingRows, mappingDistinct, mappingMerges } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const rows = await store.read
    .select()
    .from(mappingRows)
    .where(
      and(
        eq(mappingRows.mappingId, mappingId),
        eq(mappingRows.state, 'live'),
        gt(mappingRows.villageCode, after),
      ),
    )
    .orderBy(asc(mappingRows.villageCode), asc(mappingRows.nameKey), asc(mappingRows.id))
    .limit(ROWS)
  const places = await findPlaces(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  const apart = await store.read
    .select()
    .from(mappingDistinct)
    .where(
      and(
        eq(mappingDistinct.mappingId, mappingId),
        inArray(
          mappingDistinct.firstId,
          rows.map(({ id }) => id),
        ),
      ),
    )
  const different = new Set(apart.map(({ firstId, secondId }) => `${firstId} ${secondId}`))
  const found: { place: string; rows: { id: string; name: string; class: MappingRow['class'] }[] }[] = []
  let next: string | undefined = rows.length === ROWS ? rows.at(-1)?.villageCode : undefined
  for (const [villageCode, there] of byVillage(rows)) {
    const place = places.get(villageCode)
    const names = place ? [place.village, place.district, place.regency].map(({ name }) => name) : []
    for (const [one, other] of pairsOf(there)) {
      if (one.class === 'kim' && other.class === 'kim') continue
      if (different.has([one.id, other.id].sort().join(' '))) continue
      if (!likelySameCommunity(one.name, other.name, names)) continue
      found.push({
        place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
        rows: [one, other].map(({ id, name, class: rowClass }) => ({ id, name, class: rowClass })),
      })
    }
    if (found.length < PAIRS) continue
    next = villageCode === rows.at(-1)?.villageCode ? next : villageCode
    break
  }
  const merges = await store.read
    .select({ merge: mappingMerges, kept: mappingRows.name })
    .from(mappingMerges)
    .innerJoin(mappingRows, eq(mappingRows.id, mappingMerges.keptId))
    .where(and(eq(mappingMerges.mappingId, mappingId), isNull(mappingMerges.undoneAt)))
    .orderBy(desc(mappingMerges.mergedAt), desc(mappingMerges.id))
    .limit(20)
  const merged = new Map(
    (merges.length === 0
      ? []
      : await store.read
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
  return {
    head,
    pairs: found,
    next,
    merges: merges.map(({ merge, kept }) => ({
      id: merge.id,
      keptId: merge.keptId,
      kept,
      merged: merged.get(merge.mergedId) ?? '',
      mergedAt: merge.mergedAt,
    })),
  }
}

function byVillage(rows: MappingRow[]): Map<string, MappingRow[]> {
  const villages = new Map<string, MappingRow[]>()
  for (const row of rows) {
    const there = villages.get(row.villageCode)
    if (there) there.push(row)
    else villages.set(row.villageCode, [row])
  }
  return villages
}

function* pairsOf(rows: MappingRow[]): Generator<[MappingRow, MappingRow]> {
  for (const [at, one] of rows.entries()) for (const other of rows.slice(at + 1)) yield [one, other]
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
