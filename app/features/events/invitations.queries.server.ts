import { and, asc, count, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { z } from 'zod'
import { allChoices } from '~/features/choices/choices.queries.server'
import { listedStates } from '~/features/coverage/wakefulness.schema'
import type { Actor } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { NATION, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { roundsOf } from './event-screen.queries.server'
import type { InvitationReply } from './events.kinds'
import { canInvite, canManage } from './events.policy'
import { manageableEvent, readableEvent, shownEvent } from './events.queries.server'
import type { Cursor, inviteQuery } from './events.schema'
import { countSought, groupsSought, listSought, type Sought } from './groups-sought.queries.server'
import { MOST_INVITED } from './invite-groups.server'

/** Groups that can be ticked one by one. */
const LISTED = 200
const PAGE = 50

/** Whom the form looks for: a region inside the office's own, how active, and busy with what. */
export function criteriaFrom(
  officeCode: string,
  { keaktifan, topik, ...region }: z.output<typeof inviteQuery>,
): Sought {
  return {
    regionCode: filteredCode(region) || officeCode,
    activity: keaktifan ? listedStates[keaktifan] : null,
    topic: topik,
  }
}

/** Counts whom an invitation would reach before it is sent. @throws not_found, event_over, event_moved */
export async function inviteScreen(
  services: Services,
  actor: Actor,
  eventId: string,
  query: z.output<typeof inviteQuery>,
) {
  const { store, clock, newId } = services
  const event = await manageableEvent(services, actor, eventId)
  assertAllowed(canInvite(event, clock()))
  const within = event.officeCode === NATION ? '' : event.officeCode
  const criteria = criteriaFrom(event.officeCode, query)
  const filter = await regionFilterState(
    services,
    criteria.regionCode === NATION ? '' : criteria.regionCode,
    within,
  )
  const sought = await groupsSought(services, event.officeCode, criteria)
  const [found, listed] = await Promise.all([
    countSought(services, store.read, sought),
    listSought(services, store.read, sought, LISTED),
  ])
  const invited = await invitedAmong(
    services,
    eventId,
    listed.map(({ id }) => id),
  )
  const reading = { db: store.read, tables: store.tables }
  const places = await findPlaces(
    reading,
    listed.map(({ villageCode }) => villageCode),
  )
  return {
    event: shownEvent(event),
    filter,
    query,
    topics: await allChoices(reading, 'topics'),
    found,
    most: MOST_INVITED,
    groups: listed.map(({ id, name, villageCode, lastOn }) => {
      const place = places.get(villageCode)
      return {
        id,
        name,
        lastOn,
        place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
        invited: invited.has(id),
      }
    }),
    newId: newId(),
  }
}

async function invitedAmong({ store }: Services, eventId: string, ids: string[]): Promise<Set<string>> {
  const { eventInvitations } = store.tables
  if (ids.length === 0) return new Set()
  const rows = await store.read
    .select({ groupId: eventInvitations.groupId })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.eventId, eventId), inArray(eventInvitations.groupId, ids)))
  return new Set(rows.map(({ groupId }) => groupId))
}

/** Who was invited and what they answered, by name, one page of it. */
export async function invitationsScreen(
  services: Services,
  actor: Actor,
  eventId: string,
  { reply, after }: { reply: InvitationReply | 'none' | undefined; after: Cursor | undefined },
) {
  const { store, clock } = services
  const { eventInvitations: invitations, groups } = store.tables
  const event = await readableEvent(services, actor, eventId)
  const found = await store.read
    .select({
      id: invitations.id,
      groupId: groups.id,
      group: groups.name,
      groupKey: invitations.groupKey,
      villageCode: groups.villageCode,
      reply: invitations.reply,
      note: invitations.note,
      repliedAt: invitations.repliedAt,
    })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .where(
      and(
        eq(invitations.eventId, eventId),
        reply === 'none' ? isNull(invitations.reply) : reply ? eq(invitations.reply, reply) : undefined,
        after
          ? or(
              gt(invitations.groupKey, after.at),
              and(eq(invitations.groupKey, after.at), gt(invitations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(invitations.groupKey), asc(invitations.id))
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  const [places, people, rounds] = await Promise.all([
    findPlaces(
      { db: store.read, tables: store.tables },
      rows.map(({ villageCode }) => villageCode),
    ),
    peopleOf(
      services,
      eventId,
      rows.map(({ groupId }) => groupId),
    ),
    roundsOf(services, eventId),
  ])
  return {
    event: shownEvent(event),
    rounds,
    rows: rows.map(({ villageCode, groupKey, ...row }) => {
      const place = places.get(villageCode)
      return {
        ...row,
        place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
        people: people.get(row.groupId) ?? 0,
      }
    }),
    next: last && `${last.groupKey}~${last.id}`,
    mayInvite: canManage(actor, event).allowed && canInvite(event, clock()).allowed,
  }
}

async function peopleOf(
  { store }: Services,
  eventId: string,
  groupIds: string[],
): Promise<Map<string | null, number>> {
  const { eventAttendees } = store.tables
  if (groupIds.length === 0) return new Map()
  const rows = await store.read
    .select({ groupId: eventAttendees.groupId, total: count() })
    .from(eventAttendees)
    .where(and(eq(eventAttendees.eventId, eventId), inArray(eventAttendees.groupId, groupIds)))
    .groupBy(eventAttendees.groupId)
  return new Map(rows.map(({ groupId, total }) => [groupId, Number(total)]))
}
