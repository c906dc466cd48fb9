import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { certificatesOfGroup } from '~/features/certificates/certificates.queries.server'
import { type Actor, chairs, groupIdsOf } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { keepsProfile } from './groups.policy'
import { type GroupId, posts } from './groups.schema'
import { decreeState, nextSteps } from './next-steps'
import { agreedChannels } from './public-group.queries.server'

/** A group for its own members. @throws notFound for everybody else */
export async function findOwnGroup({ store }: Services, actor: Actor, groupId: GroupId) {
  const { groups } = store.tables
  const [group] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  if (!group) throw notFound()
  const place = await findPlace({ db: store.read, tables: store.tables }, group.villageCode)
  if (!place) throw new Error(`group ${groupId} has no place`)
  return { group, place }
}

/** The group's own home: where it stands, what it holds, and what its people can do now. */
export async function groupHomeScreen(services: Services, actor: Actor, groupId: GroupId) {
  const { store, clock, config } = services
  const { group, place } = await findOwnGroup(services, actor, groupId)
  const now = clock()
  const today = localDate(now, place.zone)
  const [decree, subdomain, board, members, certificates] = await Promise.all([
    findDecree(services, groupId),
    findSubdomain(services, groupId),
    findBoard(services, groupId),
    membersOf(services, groupId),
    certificatesOfGroup({ db: store.read, tables: store.tables }, groupId),
  ])
  const keeps = keepsProfile(actor, groupId)
  const state = decreeState(decree, today)
  return {
    group: {
      id: group.id,
      number: group.number,
      nationalNumber: group.nationalNumber,
      name: group.name,
      status: group.status,
      statusReason: group.statusReason,
      statusSince: group.statusSince,
      suspendedUntil: group.suspendedUntil,
      registeredAt: group.registeredAt,
    },
    place,
    office: officeName(place.regency),
    publicUrl: `${config.publicUrl}/kim/${group.number}`,
    decree: decree && { ...decree, state },
    subdomain,
    board,
    certificates,
    isChair: chairs(actor, groupId),
    keepsProfile: keeps,
    steps: nextSteps({
      status: group.status,
      decree: state,
      subdomain: subdomain?.status ?? null,
      showsContact: agreedChannels(group.contact).length > 0,
      isChair: chairs(actor, groupId),
      isAlone: members.length === 1,
      keepsProfile: keeps,
    }),
    now,
  }
}

/** What the profile form shows. @throws notFound for people outside the group */
export async function profileScreen(services: Services, actor: Actor, groupId: GroupId) {
  const { group, place } = await findOwnGroup(services, actor, groupId)
  return {
    id: group.id,
    number: group.number,
    name: group.name,
    status: group.status,
    version: group.version,
    address: group.address,
    latitude: group.latitude,
    longitude: group.longitude,
    contact: group.contact,
    office: officeName(place.regency),
    mayEdit: keepsProfile(actor, groupId) && group.status !== 'closed',
  }
}

async function findDecree({ store }: Services, groupId: string) {
  const { decrees, groupDecrees } = store.tables
  const [row] = await store.read
    .select({
      number: decrees.number,
      date: decrees.date,
      issuerKind: decrees.issuerKind,
      issuerName: decrees.issuerName,
      validUntil: decrees.validUntil,
    })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(and(eq(groupDecrees.groupId, groupId), isNull(groupDecrees.replacedAt)))
    .orderBy(desc(groupDecrees.attachedAt))
    .limit(1)
  return row ?? null
}

/** The name in use or asked for; what was refused or given up is history. */
async function findSubdomain({ store }: Services, groupId: string) {
  const { subdomainRequests } = store.tables
  const rows = await store.read
    .select({
      label: subdomainRequests.label,
      status: subdomainRequests.status,
      requestedAt: subdomainRequests.requestedAt,
    })
    .from(subdomainRequests)
    .where(
      and(
        eq(subdomainRequests.groupId, groupId),
        inArray(subdomainRequests.status, ['requested', 'endorsed', 'active']),
      ),
    )
    .orderBy(desc(subdomainRequests.requestedAt))
  return rows.find((row) => row.status === 'active') ?? rows[0] ?? null
}

/** The accounts that may act for a group now, by name. */
export function membersOf({ store }: Services, groupId: string) {
  const { grants, accounts } = store.tables
  return store.read
    .select({
      accountId: accounts.id,
      name: accounts.name,
      status: accounts.status,
      post: grants.post,
      since: grants.grantedAt,
    })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(eq(grants.groupId, groupId), isNull(grants.revokedAt)))
    .orderBy(asc(accounts.nameKey))
}

/** Who holds which post now, in the order of the posts. */
async function findBoard({ store }: Services, groupId: string) {
  const { boardMembers } = store.tables
  const rows = await store.read
    .select({
      id: boardMembers.id,
      name: boardMembers.name,
      post: boardMembers.post,
      since: boardMembers.since,
    })
    .from(boardMembers)
    .where(and(eq(boardMembers.groupId, groupId), isNull(boardMembers.until)))
  return rows.sort((a, b) => posts.indexOf(a.post) - posts.indexOf(b.post) || (a.name < b.name ? -1 : 1))
}
