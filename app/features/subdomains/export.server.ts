import { and, asc, eq } from 'drizzle-orm'
import { recordExport } from '~/features/audit/record-export.server'
import type { Actor } from '~/features/identity/actor'
import { findPlaces } from '~/features/regions/places.queries.server'
import { settingAt } from '~/features/settings/settings.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type NameToActivate, namesAsCsv, namesAsZone } from './export-formats'

export type ExportFormat = 'csv' | 'zone'

/**
 * The list of names to be activated (endorsed, of groups in good standing) as a file, oldest first.
 * The audit trail keeps who took it, in which format and how many names it held.
 */
export async function exportNames(
  services: Services,
  actor: Actor,
  format: ExportFormat,
  requestId?: string,
): Promise<{ fileName: string; contentType: string; body: string }> {
  const { store, clock } = services
  const now = clock()
  const names = await namesToActivate(services)
  await recordExport(services, {
    actor: { id: actor.id, role: 'registrar' },
    action: 'subdomain.exported',
    subject: { kind: 'subdomain_export', id: format },
    delta: { names: [null, names.length] },
    requestId,
  })
  const date = localDate(now, 'WIB')
  if (format === 'csv') {
    return {
      fileName: `kim-id-siap-aktif-${date}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body: namesAsCsv(names),
    }
  }
  const target = await settingAt(
    { db: store.read, tables: store.tables },
    'subdomainTarget',
    { provinceCode: '', regencyCode: '' },
    date,
  )
  return {
    fileName: `kim-id-${date}.zone`,
    contentType: 'text/plain; charset=utf-8',
    body: namesAsZone(names, { target, now }),
  }
}

async function namesToActivate({ store }: Services): Promise<NameToActivate[]> {
  const { subdomainRequests, groups } = store.tables
  const rows = await store.read
    .select({ request: subdomainRequests, group: groups })
    .from(subdomainRequests)
    .innerJoin(groups, eq(groups.id, subdomainRequests.groupId))
    .where(and(eq(subdomainRequests.status, 'endorsed'), eq(groups.status, 'registered')))
    .orderBy(asc(subdomainRequests.requestedAt), asc(subdomainRequests.id))
  const places = await findPlaces(
    { db: store.read, tables: store.tables },
    rows.map(({ request }) => request.villageCode),
  )
  return rows.map(({ request, group }) => {
    const place = places.get(request.villageCode)
    return {
      label: request.label,
      groupName: group.name,
      groupNumber: group.number,
      village: place?.village.name ?? '',
      district: place?.district.name ?? '',
      regency: place?.regency.name ?? '',
      province: place?.province.name ?? '',
      requestedOn: localDate(request.requestedAt, place?.zone ?? 'WIB'),
      endorsedOn: localDate(request.endorsedAt ?? request.requestedAt, place?.zone ?? 'WIB'),
    }
  })
}
