import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { placeWords } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { canWrite } from '~/features/reporting/reports.policy'
import { localDate } from '~/platform/calendar'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { storePublication } from './make-publication.server'
import { outputWords } from './outputs'
import { collectors } from './outputs/collect.server'
import { type AskedPeriod, monthsOffered, periodOf, periodWords } from './periods'
import { showTable } from './preview.queries.server'
import { publicationsOfGroup } from './publications.queries.server'
import type { PublicationId } from './publications.schema'

const { title, lead, period } = outputWords.pertanggungjawaban

/** A group of the actor's own. @throws notFound for others' */
async function ownGroup({ store }: Services, actor: Actor, groupId: string) {
  const { groups } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const [group] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  const place = group && (await findPlace(reading, group.villageCode))
  if (!group || !place) throw notFound()
  return { group, place }
}

/** What the accountability sheet of a group would state, and the sheets that it made. @throws notFound for others' groups */
export async function accountabilityScreen(
  services: Services,
  actor: Actor,
  groupId: string,
  asked: AskedPeriod,
) {
  const { group, place } = await ownGroup(services, actor, groupId)
  const now = services.clock()
  const parameters = periodOf(period, asked, now, place.zone)
  const region = { code: group.villageCode, level: 'village' as const, name: '', above: [], zone: place.zone }
  const { tables, warnings, photos } = await collectors.pertanggungjawaban(services, {
    region,
    parameters,
    groupId,
  })
  return {
    title,
    lead,
    group: { id: group.id, name: group.name },
    months: monthsOffered(localDate(now, place.zone)),
    parameters,
    periodWords: periodWords(period, parameters),
    tables: await Promise.all(tables.map(showTable)),
    warnings,
    photoCount: photos?.length ?? 0,
    mayMake: canWrite(actor, group).allowed,
    formId: services.newId(),
    made: await publicationsOfGroup(services, groupId),
  }
}

interface Making {
  actor: Actor
  requestId: string
  id: PublicationId
  groupId: string
  period: AskedPeriod
}

/**
 * Numbers an accountability sheet of one's own group, for those who write its reports.
 * @throws notFound for others' groups; not_chair 403; group_closed and publication_id_used 409
 */
export async function makeAccountability(
  services: Services,
  { actor, requestId, id, groupId, period: asked }: Making,
): Promise<void> {
  const { group, place } = await ownGroup(services, actor, groupId)
  assertAllowed(canWrite(actor, group))
  const now = services.clock()
  const parameters = periodOf(period, asked, now, place.zone)
  await storePublication(
    services,
    {
      id,
      output: 'pertanggungjawaban',
      title,
      regionCode: group.villageCode,
      place: `${group.name}, ${placeWords(place)}`,
      period: periodWords(period, parameters),
      office: group.name,
      parameters,
      groupId,
      madeBy: actor.id,
      madeAt: now,
      provinceCode: group.provinceCode,
      regencyCode: group.regencyCode,
    },
    {
      series: `R-${group.number}-${localDate(now, place.zone).slice(0, 4)}`,
      role: 'volunteer',
      requestId,
    },
  )
}
