import { and, asc, count, desc, eq, inArray, like, or, type SQL } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { may } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Permission } from '~/features/identity/permissions'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { readLabel } from './labels'
import type { SubdomainStatus } from './subdomains.state'

const PAGE = 50

interface Filter {
  status: SubdomainStatus
  /** Part of a name, of a group's name or number. */
  q: string
  provinceCode: string
  page: number
}

/** A request as those who decide see it. */
export type ListedRequest = Awaited<ReturnType<typeof listRequests>>['rows'][number]

/** The regency office's list of requests in its own region; the province and the nation read along. */
export async function officeSubdomainsScreen(services: Services, actor: Actor, filter: Filter) {
  return {
    ...(await listRequests(services, actor, 'office.read', filter)),
    mayDecide: may(actor, 'subdomain.endorse'),
  }
}

/** The registrar's list over all regions, with the provinces to filter by. */
export async function registrarScreen(services: Services, actor: Actor, filter: Filter) {
  const { regions } = services.store.tables
  const provinces = await services.store.read
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(eq(regions.level, 'province'))
    .orderBy(asc(regions.name))
  return { ...(await listRequests(services, actor, 'subdomain.activate', filter)), provinces }
}

async function listRequests(
  { store, clock }: Services,
  actor: Actor,
  permission: Permission,
  filter: Filter,
) {
  const { subdomainRequests, groups, accounts } = store.tables
  const scope = inReach(actor, permission, subdomainRequests)
  const found = and(
    scope,
    eq(subdomainRequests.status, filter.status),
    filter.provinceCode === '' ? undefined : eq(subdomainRequests.provinceCode, filter.provinceCode),
    matches(filter.q, { label: subdomainRequests.label, nameKey: groups.nameKey, number: groups.number }),
  )
  const order =
    filter.status === 'requested' || filter.status === 'endorsed'
      ? asc(subdomainRequests.requestedAt)
      : desc(subdomainRequests.requestedAt)
  const rows = await store.read
    .select({ request: subdomainRequests, group: groups, requester: accounts.name })
    .from(subdomainRequests)
    .innerJoin(groups, eq(groups.id, subdomainRequests.groupId))
    .innerJoin(accounts, eq(accounts.id, subdomainRequests.requestedBy))
    .where(found)
    .orderBy(order, asc(subdomainRequests.id))
    .limit(PAGE)
    .offset((filter.page - 1) * PAGE)
  const counts = await store.read
    .select({ status: subdomainRequests.status, total: count() })
    .from(subdomainRequests)
    .where(scope)
    .groupBy(subdomainRequests.status)
  const [whole] = await store.read
    .select({ total: count() })
    .from(subdomainRequests)
    .innerJoin(groups, eq(groups.id, subdomainRequests.groupId))
    .where(found)
  const reading = { db: store.read, tables: store.tables }
  const places = await findPlaces(
    reading,
    rows.map(({ request }) => request.villageCode),
  )
  const current = await activeNames(
    store,
    rows.map(({ group }) => group.id),
  )
  return {
    now: clock(),
    filter,
    total: whole?.total ?? 0,
    pageCount: Math.max(1, Math.ceil((whole?.total ?? 0) / PAGE)),
    counts: Object.fromEntries(counts.map(({ status, total }) => [status, total])),
    rows: rows.map(({ request, group, requester }) => ({
      id: request.id,
      version: request.version,
      label: request.label,
      status: request.status,
      requestedAt: request.requestedAt,
      endorsedAt: request.endorsedAt,
      decidedAt: request.decidedAt,
      reason: request.reason,
      requester,
      isOwn: request.requestedBy === actor.id,
      currentLabel: current.get(group.id) ?? null,
      group: { id: group.id, name: group.name, number: group.number, status: group.status },
      place: places.get(request.villageCode) ?? null,
    })),
  }
}

/** The active name of each group that has one. */
async function activeNames(store: Services['store'], groupIds: string[]): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const { subdomainRequests } = store.tables
  const rows = await store.read
    .select({ groupId: subdomainRequests.groupId, label: subdomainRequests.label })
    .from(subdomainRequests)
    .where(inArray(subdomainRequests.activeFor, groupIds))
  return new Map(rows.map((row) => [row.groupId, row.label]))
}

type Searched = Pick<Services['store']['tables']['groups'], 'nameKey' | 'number'> &
  Pick<Services['store']['tables']['subdomainRequests'], 'label'>

function matches(q: string, { label, nameKey, number }: Searched): SQL | undefined {
  const key = searchKey(q)
  if (key === '') return undefined
  const typed = readLabel(q).replace(/[^a-z0-9-]/g, '')
  return or(
    like(nameKey, `%${key}%`),
    typed === '' ? undefined : like(label, `%${typed}%`),
    /^\d+$/.test(typed) ? like(number, `${typed}%`) : undefined,
  )
}
