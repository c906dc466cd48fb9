import { count, eq } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

/** An event whose stored counts are not what its invitations, people and certificates say. */
export interface MiscountedEvent {
  id: string
  stored: number[]
  counted: number[]
}

/**
 * Compares the counts that events keep (invited, accepted, declined, registered, present, certificates) with a count
 * from scratch.
 */
export async function checkEventCounts({ store }: Pick<Services, 'store'>): Promise<MiscountedEvent[]> {
  const { events } = store.tables
  const rows = await store.read.select().from(events)
  const naive = await countAfresh({ store })
  return rows.flatMap((event) => {
    const counted = naive.get(event.id) ?? [0, 0, 0, 0, 0, 0]
    const stored = [
      event.invitedGroups,
      event.acceptedGroups,
      event.declinedGroups,
      event.registeredPeople,
      event.presentPeople,
      event.certificates,
    ]
    return stored.every((value, at) => value === counted[at]) ? [] : [{ id: event.id, stored, counted }]
  })
}

/** Writes the counts afresh where they differ; answers how many events were put right. */
export async function rewriteEventCounts({ store }: Pick<Services, 'store'>): Promise<number> {
  const wrong = await checkEventCounts({ store })
  await store.transact(async ({ db, tables: { events } }) => {
    for (const { id, counted } of wrong) {
      const [invitedGroups, acceptedGroups, declinedGroups, registeredPeople, presentPeople, certificates] =
        counted
      await db
        .update(events)
        .set({
          invitedGroups,
          acceptedGroups,
          declinedGroups,
          registeredPeople,
          presentPeople,
          certificates,
        })
        .where(eq(events.id, id))
    }
  })
  return wrong.length
}

/** Events whose regencies are not those of the groups that were invited. */
export async function checkEventRegencies({
  store,
}: Pick<Services, 'store'>): Promise<{ id: string; stored: string[]; counted: string[] }[]> {
  const { eventRegencies } = store.tables
  const rows = await store.read.select().from(eventRegencies)
  const stored = byEvent(rows.map(({ eventId, regencyCode }) => ({ eventId, regencyCode })))
  const counted = byEvent(await invitedRegencies({ db: store.read, tables: store.tables }))
  return [...new Set([...stored.keys(), ...counted.keys()])]
    .map((id) => ({ id, stored: stored.get(id) ?? [], counted: counted.get(id) ?? [] }))
    .filter(({ stored: one, counted: other }) => one.join() !== other.join())
}

/** Writes the regencies of events afresh from their invitations. */
export async function rewriteEventRegencies({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const { eventRegencies } = tx.tables
    const rows = await invitedRegencies(tx)
    await tx.db.delete(eventRegencies)
    for (let at = 0; at < rows.length; at += 1000) {
      await tx.db
        .insert(eventRegencies)
        .values(
          rows.slice(at, at + 1000).map((row) => ({ ...row, provinceCode: row.regencyCode.slice(0, 2) })),
        )
    }
  })
}

/** Writes them once in a database whose invitations are older than they; otherwise does nothing. */
export async function ensureEventRegencies({ store }: Pick<Services, 'store'>): Promise<void> {
  const { eventRegencies, eventInvitations } = store.tables
  const [written] = await store.read.select({ id: eventRegencies.eventId }).from(eventRegencies).limit(1)
  const [any] = await store.read.select({ id: eventInvitations.id }).from(eventInvitations).limit(1)
  if (!written && any) await rewriteEventRegencies({ store })
}

function invitedRegencies({
  db,
  tables: { eventInvitations, groups },
}: {
  db: Database
  tables: Tables
}): Promise<{ eventId: string; regencyCode: string }[]> {
  return db
    .selectDistinct({ eventId: eventInvitations.eventId, regencyCode: groups.regencyCode })
    .from(eventInvitations)
    .innerJoin(groups, eq(groups.id, eventInvitations.groupId))
}

function byEvent(rows: { eventId: string; regencyCode: string }[]): Map<string, string[]> {
  const events = new Map<string, string[]>()
  for (const { eventId, regencyCode } of rows) {
    events.set(eventId, [...(events.get(eventId) ?? []), regencyCode].sort())
  }
  return events
}

async function countAfresh({ store }: Pick<Services, 'store'>): Promise<Map<string, number[]>> {
  const { eventInvitations, eventAttendees, eventCertificates } = store.tables
  const counts = new Map<string, number[]>()
  const add = (eventId: string, place: number, more: number) => {
    const known = counts.get(eventId) ?? [0, 0, 0, 0, 0, 0]
    known[place] = (known[place] ?? 0) + more
    counts.set(eventId, known)
  }
  const replies = await store.read
    .select({ eventId: eventInvitations.eventId, reply: eventInvitations.reply, total: count() })
    .from(eventInvitations)
    .groupBy(eventInvitations.eventId, eventInvitations.reply)
  for (const { eventId, reply, total } of replies) {
    add(eventId, 0, Number(total))
    if (reply) add(eventId, reply === 'accepted' ? 1 : 2, Number(total))
  }
  const people = await store.read
    .select({ eventId: eventAttendees.eventId, all: count(), present: count(eventAttendees.presentAt) })
    .from(eventAttendees)
    .groupBy(eventAttendees.eventId)
  for (const { eventId, all, present } of people) {
    add(eventId, 3, Number(all))
    add(eventId, 4, Number(present))
  }
  const issued = await store.read
    .select({ eventId: eventCertificates.eventId, total: count() })
    .from(eventCertificates)
    .groupBy(eventCertificates.eventId)
  for (const { eventId, total } of issued) add(eventId, 5, Number(total))
  return counts
}
