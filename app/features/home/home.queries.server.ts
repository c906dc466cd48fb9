import { and, asc, count, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { type Actor, groupIdsOf, may } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { countWaitingReports } from '~/features/reporting/waiting-reports.queries.server'
import type { Services } from '~/platform/services'
import { groupDashboard } from './group-dashboard.queries.server'

const LATEST = 10

/** What a person finds first after signing in: what waits for them, by what they may do. */
export async function ownHomeScreen(services: Services, actor: Actor) {
  const [groups, applications, office, registrar] = await Promise.all([
    ownGroups(services, actor),
    ownApplications(services, actor),
    may(actor, 'office.read') ? officeCounts(services, actor) : null,
    may(actor, 'subdomain.activate') ? registrarCounts(services) : null,
  ])
  return {
    name: actor.name,
    now: services.clock(),
    groups,
    applications,
    office,
    registrar,
    mayInvite: may(actor, 'officers.invite') && !may(actor, 'admin.manage'),
    mayIssueCodes: may(actor, 'resetCode.issue'),
    isAdmin: may(actor, 'admin.manage'),
    /** People without an office are volunteers, or are about to be. */
    isVolunteer: actor.grants.every((grant) => grant.role === 'volunteer'),
  }
}

async function ownGroups(services: Services, actor: Actor) {
  const { store } = services
  const { groups } = store.tables
  const ids = groupIdsOf(actor)
  if (ids.length === 0) return []
  const rows = await store.read
    .select({
      id: groups.id,
      name: groups.name,
      number: groups.number,
      status: groups.status,
      suspendedUntil: groups.suspendedUntil,
      provinceCode: groups.provinceCode,
      regencyCode: groups.regencyCode,
      villageCode: groups.villageCode,
    })
    .from(groups)
    .where(inArray(groups.id, ids))
    .orderBy(asc(groups.nameKey))
  return Promise.all(rows.map((group) => groupDashboard(services, group)))
}

async function ownApplications({ store }: Services, actor: Actor) {
  const { applications } = store.tables
  return store.read
    .select({
      id: applications.id,
      groupName: applications.groupName,
      status: applications.status,
      updatedAt: applications.updatedAt,
      submittedAt: applications.submittedAt,
    })
    .from(applications)
    .where(
      and(
        eq(applications.createdBy, actor.id),
        eq(applications.source, 'online'),
        inArray(applications.status, ['draft', 'submitted', 'under_review', 'returned']),
      ),
    )
    .orderBy(desc(applications.updatedAt))
    .limit(LATEST)
}

async function officeCounts(services: Services, actor: Actor) {
  const { store, clock } = services
  const { applications, subdomainRequests, chairHandovers } = store.tables
  const here = inReach(actor, 'office.read', applications)
  const open = inArray(applications.status, ['submitted', 'under_review'])
  const [reports, [waiting], [underReview], [overdue], [mine], [names], [handovers]] = await Promise.all([
    countWaitingReports(services, actor),
    store.read
      .select({ n: count() })
      .from(applications)
      .where(and(here, eq(applications.status, 'submitted'))),
    store.read
      .select({ n: count() })
      .from(applications)
      .where(and(here, eq(applications.status, 'under_review'))),
    store.read
      .select({ n: count() })
      .from(applications)
      .where(and(here, open, isNotNull(applications.dueAt), lt(applications.dueAt, clock()))),
    store.read
      .select({ n: count() })
      .from(applications)
      .where(and(here, open, eq(applications.assignedTo, actor.id))),
    store.read
      .select({ n: count() })
      .from(subdomainRequests)
      .where(
        and(inReach(actor, 'office.read', subdomainRequests), eq(subdomainRequests.status, 'requested')),
      ),
    store.read
      .select({ n: count() })
      .from(chairHandovers)
      .where(and(inReach(actor, 'office.read', chairHandovers), eq(chairHandovers.status, 'accepted'))),
  ])
  return {
    waiting: waiting?.n ?? 0,
    underReview: underReview?.n ?? 0,
    overdue: overdue?.n ?? 0,
    mine: mine?.n ?? 0,
    names: names?.n ?? 0,
    handovers: handovers?.n ?? 0,
    reports,
  }
}

async function registrarCounts({ store }: Services) {
  const { subdomainRequests } = store.tables
  const [row] = await store.read
    .select({ n: count() })
    .from(subdomainRequests)
    .where(eq(subdomainRequests.status, 'endorsed'))
  return { endorsed: row?.n ?? 0 }
}
