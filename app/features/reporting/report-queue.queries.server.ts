import { and, asc, eq, gt, ne, or, type SQL } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import type { ReportQueueQuery } from './office-reports.schema'
import { periodOf, periodWords } from './periods'
import { waitingReports } from './waiting-reports.queries.server'

const PAGE = 50

/** The reports that wait for the office, those that have waited longest first. */
export async function reportQueueScreen(services: Services, actor: Actor, query: ReportQueueQuery) {
  const { store, clock } = services
  const { reports, groups } = store.tables
  const { wilayah, setelah } = query
  const column = [reports.provinceCode, reports.regencyCode, reports.districtCode][wilayah.length / 2 - 1]
  const found = await store.read
    .select({ report: reports, groupName: groups.name })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(
      and(
        await waitingReports(services, actor),
        wilayah && column ? eq(column, wilayah) : undefined,
        setelah ? await behind(services, setelah) : undefined,
      ),
    )
    .orderBy(asc(reports.statusSince), asc(reports.id))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE)
  const reading = { db: store.read, tables: store.tables }
  const places = await findPlaces(
    reading,
    shown.map(({ report }) => report.villageCode),
  )
  const isApproved = await approvedIn(
    reading,
    shown.map(({ report }) => report),
  )
  const rows = shown.map(({ report, groupName }) => {
    const place = places.get(report.villageCode)
    const isOwn = report.sentBy === actor.id
    return {
      id: report.id,
      version: report.version,
      groupName,
      period: periodWords(periodOf(report.kind, report.from)),
      since: report.statusSince,
      onTime: report.onTime,
      edition: report.edition,
      activities: report.numbers?.activities ?? 0,
      confirmed: report.numbers?.confirmed ?? 0,
      received: report.received,
      spent: report.spent,
      place: place ? [place.village, place.district].map(withWord).join(', ') : report.villageCode,
      regency: place ? withWord(place.regency) : '',
      isOwn,
      selectable: !isOwn && mayIn(actor, 'report.verify', report) && !isApproved(report),
    }
  })
  return {
    rows,
    next: found.length > PAGE ? rows.at(-1)?.id : undefined,
    now: clock(),
    oneRegency: new Set(rows.map(({ regency }) => regency)).size === 1,
    mayDecide: rows.some(({ selectable }) => selectable),
  }
}
export type ReportQueueRow = Awaited<ReturnType<typeof reportQueueScreen>>['rows'][number]

/** What has waited less long than a report. */
async function behind({ store }: Pick<Services, 'store'>, reportId: string): Promise<SQL | undefined> {
  const { reports } = store.tables
  const [at] = await store.read
    .select({ since: reports.statusSince })
    .from(reports)
    .where(eq(reports.id, reportId))
  if (!at) return undefined
  return or(
    gt(reports.statusSince, at.since),
    and(eq(reports.statusSince, at.since), gt(reports.id, reportId)),
  )
}

/** The report that an officer looks at after this one: the next that waits, or the first. */
export async function nextWaiting(
  services: Pick<Services, 'store'>,
  actor: Actor,
  reportId: string,
): Promise<string | null> {
  const { reports } = services.store.tables
  const waiting = await waitingReports(services, actor)
  const first = async (more: SQL | undefined) => {
    const [row] = await services.store.read
      .select({ id: reports.id })
      .from(reports)
      .where(and(waiting, ne(reports.id, reportId), more))
      .orderBy(asc(reports.statusSince), asc(reports.id))
      .limit(1)
    return row?.id ?? null
  }
  return (await first(await behind(services, reportId))) ?? (await first(undefined))
}
