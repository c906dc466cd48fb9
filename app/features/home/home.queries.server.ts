import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { countWaitingActivities } from '~/features/activities/waiting.queries.server'
import { type Actor, groupIdsOf, may } from '~/features/identity/actor'
import { officeHome } from '~/features/registration/office-home.queries.server'
import type { Services } from '~/platform/services'
import { groupDashboard } from './group-dashboard.queries.server'
import { officeDuties } from './office-duties.queries.server'

const LATEST = 10

/** What a person finds first after signing in: what waits for them, by what they may do. */
export async function ownHomeScreen(services: Services, actor: Actor) {
  const [groups, applications, office, registrar] = await Promise.all([
    ownGroups(services, actor),
    ownApplications(services, actor),
    may(actor, 'office.read') ? officeWork(services, actor) : null,
    may(actor, 'subdomain.activate') ? registrarCounts(services) : null,
  ])
  return {
    name: actor.name,
    now: services.clock(),
    groups,
    applications,
    office,
    registrar,
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

/** The same as the office's first page tells of its work. */
async function officeWork(services: Services, actor: Actor) {
  const [home, duties, activities] = await Promise.all([
    officeHome(services, actor),
    officeDuties(services, actor),
    countWaitingActivities(services, actor),
  ])
  return { home, duties, activities }
}

async function registrarCounts({ store }: Services) {
  const { subdomainRequests } = store.tables
  const [row] = await store.read
    .select({ n: count() })
    .from(subdomainRequests)
    .where(eq(subdomainRequests.status, 'endorsed'))
  return { endorsed: row?.n ?? 0 }
}
