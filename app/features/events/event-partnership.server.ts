import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm'
import { keptBy, officeOf } from '~/features/partners/partners-in-view.server'
import { localDate, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Database, Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import type { Tables } from '~/tables'
import { canHoldUnder } from './events.policy'

interface Reading {
  db: Database
  tables: Tables
}

/** Partnerships that a list can hold. */
const MOST_OFFERED = 300

/**
 * Makes sure that an event may be held under the partnership that was chosen, if any.
 * @returns its title, for the audit trail
 * @throws partnership_elsewhere, partnership_not_in_force, partnership_other_time 422
 */
export async function assertHeldUnder(
  tx: Tx,
  officeCode: string,
  { partnershipId, startsAt, zone }: { partnershipId: string | null; startsAt: Instant; zone: Zone },
): Promise<string | null> {
  if (partnershipId === null) return null
  const { partnerships } = tx.tables
  const [found] = await tx.db.select().from(partnerships).where(eq(partnerships.id, partnershipId))
  const partnership = found && { ...found, officeCode: officeOf(found) }
  assertAllowed(canHoldUnder(partnership, { officeCode, day: localDate(startsAt, zone) }))
  return found?.title ?? null
}

/** The title of a partnership; null for none. */
export async function partnershipTitle(
  { db, tables: { partnerships } }: Reading,
  partnershipId: string | null,
): Promise<string | null> {
  if (partnershipId === null) return null
  const [found] = await db
    .select({ title: partnerships.title })
    .from(partnerships)
    .where(eq(partnerships.id, partnershipId))
  return found?.title ?? null
}

/** What the form offers: the offices' partnerships in force, and the one that was chosen whatever became of it. */
export async function offeredPartnerships(
  { db, tables: { partnerships, partners, groups } }: Reading,
  officeCodes: string[],
  chosen: string | null,
) {
  const rows = await db
    .select({ partnership: partnerships, partner: partners.name, group: groups.name })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(
      and(
        or(...officeCodes.map((code) => keptBy(code, partnerships))),
        or(
          inArray(partnerships.status, ['active', 'ending']),
          chosen === null ? undefined : eq(partnerships.id, chosen),
        ),
      ),
    )
    .orderBy(asc(partnerships.searchKey), asc(partnerships.id))
    .limit(MOST_OFFERED)
  return rows.map(({ partnership, partner, group }) => ({
    id: partnership.id,
    officeCode: officeOf(partnership),
    title: partnership.title,
    counterpart: partner ?? group ?? '',
    endsOn: partnership.endsOn,
  }))
}
export type OfferedPartnership = Awaited<ReturnType<typeof offeredPartnerships>>[number]

/** The events that are held under a partnership, the latest first; those that were cancelled did not happen. */
export function eventsUnder({ db, tables: { events } }: Reading, partnershipId: string) {
  return db
    .select({
      id: events.id,
      title: events.title,
      kind: events.kind,
      status: events.status,
      startsAt: events.startsAt,
      zone: events.zone,
    })
    .from(events)
    .where(and(eq(events.partnershipId, partnershipId), ne(events.status, 'cancelled')))
    .orderBy(desc(events.startsAt), desc(events.id))
}
