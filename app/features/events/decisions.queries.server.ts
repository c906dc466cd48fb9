import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { canManage } from './events.policy'
import { officeNames } from './events.queries.server'
import type { Cursor } from './events.schema'
import type { DecisionState } from './events.state'

const PAGE = 50

/** The decisions of all events that an office reads: what is overdue stands first. */
export async function decisionsScreen(
  services: Services,
  actor: Actor,
  { state, after }: { state: DecisionState; after: Cursor | undefined },
) {
  const { store, clock } = services
  const { events, eventDecisions } = store.tables
  const scope = inReach(actor, 'event.read', {
    provinceCode: eventDecisions.provinceCode,
    regencyCode: eventDecisions.officeCode,
  })
  const found = await store.read
    .select({
      id: eventDecisions.id,
      eventId: eventDecisions.eventId,
      eventTitle: events.title,
      officeCode: eventDecisions.officeCode,
      provinceCode: eventDecisions.provinceCode,
      what: eventDecisions.what,
      who: eventDecisions.who,
      dueOn: eventDecisions.dueOn,
      state: eventDecisions.state,
      stateSince: eventDecisions.stateSince,
      note: eventDecisions.note,
      version: eventDecisions.version,
      zone: events.zone,
    })
    .from(eventDecisions)
    .innerJoin(events, eq(events.id, eventDecisions.eventId))
    .where(
      and(
        scope,
        eq(eventDecisions.state, state),
        after
          ? or(
              gt(eventDecisions.dueOn, after.at),
              and(eq(eventDecisions.dueOn, after.at), gt(eventDecisions.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(eventDecisions.dueOn), asc(eventDecisions.id))
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  const now = clock()
  const names = await officeNames(
    services,
    rows.map(({ officeCode }) => officeCode),
  )
  return {
    rows: rows.map(({ provinceCode, ...row }) => ({
      ...row,
      office: names.get(row.officeCode) ?? 'Nasional',
      overdue: row.state === 'ongoing' && row.dueOn < localDate(now, row.zone),
      mayMove: canManage(actor, { officeCode: row.officeCode, provinceCode }).allowed,
    })),
    next: last && `${last.dueOn}~${last.id}`,
  }
}
