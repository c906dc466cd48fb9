import { and, eq, inArray, max } from 'drizzle-orm'
import { latestEventsWith } from '~/features/events/events-with.queries.server'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Contact } from './board-row'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * The latest contact between an office and those it leads, by their codes: a note or an answer from either end, or an
 * event of the leading office that has begun and to which groups there were invited, whether they came or not.
 */
export async function lastContacts(
  reading: Reading,
  senderCode: string,
  recipientCodes: string[],
  now: Instant,
): Promise<Map<string, Contact>> {
  const contacts = await lastWritten(reading, senderCode, recipientCodes)
  const events = await latestEventsWith(reading, senderCode, recipientCodes, now)
  for (const [code, { id, at }] of events) {
    if (at > (contacts.get(code)?.at ?? 0)) contacts.set(code, { at, eventId: id })
  }
  return contacts
}

/** When either end last wrote in a thread, from an index alone. */
async function lastWritten(
  { db, tables: { coordinationThreads } }: Reading,
  senderCode: string,
  recipientCodes: string[],
): Promise<Map<string, Contact>> {
  const rows = await db
    .select({ code: coordinationThreads.recipientCode, at: max(coordinationThreads.lastAt) })
    .from(coordinationThreads)
    .where(
      and(
        eq(coordinationThreads.senderCode, senderCode),
        inArray(coordinationThreads.recipientCode, recipientCodes),
      ),
    )
    .groupBy(coordinationThreads.recipientCode)
  return new Map(
    rows.flatMap(({ code, at }) => (at === null ? [] : [[code, { at: Number(at), eventId: null }]])),
  )
}
