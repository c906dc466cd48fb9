import { and, asc, eq } from 'drizzle-orm'
import { choiceNames, choicesOn } from '~/features/choices/choices.queries.server'
import { type Actor, mayIn } from '~/features/identity/actor'
import { pickerState } from '~/features/regions/picker.queries.server'
import { placeWords } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { findRow, type Reading } from './find-mapping.server'
import { invitationsOf } from './invitations.queries.server'
import type { MappingId, MappingRowId } from './mapping.schema'
import { mappingHead } from './mapping-screen.queries.server'
import { contentOf } from './write-row.server'

/** The form for a community found in a village: first the village, then what stands there already and the fields. */
export async function newRowScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  query: { cari: string; wilayah: string },
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const head = await mappingHead(services, actor, mappingId)
  if (!head.mayEdit) throw notFound()
  const picker = await pickerState(services, query, { within: head.regency.code })
  const today = localDate(services.clock(), head.zone)
  return {
    head,
    picker,
    id: services.newId(),
    today,
    surveyor: actor.name,
    kinds: await choicesOn(reading, 'communityKinds', today),
    there: picker.chosen ? await namesInVillage(reading, mappingId, picker.chosen.code) : [],
  }
}

async function namesInVillage(
  { db, tables: { mappingRows } }: Reading,
  mappingId: string,
  villageCode: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: mappingRows.id, name: mappingRows.name })
    .from(mappingRows)
    .where(
      and(
        eq(mappingRows.mappingId, mappingId),
        eq(mappingRows.state, 'live'),
        eq(mappingRows.villageCode, villageCode),
      ),
    )
    .orderBy(asc(mappingRows.nameKey), asc(mappingRows.id))
    .limit(50)
}

/** Everything about one row. @throws not_found also outside the actor's reach */
export async function rowScreen(services: Services, actor: Actor, mappingId: MappingId, rowId: MappingRowId) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const row = await findRow(reading, mappingId, rowId)
  const place = await findPlace(reading, row.villageCode)
  const today = localDate(services.clock(), head.zone)
  const names = await choiceNames(reading, 'communityKinds')
  return {
    head,
    id: row.id,
    version: row.version,
    state: row.state,
    source: row.source,
    groupId: row.groupId,
    predecessorId: row.predecessorId,
    villageCode: row.villageCode,
    place: place ? placeWords(place) : row.villageCode,
    content: contentOf(row),
    kind: row.kindCode ? (names.get(row.kindCode) ?? row.kindCode) : null,
    today,
    now: services.clock(),
    mayInvite:
      mayIn(actor, 'mapping.edit', row) &&
      head.status !== 'draft' &&
      row.state === 'live' &&
      row.class !== 'kim',
    invitations: await invitationsOf(reading, [row.id, ...(row.predecessorId ? [row.predecessorId] : [])]),
  }
}

/** The form that changes a row. @throws not_found where it cannot be changed */
export async function editRowScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  rowId: MappingRowId,
  query: { cari: string; wilayah: string },
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const screen = await rowScreen(services, actor, mappingId, rowId)
  if (!screen.head.mayEdit || screen.state !== 'live') throw notFound()
  const { regency } = screen.head
  const wilayah = query.wilayah || (query.cari ? '' : screen.villageCode)
  const { kindCode } = screen.content
  return {
    ...screen,
    picker: await pickerState(services, { cari: query.cari, wilayah }, { within: regency.code }),
    kinds: await choicesOn(reading, 'communityKinds', screen.today, kindCode ? [kindCode] : []),
  }
}
