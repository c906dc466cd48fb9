import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { hasAnotherOfficer } from '~/features/identity/grants.server'
import { inReach } from '~/features/identity/in-reach.server'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { canConfirmHandover } from './groups.policy'
import type { Handover } from './handovers.server'
import type { HandoverStatus } from './handovers.tables'

/** A handover as its screens show it. */
export interface HandoverView {
  id: string
  groupId: string
  version: number
  status: HandoverStatus
  startedBy: 'chair' | 'office'
  successorName: string
  /** The name of the account that accepted: it may be written otherwise. */
  successorAccount: string | null
  proposedByName: string
  reason: string
  proposedAt: Instant
  acceptedAt: Instant | null
  decidedAt: Instant | null
  decisionReason: string | null
  /** Until when the link works, while nobody has accepted. */
  linkUntil: Instant
  /** Why this actor may not confirm, in words; null when it may. */
  obstacle: string | null
  mayDecide: boolean
}

/** All handovers of a group, newest first. The caller has checked who asks. */
export async function handoversOfGroup(
  services: Services,
  actor: Actor,
  groupId: string,
): Promise<HandoverView[]> {
  const { chairHandovers } = services.store.tables
  const rows = await services.store.read
    .select()
    .from(chairHandovers)
    .where(eq(chairHandovers.groupId, groupId))
    .orderBy(desc(chairHandovers.proposedAt), desc(chairHandovers.id))
    .limit(20)
  return viewsOf(services, actor, rows)
}

/** The open handovers of the office's own region, those that wait for the office first. */
export async function handoversScreen(services: Services, actor: Actor) {
  const { store } = services
  const { chairHandovers, groups } = store.tables
  const rows = await store.read
    .select({ handover: chairHandovers, groupName: groups.name, villageCode: groups.villageCode })
    .from(chairHandovers)
    .innerJoin(groups, eq(groups.id, chairHandovers.groupId))
    .where(
      and(
        inReach(actor, 'office.read', chairHandovers),
        inArray(chairHandovers.status, ['proposed', 'accepted']),
      ),
    )
    .orderBy(asc(chairHandovers.status), asc(chairHandovers.proposedAt), asc(chairHandovers.id))
    .limit(200)
  const places = await findPlaces(
    { db: store.read, tables: store.tables },
    rows.map(({ villageCode }) => villageCode),
  )
  const views = await viewsOf(
    services,
    actor,
    rows.map(({ handover }) => handover),
  )
  return rows.flatMap(({ groupName, villageCode }, at) => {
    const view = views[at]
    const place = places.get(villageCode)
    if (!view || !place) return []
    return [
      {
        ...view,
        groupName,
        place: [place.village, place.district].map(withWord).join(', '),
        zone: place.zone,
      },
    ]
  })
}

async function viewsOf(services: Services, actor: Actor, rows: Handover[]): Promise<HandoverView[]> {
  const { store } = services
  const { accounts, invitations } = store.tables
  if (rows.length === 0) return []
  const people = await store.read
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(
      inArray(
        accounts.id,
        rows.flatMap((row) => [row.proposedBy, row.successorAccountId ?? row.proposedBy]),
      ),
    )
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const links = await store.read
    .select({ id: invitations.id, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(
      inArray(
        invitations.id,
        rows.map((row) => row.invitationId),
      ),
    )
  const untilOf = new Map(links.map(({ id, expiresAt }) => [id, expiresAt]))
  const alone = new Map<string, boolean>()
  for (const { regencyCode } of rows) {
    if (alone.has(regencyCode)) continue
    alone.set(regencyCode, !(await hasAnotherOfficer({ ...store, db: store.read }, regencyCode, actor.id)))
  }
  return rows.map((row) => {
    const decision = canConfirmHandover(actor, row, !alone.get(row.regencyCode))
    return {
      id: row.id,
      groupId: row.groupId,
      version: row.version,
      status: row.status,
      startedBy: row.startedBy,
      successorName: row.successorName,
      successorAccount: row.successorAccountId ? (nameOf.get(row.successorAccountId) ?? null) : null,
      proposedByName: nameOf.get(row.proposedBy) ?? '',
      reason: row.reason,
      proposedAt: row.proposedAt,
      acceptedAt: row.acceptedAt,
      decidedAt: row.decidedAt,
      decisionReason: row.decisionReason,
      linkUntil: untilOf.get(row.invitationId) ?? row.proposedAt,
      obstacle: decision.allowed ? null : decision.error.message,
      mayDecide: mayIn(actor, 'group.supervise', row),
    }
  })
}
