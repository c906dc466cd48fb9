import { type Actor, reach } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { childrenOf, nameRegions } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { type AuditScreen, auditScreen } from './audit.queries.server'
import type { AuditQuery } from './audit.schema'

/** The trail with its filters, and the regions that the actor may choose between. */
export async function auditPage(
  services: Services,
  actor: Actor,
  query: AuditQuery,
): Promise<AuditScreen & { query: AuditQuery; regions: { code: string; name: string }[] }> {
  const screen = await auditScreen(services, actor, {
    action: query.tindakan,
    actor: query.pelaku,
    subject: query.subjek,
    regionCode: query.wilayah,
    from: query.dari,
    until: query.sampai,
    before: query.sebelum,
  })
  return { ...screen, query, regions: await regionsOf(services, actor) }
}

/** For national eyes the provinces; for a province its regencies; for a regency itself. */
async function regionsOf({ store }: Services, actor: Actor) {
  const reading = { db: store.read, tables: store.tables }
  const { national, provinceCodes, regencyCodes } = reach(actor, 'audit.read')
  const children = await Promise.all(
    (national ? [null] : provinceCodes).map((code) => childrenOf(reading, code)),
  )
  const own = national ? [] : await nameRegions(reading, regencyCodes)
  return [...children.flat(), ...own].map((region) => ({
    code: region.code,
    name: national ? region.name : withWord(region),
  }))
}
