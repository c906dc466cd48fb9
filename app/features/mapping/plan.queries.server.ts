import { and, asc } from 'drizzle-orm'
import { choiceNames } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import type { FollowUp, MappingId } from './mapping.schema'
import { emptyVillages, numbersByDistrict, sumOf } from './mapping-numbers.queries.server'
import { mappingHead } from './mapping-screen.queries.server'
import { rowsSought } from './rows.queries.server'

const SHOWN = 25
/** What the plan is made of, in the order in which offices speak of it. */
export const planned = ['form', 'strengthen', 'partner'] as const satisfies readonly FollowUp[]

/** What a mapping yields: where to form a KIM, whom to strengthen, with whom to agree; the first of each list. */
export async function planScreen(services: Services, actor: Actor, mappingId: MappingId) {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const { mappingRows } = store.tables
  const head = await mappingHead(services, actor, mappingId)
  const kinds = await choiceNames(reading, 'communityKinds')
  const sum = sumOf((await numbersByDistrict(reading, mappingId)).values())
  const lists = await Promise.all(
    planned.map(async (followUp) => {
      const rows = await store.read
        .select()
        .from(mappingRows)
        .where(and(rowsSought(reading, mappingId, { q: '', tindak: followUp }, head.regency.code)))
        .orderBy(asc(mappingRows.villageCode), asc(mappingRows.nameKey), asc(mappingRows.id))
        .limit(SHOWN)
      const places = await findPlaces(
        reading,
        rows.map(({ villageCode }) => villageCode),
      )
      return {
        followUp,
        total: sum.followUps[followUp],
        rows: rows.map((row) => {
          const place = places.get(row.villageCode)
          return {
            id: row.id,
            groupId: row.groupId,
            name: row.name,
            class: row.class,
            kind: row.kindCode ? (kinds.get(row.kindCode) ?? row.kindCode) : null,
            place: place ? [place.village, place.district].map(withWord).join(', ') : row.villageCode,
            gap: row.gap,
          }
        }),
      }
    }),
  )
  const empty = await emptyVillages(reading, { id: mappingId, regencyCode: head.regency.code })
  return { head, lists, emptyVillages: empty.size }
}
