import { desc, eq } from 'drizzle-orm'
import type { GroupId } from '~/features/groups/groups.schema'
import type { Actor } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Availability } from './availability'
import { checkLabel, checkLabels } from './availability.server'
import { readLabel, suggestLabels } from './labels'
import { isInGoodStanding, isOfGroup, speaksFor } from './subdomains.policy'
import type { SubdomainStatus } from './subdomains.state'

/** One request as its group sees it. Times in UTC. */
export interface OwnRequest {
  id: string
  label: string
  status: SubdomainStatus
  version: number
  requestedAt: number
  endorsedAt: number | null
  decidedAt: number | null
  endedAt: number | null
  reason: string | null
}

/**
 * Everything that a group's subdomain page shows.
 * @param typed what someone wrote into the box without JavaScript, to be checked
 * @throws not_found for anyone who is not of the group
 */
export async function groupSubdomainScreen(
  { store, clock, newId }: Services,
  actor: Actor,
  groupId: GroupId,
  typed: string,
) {
  if (!isOfGroup(actor, groupId)) throw notFound()
  const reading = { db: store.read, tables: store.tables }
  const { groups, subdomainRequests, subdomainLabels } = store.tables
  const [group] = await store.read.select().from(groups).where(eq(groups.id, groupId))
  const place = group && (await findPlace(reading, group.villageCode))
  if (!group || !place) throw notFound()
  const now = clock()
  const rows = await store.read
    .select({ request: subdomainRequests, state: subdomainLabels.state, until: subdomainLabels.until })
    .from(subdomainRequests)
    .leftJoin(subdomainLabels, eq(subdomainLabels.requestId, subdomainRequests.id))
    .where(eq(subdomainRequests.groupId, groupId))
    .orderBy(desc(subdomainRequests.requestedAt), desc(subdomainRequests.id))
  const requests: OwnRequest[] = rows.map(({ request }) => ({
    id: request.id,
    label: request.label,
    status: request.status,
    version: request.version,
    requestedAt: request.requestedAt,
    endorsedAt: request.endorsedAt,
    decidedAt: request.decidedAt,
    endedAt: request.endedAt,
    reason: request.reason,
  }))
  const standing = isInGoodStanding(group.status)
  const asking = { groupId: group.id, now }
  const suggested = suggestLabels({
    village: place.village.name,
    district: place.district.name,
    regency: place.regency.name,
  })
  const label = readLabel(typed)
  return {
    now,
    zone: place.zone,
    group: { id: group.id, name: group.name },
    regency: place.regency,
    mayAct: speaksFor(actor, groupId),
    obstacle: standing.allowed ? null : standing.error.message,
    active: requests.find((request) => request.status === 'active') ?? null,
    open: requests.find(({ status }) => status === 'requested' || status === 'endorsed') ?? null,
    past: requests.filter(({ status }) => !['active', 'requested', 'endorsed'].includes(status)),
    kept: rows.flatMap(({ request, state, until }) =>
      state === 'reserved' && until !== null && until > now ? [{ label: request.label, until }] : [],
    ),
    suggestions: await checkLabels(reading, suggested, asking),
    checked: label === '' ? null : await checkLabel(reading, label, asking),
    typed: label,
    formId: newId(),
  }
}

/** The quick answer while someone types. Only a group's own people are told apart from strangers. */
export function checkAvailability(
  { store, clock }: Services,
  actor: Actor,
  typed: string,
  groupId: string | null,
): Promise<Availability> {
  return checkLabel({ db: store.read, tables: store.tables }, readLabel(typed), {
    groupId: groupId !== null && isOfGroup(actor, groupId) ? groupId : null,
    now: clock(),
  })
}
