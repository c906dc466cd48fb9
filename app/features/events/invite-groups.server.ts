import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { type Acting, auditEvent, changeEvent, type EventRow, findOwnEvent } from './event-rows.server'
import { countChanged, nobodyToInvite, tooManyToInvite } from './events.errors'
import { deadlineWords, whenWords } from './events.messages'
import { canInvite } from './events.policy'
import { countSought, groupsSought, listSought, type Sought } from './groups-sought.queries.server'
import { officeTitle } from './office-title.queries.server'
import { tellGroups } from './tell-invited.server'

/** Groups that one sending may reach. */
export const MOST_INVITED = 5000
const BATCH = 1000

interface Inviting extends Acting {
  eventId: string
  /** Of this sending, made by the form: sent twice it invites once. */
  id: string
  criteria: Sought
  /** All that fit, as many as the person saw; or those that were ticked. */
  whom: { found: number } | { groupIds: string[] }
}

/**
 * Invites groups and tells their members once. Who was invited before is left as it is.
 * @returns how many groups were new
 * @throws count_changed when others fit now than those that were counted on the screen; nobody_to_invite,
 *   too_many_to_invite, event_over, event_moved 409; not_found for a region outside the office's own
 */
export async function inviteGroups(
  services: Services,
  { eventId, id, criteria, whom, ...acting }: Inviting,
): Promise<number> {
  const { store, clock } = services
  const now = clock()
  return store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    const [former] = await tx.db.select().from(tx.tables.eventRounds).where(eq(tx.tables.eventRounds.id, id))
    if (former?.eventId === eventId) return former.invited
    assertAllowed(canInvite(event, now))
    const { found, groups } = await whoFits(tx, services, event, { criteria, whom })
    const invited = await insertInvitations(tx, services, { eventId, groups, now })
    if (invited.length === 0) throw nobodyToInvite()
    await tx.db.insert(tx.tables.eventRounds).values({
      id,
      eventId,
      criteria: { ...criteria, chosen: 'groupIds' in whom },
      found,
      invited: invited.length,
      sentBy: acting.actor.id,
      sentAt: now,
    })
    if (event.status === 'draft') {
      await changeEvent(tx, event, event.version, { status: 'invited', statusSince: now })
    }
    await countInvited(tx, eventId, invited.length)
    await noteRegencies(tx, eventId, groups)
    await tellGroups(tx, services, {
      eventId,
      groupIds: invited,
      title: `Undangan: ${event.title}`,
      body: `${await officeTitle(tx, event.officeCode)} mengundang kelompok Anda. Waktu: ${whenWords(event)}. Tempat: ${event.venue ?? 'daring'}. Jawab dan tulis siapa yang datang, paling lambat ${deadlineWords(event)}.`,
      now,
    })
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.invited',
      delta: { groups: [event.invitedGroups, event.invitedGroups + invited.length] },
    })
    return invited.length
  })
}

/** The groups that fit at this moment, in the transaction that invites them. */
async function whoFits(
  tx: Tx,
  services: Services,
  event: EventRow,
  { criteria, whom }: Pick<Inviting, 'criteria' | 'whom'>,
) {
  const sought = await groupsSought(services, event.officeCode, criteria)
  if ('groupIds' in whom) {
    const groups = await listSought(
      services,
      tx.db,
      and(sought, inArray(tx.tables.groups.id, whom.groupIds)),
      whom.groupIds.length,
    )
    return { found: groups.length, groups }
  }
  const found = await countSought(services, tx.db, sought)
  if (found !== whom.found) throw countChanged(found)
  if (found > MOST_INVITED) throw tooManyToInvite(MOST_INVITED)
  return { found, groups: await listSought(services, tx.db, sought, MOST_INVITED) }
}

async function insertInvitations(
  { db, tables: { eventInvitations } }: Tx,
  { newId }: Services,
  { eventId, groups, now }: { eventId: string; groups: { id: string; nameKey: string }[]; now: Instant },
): Promise<string[]> {
  const invited: string[] = []
  for (let at = 0; at < groups.length; at += BATCH) {
    const fresh = await db
      .insert(eventInvitations)
      .values(
        groups.slice(at, at + BATCH).map(({ id, nameKey }) => ({
          id: newId(),
          eventId,
          groupId: id,
          groupKey: nameKey,
          invitedAt: now,
        })),
      )
      .onConflictDoNothing()
      .returning({ groupId: eventInvitations.groupId })
    invited.push(...fresh.map(({ groupId }) => groupId))
  }
  return invited
}

async function countInvited({ db, tables: { events } }: Tx, eventId: string, more: number): Promise<void> {
  await db
    .update(events)
    .set({ invitedGroups: sql`${events.invitedGroups} + ${more}` })
    .where(eq(events.id, eventId))
}

/** All of these groups are invited now, whether just now or before. */
async function noteRegencies(
  { db, tables: { eventRegencies } }: Tx,
  eventId: string,
  groups: { villageCode: string }[],
): Promise<void> {
  const regencies = [...new Set(groups.map(({ villageCode }) => villageCode.slice(0, 4)))].sort()
  await db
    .insert(eventRegencies)
    .values(regencies.map((regencyCode) => ({ eventId, regencyCode, provinceCode: regencyCode.slice(0, 2) })))
    .onConflictDoNothing()
}
