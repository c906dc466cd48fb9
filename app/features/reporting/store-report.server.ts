import { and, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import { kindOn, type Period } from './periods'
import { reportIdUsed } from './reporting.errors'
import type { ReportContent } from './reporting-kinds'
import { phaseOn } from './reporting-rules'
import { type Reading, readRules } from './reporting-rules.queries.server'
import { canWrite } from './reports.policy'

export type Report = Tables['reports']['$inferSelect']

/** A report as its group writes it. */
export interface Writing {
  actor: Actor
  requestId: string
  /** Made by the form: sent twice it is stored once. */
  id: string
  groupId: string
  period: Period
  /** Of the report that was on the screen; 0 when there was none. */
  version: number
  content: ReportContent
}

/**
 * Finds the groups of those who write, and how their periods stand.
 * @throws notFound for others' groups and for periods that a group does not owe; not_chair 403; group_closed 409
 */
export async function writingsWithGroups<W extends Writing>({ db, tables }: Tx, writings: W[], now: Instant) {
  const ids = [...new Set(writings.map(({ groupId }) => groupId))]
  const found = await db.select().from(tables.groups).where(inArray(tables.groups.id, ids))
  const groups = new Map(found.map((group) => [group.id, group]))
  const rules = await readRules({ db, tables })
  const owed = await owedBy({ db, tables }, writings)
  return writings.map((writing) => {
    const group = groups.get(writing.groupId)
    if (!group) throw notFound()
    assertAllowed(canWrite(writing.actor, group))
    const { period } = writing
    const today = localDate(now, zoneOf(group.villageCode))
    if (period.from > today || kindOn(rules.kindsOf(group.regencyCode), period.from) !== period.kind) {
      throw notFound()
    }
    if (!owed(writing)) throw notFound()
    const deadlines = rules.deadlinesOf(group.regencyCode, period)
    return { ...writing, group, today, deadlines, phase: phaseOn(today, period, deadlines) }
  })
}

/** Tells whether a group was registered on the first day of a period: only then it owes a report. */
export async function owedBy(
  { db, tables: { groupSpans } }: Reading,
  writings: Pick<Writing, 'groupId' | 'period'>[],
) {
  const owed = new Set<string>()
  for (const from of new Set(writings.map(({ period }) => period.from))) {
    const ids = writings.filter(({ period }) => period.from === from).map(({ groupId }) => groupId)
    const rows = await db
      .select({ groupId: groupSpans.groupId })
      .from(groupSpans)
      .where(
        and(
          inArray(groupSpans.groupId, ids),
          lte(groupSpans.from, from),
          or(isNull(groupSpans.until), gt(groupSpans.until, from)),
        ),
      )
    for (const { groupId } of rows) owed.add(`${groupId} ${from}`)
  }
  return ({ groupId, period }: Pick<Writing, 'groupId' | 'period'>) => owed.has(`${groupId} ${period.from}`)
}

/**
 * The stored reports of what is written, found by group and period.
 * @throws report_id_used 409 when an id belongs to the report of another group or period
 */
export async function storedReports({ db, tables: { reports } }: Tx, writings: Writing[]) {
  const rows = await db
    .select()
    .from(reports)
    .where(
      or(
        inArray(
          reports.id,
          writings.map(({ id }) => id),
        ),
        and(
          inArray(
            reports.groupId,
            writings.map(({ groupId }) => groupId),
          ),
          inArray(reports.from, [...new Set(writings.map(({ period }) => period.from))]),
        ),
      ),
    )
  const isOf = (row: Report, { groupId, period }: Writing) =>
    row.groupId === groupId && row.kind === period.kind && row.from === period.from
  return (writing: Writing): Report | undefined => {
    if (rows.some((row) => row.id === writing.id && !isOf(row, writing))) throw reportIdUsed()
    return rows.find((row) => isOf(row, writing))
  }
}

/** True when a report says what was written. */
export function saysTheSame(report: Report, content: ReportContent): boolean {
  return (
    report.obstacles === content.obstacles &&
    report.plans === content.plans &&
    report.received === content.received &&
    report.spent === content.spent &&
    report.fundSource === content.fundSource
  )
}

/** The columns of a report's first row. */
export function newReportRow(
  { id, period, content }: Writing,
  group: Tables['groups']['$inferSelect'],
  now: Instant,
) {
  return {
    id,
    groupId: group.id,
    ...period,
    ...content,
    statusSince: now,
    provinceCode: group.provinceCode,
    regencyCode: group.regencyCode,
    districtCode: group.districtCode,
    villageCode: group.villageCode,
  }
}
