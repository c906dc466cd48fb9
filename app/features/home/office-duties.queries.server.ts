import { and, count, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach, reachKey } from '~/features/identity/in-reach.server'
import { partnershipCounts } from '~/features/partnerships/partnership-counts.queries.server'
import { ownRegions } from '~/features/regions/own-regions'
import { countWaitingReports } from '~/features/reporting/waiting-reports.queries.server'
import { countEach } from '~/platform/db/count-each'
import type { Services } from '~/platform/services'

/** What reports, partnerships and events ask of an office now, each number as long as its list. */
export async function officeDuties(services: Services, actor: Actor) {
  const { store } = services
  const { events, eventDecisions } = store.tables
  const codes = ownRegions(actor, 'partnership.read')
  const within = ({ provinceCode, officeCode }: typeof events | typeof eventDecisions) =>
    inReach(actor, 'event.read', { provinceCode, regencyCode: officeCode })
  const [reports, partnerships, counts] = await Promise.all([
    countWaitingReports(services, actor),
    partnershipCounts(services, codes),
    countEach(store.read, `events ${reachKey(actor, 'event.read')}`, () => ({
      events: store.read
        .select({ many: count() })
        .from(events)
        .where(and(within(events), eq(events.status, 'invited'))),
      decisions: store.read
        .select({ many: count() })
        .from(eventDecisions)
        .where(and(within(eventDecisions), eq(eventDecisions.state, 'ongoing'))),
    })),
  ])
  return {
    reports,
    ending: [...partnerships.values()].reduce((sum, { ending }) => sum + ending, 0),
    ...counts,
  }
}
export type OfficeDutiesRead = Awaited<ReturnType<typeof officeDuties>>
