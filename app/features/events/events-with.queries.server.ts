import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/**
 * The latest event of an office that has begun and to which groups of each of some provinces or regencies were invited,
 * by their codes. Cancelled ones and drafts never took place.
 */
export async function latestEventsWith(
  { db, tables: { events, eventRegencies } }: { db: Database; tables: Tables },
  officeCode: string,
  codes: string[],
  now: Instant,
): Promise<Map<string, { id: string; at: Instant }>> {
  const code = codes[0]?.length === 2 ? eventRegencies.provinceCode : eventRegencies.regencyCode
  const rows = await db
    .selectDistinct({ code, id: events.id, at: events.startsAt })
    .from(events)
    .innerJoin(eventRegencies, eq(eventRegencies.eventId, events.id))
    .where(
      and(
        eq(events.officeCode, officeCode),
        lte(events.startsAt, now),
        inArray(events.status, ['invited', 'held', 'closed']),
        inArray(code, codes),
      ),
    )
    .orderBy(desc(events.startsAt), desc(events.id))
  const latest = new Map<string, { id: string; at: Instant }>()
  for (const { code: place, ...event } of rows) if (!latest.has(place)) latest.set(place, event)
  return latest
}
