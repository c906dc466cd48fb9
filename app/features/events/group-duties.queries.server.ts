import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import { addDays } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** Days before its date from which a group sees a decision that it has to carry out. */
const DAYS_BEFORE = 14

/**
 * What events ask of a group: the invitations that it can still answer and has not, those that close first on top,
 * and its open decisions that are due within two weeks or overdue, the oldest on top.
 */
export async function eventDutiesOf(
  { db, tables }: { db: Database; tables: Tables },
  groupId: string,
  { now, today }: { now: Instant; today: string },
) {
  const { events, eventInvitations, eventDecisions } = tables
  const [unanswered, decisions] = await Promise.all([
    db
      .select({ eventId: events.id, title: events.title, zone: events.zone, replyUntil: events.replyUntil })
      .from(eventInvitations)
      .innerJoin(events, eq(events.id, eventInvitations.eventId))
      .where(
        and(
          eq(eventInvitations.groupId, groupId),
          isNull(eventInvitations.reply),
          eq(events.status, 'invited'),
          gt(events.replyUntil, now),
        ),
      )
      .orderBy(asc(events.replyUntil), asc(events.id)),
    db
      .select({ eventId: eventDecisions.eventId, what: eventDecisions.what, dueOn: eventDecisions.dueOn })
      .from(eventDecisions)
      .where(
        and(
          eq(eventDecisions.groupId, groupId),
          eq(eventDecisions.state, 'ongoing'),
          lte(eventDecisions.dueOn, addDays(today, DAYS_BEFORE)),
        ),
      )
      .orderBy(asc(eventDecisions.dueOn), asc(eventDecisions.id)),
  ])
  return { unanswered, decisions }
}
