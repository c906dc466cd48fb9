import { nameOffices } from '~/features/coordination/office-names.server'
import { officesOf } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { fullName, NATION } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { findOwnPartner } from './find-partner.server'
import { partnerKindsOn } from './kinds.queries.server'

/** What the form of a partner offers: kinds, places near the office. */
export async function partnerFormScreen(services: Services, actor: Actor, placeCode: string | null = null) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const offices = officesOf(actor, 'partner.edit')
  const own = offices.filter((code) => code !== NATION)
  const codes = [
    ...new Set([...(placeCode ? [placeCode] : []), ...own, ...own.map((code) => code.slice(0, 2))]),
  ]
  const [names, regions] = await Promise.all([nameOffices(reading, offices), nameRegions(reading, codes)])
  return {
    formId: services.newId(),
    offices: offices.map((code) => ({ value: code, label: names.get(code) ?? code })),
    places: regions.map((region) => ({ value: region.code, label: fullName(region) })),
    kinds: (await partnerKindsOn(reading, localDate(services.clock(), 'WIB'))).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
  }
}
export type PartnerFormScreen = Awaited<ReturnType<typeof partnerFormScreen>>

/** A partner of the actor's own office, with what its form offers. @throws not_found */
export async function editPartnerScreen(services: Services, actor: Actor, partnerId: string) {
  const { store } = services
  const partner = await findOwnPartner({ db: store.read, tables: store.tables }, actor, partnerId)
  return { partner, screen: await partnerFormScreen(services, actor, partner.placeCode) }
}
