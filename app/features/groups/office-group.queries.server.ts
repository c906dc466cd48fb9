import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { certificatesOfGroup } from '~/features/certificates/certificates.queries.server'
import { groupStanding } from '~/features/coverage/group-standing.queries.server'
import { type Actor, mayIn } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { findPlace } from '~/features/regions/places.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { decreeTerm } from './decree-term'
import { decreesOfGroup, renewalsOfGroup } from './decrees.queries.server'
import { groupHistory } from './group-history.queries.server'
import type { GroupId } from './groups.schema'
import { posts } from './groups.schema'
import { handoversOfGroup } from './handovers.queries.server'

/**
 * Everything that an office knows of a group of its region.
 * @throws notFound for an unknown one and for one out of reach alike
 */
export async function officeGroupScreen(services: Services, actor: Actor, groupId: GroupId) {
  const { store, clock } = services
  const { groups } = store.tables
  const [group] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), inReach(actor, 'office.read', groups)))
  const place = group && (await findPlace({ db: store.read, tables: store.tables }, group.villageCode))
  if (!group || !place) throw notFound()
  const today = localDate(clock(), place.zone)
  const decrees = await decreesOfGroup(services, groupId)
  const inForce = decrees.find(({ replacedAt }) => replacedAt === null)
  const reading = { db: store.read, tables: store.tables }
  const [board, chairAccount, documents, subdomains, certificates, handovers, renewals, history, activity] =
    await Promise.all([
      boardOf(services, groupId),
      chairAccountName(services, groupId),
      documentsOf(services, groupId),
      subdomainsOf(services, groupId),
      certificatesOfGroup(reading, groupId),
      handoversOfGroup(services, actor, groupId),
      renewalsOfGroup(services, groupId),
      groupHistory(services, groupId),
      groupStanding(reading, group, today),
    ])
  return {
    group,
    place,
    board,
    chairAccount,
    decrees,
    term: decreeTerm(inForce ? inForce.validUntil : undefined, today),
    renewals,
    documents,
    certificates,
    handovers,
    subdomains,
    history,
    activity,
    maySupervise: mayIn(actor, 'group.supervise', group),
    tomorrow: addDays(today, 1),
  }
}

/** The board of today in the order of its posts, and those who held a post before. */
async function boardOf({ store }: Services, groupId: string) {
  const { boardMembers } = store.tables
  const rows = await store.read
    .select()
    .from(boardMembers)
    .where(eq(boardMembers.groupId, groupId))
    .orderBy(desc(boardMembers.since), asc(boardMembers.name))
  const rank = new Map(posts.map((post, at) => [post, at]))
  const order = (post: (typeof posts)[number]) => rank.get(post) ?? posts.length
  return {
    now: rows.filter(({ until }) => until === null).sort((a, b) => order(a.post) - order(b.post)),
    before: rows.filter(({ until }) => until !== null),
  }
}

/** The name on the chair's account; null while the chair has none. */
async function chairAccountName({ store }: Services, groupId: string): Promise<string | null> {
  const { grants, accounts } = store.tables
  const rows = await store.read
    .select({ name: accounts.name, revokedAt: grants.revokedAt })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(eq(grants.groupId, groupId), eq(grants.post, 'ketua')))
  return rows.find(({ revokedAt }) => revokedAt === null)?.name ?? null
}

/** The files of the group and of its application, those in force first. */
async function documentsOf({ store }: Services, groupId: string) {
  const { documents, applications } = store.tables
  const applied = await store.read
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.groupId, groupId))
  const rows = await store.read
    .select()
    .from(documents)
    .where(
      or(
        eq(documents.groupId, groupId),
        inArray(
          documents.applicationId,
          applied.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(documents.uploadedAt))
  return rows.map(({ id, kind, mime, bytes, pages, uploadedAt, replacedAt }) => ({
    id,
    kind,
    mime,
    bytes,
    pages,
    uploadedAt,
    inForce: replacedAt === null,
  }))
}

async function subdomainsOf({ store }: Services, groupId: string) {
  const { subdomainRequests } = store.tables
  return store.read
    .select({
      id: subdomainRequests.id,
      label: subdomainRequests.label,
      status: subdomainRequests.status,
      requestedAt: subdomainRequests.requestedAt,
    })
    .from(subdomainRequests)
    .where(eq(subdomainRequests.groupId, groupId))
    .orderBy(desc(subdomainRequests.requestedAt))
}
