import { and, asc, desc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { regionNames } from '~/features/regions/office-places.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { approvalKey, approvalsOf } from './approvals.server'
import { approvedNumbers, completenessOf } from './completeness.queries.server'
import { type OfficePlace, officePlace } from './office-place.queries.server'
import type { ListedReports, ReportPlaceQuery } from './office-reports.schema'
import { listed, rowsOf } from './report-list.queries.server'
import type { Reading } from './reporting-rules.queries.server'
import { canApprove, mayApprove, mayReopen, mayTakeBack } from './reports.policy'
import { pathUp } from './tree.queries.server'

/** How many names of missing or late reports the page lists; the rest is a click away. */
const NAMED = 20

/**
 * What is missing before a period of a region can be approved, and its approvals so far.
 * @throws notFound for a district, which approves nothing
 */
export async function approvalScreen(services: Services, actor: Actor, query: ReportPlaceQuery) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const place = await officePlace(services, actor, query)
  const { code, period, today } = place
  if (place.level === 'district') throw notFound()
  const { rates, dueOn, openBelow, approvedBelow } = await completenessOf(reading, code, period)
  const path = pathUp(code)
  const [approvals, names, history, missing, late, returned, waiting] = await Promise.all([
    approvalsOf(
      reading,
      path.map((regionCode) => ({ ...period, regionCode })),
    ),
    regionNames(reading, [...openBelow, ...approvedBelow]),
    historyOfPeriod(reading, place),
    named(services, place, 'belum'),
    named(services, place, 'terlambat'),
    named(services, place, 'dikembalikan'),
    named(services, place, 'menunggu'),
  ])
  const statusOf = (regionCode: string) => approvals.get(approvalKey({ ...period, regionCode }))
  const own = statusOf(code)
  const approved = own?.status === 'approved'
  const decision = canApprove({
    ...rates,
    approved,
    isDue: code.length !== 4 || today > dueOn,
    openBelow: openBelow.length,
  })
  const standing = path.filter((regionCode) => statusOf(regionCode)?.status === 'approved')
  const { rules: _, ...shown } = place
  const withName = (regionCode: string) => ({ code: regionCode, name: names.get(regionCode) ?? regionCode })
  return {
    place: shown,
    zone: zoneOf(code),
    dueOn,
    rates,
    approval: own
      ? { status: own.status, version: own.version, at: own.approvedAt, numbers: own.numbers }
      : null,
    /** The counts of today, where they are no longer those that were approved. */
    drifted:
      approved &&
      own &&
      JSON.stringify(sorted(own.numbers)) !== JSON.stringify(sorted(approvedNumbers(rates))),
    version: own?.version ?? 0,
    mayApprove: mayApprove(actor, code) && decision.allowed,
    /** Why it cannot be approved yet, for who would. */
    why: mayApprove(actor, code) && !decision.allowed && !approved ? decision.error.message : null,
    mayReopen: approved && mayReopen(actor, code) && standing.every((one) => mayTakeBack(actor, one)),
    openBelow: openBelow.map(withName),
    approvedBelow: approvedBelow.map(withName),
    missing,
    late,
    returned,
    waiting,
    history,
  }
}
export type ApprovalScreen = Awaited<ReturnType<typeof approvalScreen>>

function sorted(numbers: object): [string, unknown][] {
  return Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The first names of a list of the period; the list itself is a page of its own. */
async function named(services: Services, place: OfficePlace, kind: ListedReports) {
  const { groups } = services.store.tables
  const where = await listed(services, place, kind)
  const rows = await rowsOf(services, place, where)
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .limit(NAMED + 1)
  return {
    groups: rows
      .slice(0, NAMED)
      .map(({ groupId, name, number, report }) => ({ groupId, name, number, reportId: report?.id ?? null })),
    more: rows.length > NAMED,
  }
}

async function historyOfPeriod({ db, tables }: Reading, { code, period }: OfficePlace) {
  const { reportApprovalEvents, accounts } = tables
  return db
    .select({
      id: reportApprovalEvents.id,
      act: reportApprovalEvents.act,
      reason: reportApprovalEvents.reason,
      numbers: reportApprovalEvents.numbers,
      by: accounts.name,
      at: reportApprovalEvents.at,
    })
    .from(reportApprovalEvents)
    .innerJoin(accounts, eq(accounts.id, reportApprovalEvents.byAccount))
    .where(
      and(
        eq(reportApprovalEvents.regionCode, code),
        eq(reportApprovalEvents.kind, period.kind),
        eq(reportApprovalEvents.from, period.from),
      ),
    )
    .orderBy(desc(reportApprovalEvents.at), desc(reportApprovalEvents.id))
}
