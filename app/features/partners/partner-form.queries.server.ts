import { and, eq, ne } from 'drizzle-orm'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { nameOffices } from '~/features/coordination/office-names.server'
import { officesOf } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { fullName, NATION } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { findOwnPartner } from './find-partner.server'
import { answersOfRow } from './partner-of-row'

/** What the form of a partner offers: kinds, places near the office, and what a known partner carries already. */
export async function partnerFormScreen(
  services: Services,
  actor: Actor,
  known?: { kindCode?: string; placeCode: string | null },
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const offices = officesOf(actor, 'partner.edit')
  const own = offices.filter((code) => code !== NATION)
  const codes = [
    ...new Set([
      ...(known?.placeCode ? [known.placeCode] : []),
      ...own,
      ...own.map((code) => code.slice(0, 2)),
    ]),
  ]
  const today = localDate(services.clock(), 'WIB')
  const [names, regions, kinds] = await Promise.all([
    nameOffices(reading, offices),
    nameRegions(reading, codes),
    choicesOn(reading, 'partnerKinds', today, known?.kindCode ? [known.kindCode] : []),
  ])
  return {
    formId: services.newId(),
    offices: offices.map((code) => ({ value: code, label: names.get(code) ?? code })),
    places: regions.map((region) => ({ value: region.code, label: fullName(region) })),
    kinds: kinds.map(({ code, name }) => ({ value: code, label: name })),
  }
}
export type PartnerFormScreen = Awaited<ReturnType<typeof partnerFormScreen>>

/**
 * The form of a new partner; of a community that a mapping proposes it begins with what the row holds.
 * @throws not_found for a row out of reach, one that was taken out, and a KIM, which needs no partner of its name
 */
export async function newPartnerScreen(services: Services, actor: Actor, rowId?: string) {
  if (!rowId) return { screen: await partnerFormScreen(services, actor), from: null }
  const { mappings, mappingRows } = services.store.tables
  const [found] = await services.store.read
    .select({ row: mappingRows, title: mappings.title })
    .from(mappingRows)
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .where(
      and(
        eq(mappingRows.id, rowId),
        eq(mappingRows.state, 'live'),
        ne(mappingRows.class, 'kim'),
        inReach(actor, 'mapping.read', mappings),
      ),
    )
  if (!found) throw notFound()
  const { row, title } = found
  return {
    screen: await partnerFormScreen(services, actor, { placeCode: row.villageCode }),
    from: {
      href: `/dinas/pemetaan/${row.mappingId}/baris/${row.id}`,
      name: row.name,
      title,
      answers: answersOfRow(row),
    },
  }
}

/** A partner of the actor's own office, with what its form offers. @throws not_found */
export async function editPartnerScreen(services: Services, actor: Actor, partnerId: string) {
  const { store } = services
  const partner = await findOwnPartner({ db: store.read, tables: store.tables }, actor, partnerId)
  return { partner, screen: await partnerFormScreen(services, actor, partner) }
}
