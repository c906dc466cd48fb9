import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import { MINUTE } from '~/platform/clock'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { withChangeWords } from './change-words.queries.server'
import { type OfficePlace, officePlace } from './office-place.queries.server'
import type { ChangesQuery } from './office-reports.schema'
import type { Reading } from './reporting-rules.queries.server'

const PAGE = 50
/** Events read at once, and at most for a page: what lies further back is a click away. */
const READ = 400
const MOST_READ = 4000

export type AuditEvent = Tables['auditEvents']['$inferSelect']

/**
 * Every change to an activity or a report of a period since its regency first approved it, the newest first. Derived
 * from the audit trail and the stored versions; a page reads the trail of the region backwards.
 */
export async function changesScreen(services: Services, actor: Actor, query: ChangesQuery) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const place = await officePlace(services, actor, query)
  const since = await approvedSince(reading, place)
  const { rules: _, ...shown } = place
  if (since.size === 0) return { place: shown, approved: 0, rows: [], older: undefined }
  const { events, older } = await readChanges(reading, place, { since, before: query.sebelum })
  return { place: shown, approved: since.size, rows: await withChangeWords(reading, events), older }
}
export type ChangesScreen = Awaited<ReturnType<typeof changesScreen>>

/** When each regency of the place first approved the period. */
async function approvedSince(
  { db, tables }: Reading,
  { code, period }: OfficePlace,
): Promise<Map<string, number>> {
  const { reportApprovals } = tables
  const rows = await db
    .select({ code: reportApprovals.regionCode, at: reportApprovals.firstApprovedAt })
    .from(reportApprovals)
    .where(and(eq(reportApprovals.kind, period.kind), eq(reportApprovals.from, period.from)))
  const here = code === NATION ? '' : code.slice(0, 4)
  return new Map(
    rows.filter((row) => row.code.length === 4 && row.code.startsWith(here)).map((row) => [row.code, row.at]),
  )
}

async function readChanges(
  reading: Reading,
  place: OfficePlace,
  { since, before }: { since: Map<string, number>; before: number | undefined },
): Promise<{ events: AuditEvent[]; older: number | undefined }> {
  const { auditEvents } = reading.tables
  const first = await firstSeq(reading, Math.min(...since.values()))
  const found: AuditEvent[] = []
  let at = before
  for (let read = 0; read < MOST_READ; read += READ) {
    const batch = await reading.db
      .select()
      .from(auditEvents)
      .where(
        and(
          inPlace(reading.tables, place),
          inArray(auditEvents.subjectKind, ['activity', 'report']),
          gte(auditEvents.seq, first),
          at === undefined ? undefined : lt(auditEvents.seq, at),
        ),
      )
      .orderBy(desc(auditEvents.seq))
      .limit(READ)
    const later = batch.filter(
      (event) => event.at > (since.get(event.regencyCode ?? '') ?? Number.POSITIVE_INFINITY),
    )
    found.push(...(await ofPeriod(reading, place, later)))
    at = batch.at(-1)?.seq
    if (found.length >= PAGE) return { events: found.slice(0, PAGE), older: found[PAGE - 1]?.seq }
    if (batch.length < READ) return { events: found, older: undefined }
  }
  return { events: found, older: at }
}

function inPlace({ auditEvents }: Tables, { code }: OfficePlace): SQL | undefined {
  if (code === NATION) return undefined
  return code.length === 2
    ? eq(auditEvents.provinceCode, code)
    : eq(auditEvents.regencyCode, code.slice(0, 4))
}

/** Where the trail stood at a moment; clocks of several processes differ by less than the slack. */
async function firstSeq({ db, tables: { auditEvents } }: Reading, at: number): Promise<number> {
  const [row] = await db
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(gte(auditEvents.at, at - 10 * MINUTE))
    .orderBy(asc(auditEvents.at))
    .limit(1)
  return row?.seq ?? Number.MAX_SAFE_INTEGER
}

const Dates = z.object({ localDate: z.tuple([z.string().nullable(), z.string().nullable()]) })

/** Those of the events that touch the period: a report of it, or an activity that lay in it before or after. */
async function ofPeriod(reading: Reading, place: OfficePlace, events: AuditEvent[]): Promise<AuditEvent[]> {
  const { period, code } = place
  const idsOf = (kind: string) => [
    ...new Set(events.filter((one) => one.subjectKind === kind).map(({ subjectId }) => subjectId)),
  ]
  const reports = await reportsOfPeriod(reading, place, idsOf('report'))
  const activities = await datesOf(reading, idsOf('activity'))
  const isIn = (date: string | null | undefined) => date != null && date >= period.from && date <= period.last
  return events.filter((event) => {
    if (event.subjectKind === 'report') return reports.has(event.subjectId) && event.action !== 'report.saved'
    const known = activities.get(event.subjectId)
    if (!known || (code.length === 6 && known.districtCode !== code)) return false
    const told = Dates.safeParse(JSON.parse(event.delta))
    if (told.success) return told.data.localDate.some(isIn)
    return isIn(known.versions.findLast(({ savedAt }) => savedAt <= event.at)?.localDate)
  })
}

async function reportsOfPeriod(
  { db, tables: { reports } }: Reading,
  { period, code }: OfficePlace,
  ids: string[],
) {
  if (ids.length === 0) return new Set<string>()
  const rows = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        inArray(reports.id, ids),
        eq(reports.kind, period.kind),
        eq(reports.from, period.from),
        code.length === 6 ? eq(reports.districtCode, code) : undefined,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** On which day activities were said to be, from when on. */
async function datesOf({ db, tables: { activities, activityVersions } }: Reading, ids: string[]) {
  const dates = new Map<
    string,
    { districtCode: string; versions: { savedAt: number; localDate: string }[] }
  >()
  if (ids.length === 0) return dates
  const rows = await db
    .select({
      id: activities.id,
      districtCode: activities.districtCode,
      savedAt: activityVersions.savedAt,
      content: activityVersions.content,
    })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(inArray(activities.id, ids))
    .orderBy(asc(activityVersions.version))
  for (const { id, districtCode, savedAt, content } of rows) {
    const there = dates.get(id) ?? { districtCode, versions: [] }
    there.versions.push({ savedAt, localDate: content.localDate })
    dates.set(id, there)
  }
  return dates
}
