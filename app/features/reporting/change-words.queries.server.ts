import { asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { activityStatusWords } from '~/features/activities/activities.messages'
import { activityStatuses } from '~/features/activities/activities.state'
import { namesIn } from '~/features/activities/activity.queries.server'
import { type Change, changesOfContent } from '~/features/activities/activity-changes'
import { auditActionWords } from '~/features/audit/audit.messages'
import { auditValueWords } from '~/features/audit/audit-delta.messages'
import { zoneOf } from '~/features/regions/local-words'
import type { AuditEvent } from './changes.queries.server'
import { changesOfReport } from './report-changes'
import { standingWords } from './reporting.messages'
import type { Reading } from './reporting-rules.queries.server'
import { type ReportStatus, reportStatuses } from './reports.state'

const Delta = z.object({
  status: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
  version: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  edition: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
})

/** Puts names and words to changes, before and after, each table asked once. */
export async function withChangeWords(reading: Reading, events: AuditEvent[]) {
  const people = await peopleOf(reading, events)
  const activities = await activitiesOf(reading, idsOf(events, 'activity'))
  const reports = await reportsOf(reading, idsOf(events, 'report'))
  return events.map((event) => {
    const isReport = event.subjectKind === 'report'
    const subject = isReport ? reports.get(event.subjectId) : activities.get(event.subjectId)
    return {
      seq: event.seq,
      at: event.at,
      zone: zoneOf(event.regencyCode ?? ''),
      by: people.get(event.actorId ?? '') ?? 'Portal',
      role: auditValueWords[event.actorRole] ?? event.actorRole,
      did: auditActionWords[event.action] ?? event.action,
      title: subject?.title ?? event.subjectId,
      href: isReport ? `/dinas/laporan/${event.subjectId}` : `/dinas/kegiatan/${event.subjectId}`,
      groupName: subject?.groupName ?? '',
      changes: isReport
        ? reportChanges(event, reports.get(event.subjectId))
        : activityChanges(event, activities.get(event.subjectId)),
    }
  })
}
export type ChangeRow = Awaited<ReturnType<typeof withChangeWords>>[number]

function idsOf(events: AuditEvent[], kind: string): string[] {
  return [...new Set(events.filter((one) => one.subjectKind === kind).map(({ subjectId }) => subjectId))]
}

async function peopleOf(
  { db, tables: { accounts } }: Reading,
  events: AuditEvent[],
): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Activities with everything that they ever said. */
async function activitiesOf(reading: Reading, ids: string[]) {
  const { activities, activityVersions, groups } = reading.tables
  if (ids.length === 0) return new Map<string, never>()
  const rows = await reading.db
    .select({
      id: activities.id,
      title: activities.title,
      groupName: groups.name,
      version: activityVersions.version,
      content: activityVersions.content,
    })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(inArray(activities.id, ids))
    .orderBy(asc(activityVersions.version))
  const names = await namesIn(
    reading,
    rows.map(({ content }) => content),
  )
  const byId = grouped(rows, ({ id }) => id)
  return new Map(
    [...byId].map(([id, versions]) => [
      id,
      { title: versions[0]?.title ?? id, groupName: versions[0]?.groupName ?? '', versions, names },
    ]),
  )
}
type ToldActivity = Awaited<ReturnType<typeof activitiesOf>> extends Map<string, infer A> ? A : never

function activityChanges(event: AuditEvent, activity: ToldActivity | undefined): Change[] {
  const { status, version } = deltaOf(event)
  const words = (value: string | null) => {
    const known = activityStatuses.find((one) => one === value)
    return known ? activityStatusWords[known].label : value
  }
  if (status) return [{ term: 'Status', before: words(status[0]), after: words(status[1]) }]
  const after = activity?.versions.find((one) => one.version === version?.[1])
  const before = activity?.versions.findLast((one) => one.version < (version?.[1] ?? 0))
  return activity && after && before ? changesOfContent(before.content, after.content, activity.names) : []
}

/** Reports with everything that was ever sent. */
async function reportsOf(reading: Reading, ids: string[]) {
  const { reports, reportEditions, groups } = reading.tables
  if (ids.length === 0) return new Map<string, never>()
  const rows = await reading.db
    .select({ groupName: groups.name, edition: reportEditions })
    .from(reportEditions)
    .innerJoin(reports, eq(reports.id, reportEditions.reportId))
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(inArray(reports.id, ids))
    .orderBy(asc(reportEditions.edition))
  return new Map(
    [...grouped(rows, ({ edition }) => edition.reportId)].map(([id, editions]) => [
      id,
      {
        title: 'Laporan berkala',
        groupName: editions[0]?.groupName ?? '',
        editions: editions.map(({ edition }) => edition),
      },
    ]),
  )
}
type ToldReport = Awaited<ReturnType<typeof reportsOf>> extends Map<string, infer R> ? R : never

function reportChanges(event: AuditEvent, report: ToldReport | undefined): Change[] {
  const { status, edition } = deltaOf(event)
  const after = report?.editions.find((one) => one.edition === edition?.[1])
  const before = report?.editions.find((one) => one.edition === edition?.[0]) ?? null
  const words = (value: string | null) => {
    const known = reportStatuses.find((one) => one === value)
    return known ? standing(known) : value
  }
  const moved = status && status[0] !== status[1]
  return [
    ...(moved ? [{ term: 'Keadaan', before: words(status[0]), after: words(status[1]) }] : []),
    ...(after ? changesOfReport(before, after) : []),
  ]
}

function standing(status: ReportStatus): string {
  return status === 'draft' ? 'Draf' : standingWords({ status, onTime: false }, 'locked').label
}

function deltaOf(event: AuditEvent): z.output<typeof Delta> {
  return Delta.catch({}).parse(JSON.parse(event.delta))
}

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const there = groups.get(keyOf(row))
    if (there) there.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
