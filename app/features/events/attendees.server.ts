import { randomInt } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import { newToken } from '~/platform/ids'

/** Without letters and figures that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 6

function someCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** New tickets of an event: each an unguessable token, and a code to type that no other ticket of the event has. */
export async function newTickets(
  { db, tables: { eventAttendees } }: Tx,
  eventId: string,
  howMany: number,
): Promise<{ token: string; code: string }[]> {
  const codes = new Set<string>()
  while (codes.size < howMany) {
    const wanted = Array.from({ length: howMany - codes.size }, someCode)
    const taken = await db
      .select({ code: eventAttendees.code })
      .from(eventAttendees)
      .where(and(eq(eventAttendees.eventId, eventId), inArray(eventAttendees.code, wanted)))
    const used = new Set(taken.map(({ code }) => code))
    for (const code of wanted) if (!used.has(code)) codes.add(code)
  }
  return [...codes].map((code) => ({ token: newToken(), code }))
}
