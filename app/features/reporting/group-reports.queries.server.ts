import type { GroupId } from '~/features/groups/groups.schema'
import { findOwnGroup } from '~/features/groups/own-group.queries.server'
import type { Actor } from '~/features/identity/actor'
import { officeName } from '~/features/regions/places'
import type { Services } from '~/platform/services'
import { firstToDo, type GroupPeriod, periodsOfGroup } from './group-periods.queries.server'
import { periodCode, periodWords } from './periods'
import { canWrite } from './reports.policy'

/** How many periods a group looks back on. */
const MOST = 24

/** A group's reports for its own people: every period that it owes, where it stands, and what to do first. */
export async function groupReportsScreen(services: Services, actor: Actor, groupId: GroupId) {
  const { group, place } = await findOwnGroup(services, actor, groupId)
  const { periods } = await periodsOfGroup(services, group, MOST)
  const first = firstToDo(periods)
  return {
    group: { id: group.id, name: group.name, status: group.status },
    office: officeName(place.regency),
    mayWrite: canWrite(actor, group).allowed,
    first: first && rowOf(first),
    rows: periods.map(rowOf),
  }
}

function rowOf({ period, phase, deadlines, approved, report }: GroupPeriod) {
  return {
    code: periodCode(period),
    words: periodWords(period),
    last: period.last,
    phase,
    deadlines,
    approved,
    report: report && { status: report.status, onTime: report.onTime, edition: report.edition },
    activities: report?.numbers?.activities ?? null,
  }
}
export type GroupReportRow = ReturnType<typeof rowOf>
