import { type Actor, mayIn } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { withWord, wordsOf } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import type { Zone } from '~/platform/calendar'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { documentProgress } from './document.queries.server'
import { findMapping, type Mapping } from './find-mapping.server'
import type { MappingId } from './mapping.schema'
import {
  broughtBy,
  emptyVillages,
  type MappingNumbers,
  noNumbers,
  numbersByDistrict,
  sumOf,
} from './mapping-numbers.queries.server'
import { type DistrictOf, districtsWithVillages } from './villages.queries.server'

/** What every page of a mapping says on top. */
export interface MappingHead
  extends Pick<
    Mapping,
    'id' | 'status' | 'title' | 'beginsOn' | 'endsOn' | 'statusSince' | 'number' | 'settledOn' | 'version'
  > {
  regency: { code: string; name: string }
  zone: Zone
  mayEdit: boolean
}

/** A mapping with its place, for the top of a page. @throws not_found also outside the actor's reach */
export async function mappingHead(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
): Promise<MappingHead> {
  const reading = { db: services.store.read, tables: services.store.tables }
  return headOf(services, actor, await findMapping(reading, actor, mappingId))
}

async function headOf(services: Services, actor: Actor, found: Mapping): Promise<MappingHead> {
  const { id, status, title, beginsOn, endsOn, statusSince, number, settledOn, version } = found
  return {
    ...{ id, status, title, beginsOn, endsOn, statusSince, number, settledOn, version },
    ...(await whileUnchanged(services, `mapped regency ${found.regencyCode}`, () =>
      regencyOf(services, found.regencyCode),
    )),
    mayEdit: mayIn(actor, 'mapping.edit', found) && found.status === 'running',
  }
}

async function regencyOf({ store }: Services, code: string): Promise<Pick<MappingHead, 'regency' | 'zone'>> {
  const reading = { db: store.read, tables: store.tables }
  const regency = await nameRegion(reading, code)
  if (!regency) throw notFound()
  return { regency: { code, name: withWord(regency) }, zone: zoneOf(code) }
}

export interface DistrictLine extends MappingNumbers {
  code: string
  name: string
  villages: number
  /** Villages with neither a KIM nor a candidate. */
  empty: number
}

/** The matrix of a mapping: districts down, those with the most villages without anything first. */
export async function mappingScreen(services: Services, actor: Actor, mappingId: MappingId) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const found = await findMapping(reading, actor, mappingId)
  const [head, districts, numbers, empty, brought] = await Promise.all([
    headOf(services, actor, found),
    whileUnchanged(services, `mapped villages ${found.regencyCode}`, () =>
      districtsWithVillages(reading, found.regencyCode),
    ),
    numbersByDistrict(reading, mappingId),
    emptyVillages(reading, found),
    broughtBy(reading, mappingId),
  ])
  const lines = linesOf(districts, numbers, empty)
  return {
    head,
    maySteer: mayIn(actor, 'mapping.edit', found),
    previousId: found.previousId,
    document:
      found.status === 'settled'
        ? { bytes: found.bytes, progress: await documentProgress(services, mappingId) }
        : null,
    lines,
    words: {
      districts: wordsOf(districts),
      villages: wordsOf(districts.flatMap(({ villages }) => villages)),
    },
    sum: {
      ...sumOf(lines),
      villages: lines.reduce((sum, { villages }) => sum + villages, 0),
      empty: lines.reduce((sum, { empty }) => sum + empty, 0),
    },
    brought,
  }
}

function linesOf(
  districts: DistrictOf[],
  numbers: Map<string, MappingNumbers>,
  empty: Set<string>,
): DistrictLine[] {
  return districts
    .map(({ villages, ...district }) => ({
      ...(numbers.get(district.code) ?? noNumbers()),
      code: district.code,
      name: withWord(district),
      villages: villages.length,
      empty: villages.filter(({ code }) => empty.has(code)).length,
    }))
    .sort((a, b) => b.empty - a.empty || (a.code < b.code ? -1 : 1))
}

/** Villages in which the mapping holds nothing, by district; of one district when its code is given. */
export async function emptyVillagesScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  districtCode: string,
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const head = await mappingHead(services, actor, mappingId)
  const districts = await districtsWithVillages(reading, head.regency.code)
  const empty = await emptyVillages(reading, { id: mappingId, regencyCode: head.regency.code })
  const shown = districts.filter(({ code }) => districtCode === '' || code === districtCode)
  return {
    head,
    district: districtCode === '' ? null : (shown[0] ?? null),
    villages: shown.reduce((sum, { villages }) => sum + villages.length, 0),
    districts: shown
      .map((district) => ({
        ...district,
        villages: district.villages.filter(({ code }) => empty.has(code)),
      }))
      .filter(({ villages }) => villages.length > 0),
  }
}
