import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, chairs, groupIdsOf } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import { findPlace, findPlaces } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { decreeTerm } from './decree-term'
import { decreesOfGroup, renewalsOfGroup } from './decrees.queries.server'
import type { GroupId } from './groups.schema'
import { handoversOfGroup } from './handovers.queries.server'

/**
 * A group for one of its own people.
 * @throws notFound for an unknown one and for one that the actor does not belong to alike
 */
async function ownGroup({ store }: Services, actor: Actor, groupId: GroupId) {
  const { groups } = store.tables
  const [group] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), inArray(groups.id, groupIdsOf(actor))))
  const place = group && (await findPlace({ db: store.read, tables: store.tables }, group.villageCode))
  if (!group || !place) throw notFound()
  return {
    group: { id: group.id, name: group.name, status: group.status },
    zone: place.zone,
    office: officeName(place.regency),
    isChair: chairs(actor, groupId),
  }
}

/** Handing over the chair, for the group's people: the open one, those before, and who could be named. */
export async function chairScreen(services: Services, actor: Actor, groupId: GroupId) {
  const own = await ownGroup(services, actor, groupId)
  const { boardMembers } = services.store.tables
  const members = await services.store.read
    .select({ id: boardMembers.id, name: boardMembers.name, post: boardMembers.post })
    .from(boardMembers)
    .where(and(eq(boardMembers.groupId, groupId), isNull(boardMembers.until)))
    .orderBy(boardMembers.name)
  const handovers = await handoversOfGroup(services, actor, groupId)
  const open = handovers.find(({ status }) => status === 'proposed' || status === 'accepted') ?? null
  return { ...own, members, open, past: handovers.filter(({ id }) => id !== open?.id) }
}

/** The decrees of a group for its people: in force, waiting, and history. */
export async function decreeScreen(services: Services, actor: Actor, groupId: GroupId) {
  const own = await ownGroup(services, actor, groupId)
  const decrees = await decreesOfGroup(services, groupId)
  const renewals = await renewalsOfGroup(services, groupId)
  const waiting = renewals.find(({ status }) => status === 'submitted') ?? null
  const inForce = decrees.find(({ replacedAt }) => replacedAt === null)
  const today = localDate(services.clock(), own.zone)
  const [latest] = renewals
  return {
    ...own,
    today,
    decrees,
    waiting,
    declined: latest?.status === 'declined' ? latest : null,
    term: decreeTerm(inForce ? inForce.validUntil : undefined, today),
  }
}

/** The groups of a person and what each needs next, and the applications that the person wrote. */
export async function myGroupsScreen(services: Services, actor: Actor) {
  const { store, clock } = services
  const { groups, groupDecrees, decrees, chairHandovers, decreeRenewals, applications } = store.tables
  const ids = groupIdsOf(actor)
  const open = ['proposed', 'accepted'] as const
  const [found, handovers, renewals, written] = await Promise.all([
    store.read
      .select({ group: groups, decreeId: decrees.id, validUntil: decrees.validUntil })
      .from(groups)
      .leftJoin(groupDecrees, and(eq(groupDecrees.groupId, groups.id), isNull(groupDecrees.replacedAt)))
      .leftJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
      .where(inArray(groups.id, ids))
      .orderBy(groups.nameKey, groups.id),
    store.read
      .select({ groupId: chairHandovers.groupId, status: chairHandovers.status })
      .from(chairHandovers)
      .where(and(inArray(chairHandovers.groupId, ids), inArray(chairHandovers.status, open))),
    store.read
      .select({ groupId: decreeRenewals.groupId })
      .from(decreeRenewals)
      .where(and(inArray(decreeRenewals.groupId, ids), eq(decreeRenewals.status, 'submitted'))),
    store.read
      .select({
        id: applications.id,
        reference: applications.reference,
        groupName: applications.groupName,
        status: applications.status,
        updatedAt: applications.updatedAt,
        villageCode: applications.villageCode,
      })
      .from(applications)
      .where(and(eq(applications.createdBy, actor.id), eq(applications.source, 'online')))
      .orderBy(desc(applications.updatedAt), desc(applications.id))
      .limit(100),
  ])
  const places = await findPlaces({ db: store.read, tables: store.tables }, [
    ...found.map(({ group }) => group.villageCode),
    ...written.map(({ villageCode }) => villageCode),
  ])
  const now = clock()
  return {
    groups: found.flatMap(({ group, decreeId, validUntil }) => {
      const place = places.get(group.villageCode)
      if (!place) return []
      const handover = handovers.find(({ groupId }) => groupId === group.id)
      return [
        {
          id: group.id,
          name: group.name,
          number: group.number,
          status: group.status,
          suspendedUntil: group.suspendedUntil,
          place,
          isChair: chairs(actor, group.id),
          term: decreeTerm(decreeId ? validUntil : undefined, localDate(now, place.zone)),
          validUntil,
          handover: handover?.status ?? null,
          renewalWaits: renewals.some(({ groupId }) => groupId === group.id),
        },
      ]
    }),
    // An approved application goes on as its group.
    applications: written
      .filter(({ status }) => status !== 'approved')
      .flatMap((application) => {
        const place = places.get(application.villageCode)
        return place ? [{ ...application, place }] : []
      }),
  }
}
