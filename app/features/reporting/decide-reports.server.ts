import { and, asc, eq, inArray } from 'drizzle-orm'
import { recordAudits } from '~/features/audit/record-audit.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { notifyAll } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import { countedOf, countReports, holdPeriods } from './count-reports.server'
import { periodCode, periodWords } from './periods'
import { canDecide } from './reports.policy'
import type { Report } from './store-report.server'

/** One report as it was on the officer's screen. */
export interface ChosenReport {
  id: string
  version: number
}

interface Deciding {
  actor: Actor
  requestId: string
  chosen: ChosenReport[]
}

export interface DecidedReports {
  done: number
  /** What changed since it was on the screen, or cannot be decided by this officer: nothing happened to it. */
  left: { id: string; why: string }[]
}

/**
 * Verifies reports: the office has looked at them. What cannot be verified is left and told, the rest is done.
 * @throws notFound when one lies outside the officer's region; the refusal itself when only one was chosen
 */
export function verifyReports(services: Services, deciding: Deciding): Promise<DecidedReports> {
  return decide(services, { ...deciding, to: 'verified', comment: null })
}

/**
 * Gives reports back with a comment; until they are sent again they do not count as arrived.
 * @throws like `verifyReports`
 */
export function returnReports(
  services: Services,
  deciding: Deciding & { comment: string },
): Promise<DecidedReports> {
  return decide(services, { ...deciding, to: 'returned' })
}

async function decide(
  services: Services,
  {
    actor,
    requestId,
    chosen,
    to,
    comment,
  }: Deciding & { to: 'verified' | 'returned'; comment: string | null },
): Promise<DecidedReports> {
  const { store, clock, newId } = services
  const now = clock()
  const versions = new Map(chosen.map(({ id, version }) => [id, version]))
  return store.transact(
    async (tx) => {
      const found = await findHeld(tx, [...versions.keys()])
      const approved = await approvedIn(tx, found)
      const left: DecidedReports['left'] = []
      const willing = found.filter((report) => {
        const decision = canDecide(actor, report, { to, approved: approved(report) })
        if (decision.allowed && report.version === versions.get(report.id)) return true
        const error = decision.allowed ? changedMeanwhile() : decision.error
        if (error.status === 404 || found.length === 1) throw error
        left.push({ id: report.id, why: error.message })
        return false
      })
      const done = await moveAll(tx, willing, { to, now })
      const moved = willing.filter(({ id }) => done.has(id))
      for (const { id } of willing) if (!done.has(id)) left.push({ id, why: changedMeanwhile().message })
      if (found.length === 1 && moved.length === 0) throw changedMeanwhile()
      if (moved.length === 0) return { done: 0, left }
      await tx.db.insert(tx.tables.reportEvents).values(
        moved.map(({ id }) => ({
          id: newId(),
          reportId: id,
          kind: to,
          comment,
          byAccount: actor.id,
          byOffice: true,
          at: now,
        })),
      )
      await countReports(
        tx,
        moved.map((report) => ({
          before: countedOf(report),
          after: { ...countedOf(report), status: to },
        })),
      )
      await tellSenders(tx, services, { moved, to, comment, now })
      await recordAudits(
        tx,
        moved.map((report) => ({
          id: newId(),
          at: now,
          actor: actingAs(actor, 'report.verify', report),
          action: to === 'verified' ? 'report.verified' : 'report.returned',
          subject: { kind: 'report', id: report.id },
          region: report,
          delta: { status: [report.status, to] },
          requestId,
        })),
      )
      return { done: moved.length, left }
    },
    { shows: 'nothing' },
  )
}

/** The reports, read again once their periods are held. */
async function findHeld(tx: Tx, ids: string[]): Promise<Report[]> {
  const { reports } = tx.tables
  const read = () => tx.db.select().from(reports).where(inArray(reports.id, ids)).orderBy(asc(reports.id))
  const before = await read()
  if (before.length < ids.length) throw notFound()
  const periods = new Map(
    before.map(({ regencyCode: regionCode, kind, from }) => [
      `${regionCode} ${kind} ${from}`,
      { regionCode, kind, from },
    ]),
  )
  await holdPeriods(tx, [...periods.values()])
  return read()
}

/** Moves those that are still as they were read, alike ones by one statement; answers their ids. */
async function moveAll(
  { db, tables: { reports } }: Tx,
  willing: Report[],
  { to, now }: { to: 'verified' | 'returned'; now: Instant },
): Promise<Set<string>> {
  const done = new Set<string>()
  for (const [key, alike] of groupedBy(willing, ({ status, version }) => `${status} ${version}`)) {
    const version = Number(key.split(' ')[1])
    const moved = await db
      .update(reports)
      .set({ status: to, statusSince: now, version: version + 1 })
      .where(
        and(
          inArray(
            reports.id,
            alike.map(({ id }) => id),
          ),
          eq(reports.version, version),
        ),
      )
      .returning({ id: reports.id })
    for (const { id } of moved) done.add(id)
  }
  return done
}

function groupedBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** One notice for each who sent, however many of theirs were decided at once. */
async function tellSenders(
  tx: Tx,
  { newId, config }: Pick<Services, 'newId' | 'config'>,
  {
    moved,
    to,
    comment,
    now,
  }: { moved: Report[]; to: 'verified' | 'returned'; comment: string | null; now: Instant },
): Promise<void> {
  const sent = moved.filter(({ sentBy }) => sentBy !== null)
  const notes = [...groupedBy(sent, ({ sentBy }) => sentBy ?? '')].flatMap(([accountId, own]) => {
    const [first] = own
    if (!first) return []
    const which = own.length === 1 ? `Laporan ${periodWords(first)}` : `${own.length} laporan`
    const list = `/kelompok/${first.groupId}/laporan`
    const words =
      to === 'verified'
        ? { title: `${which} terverifikasi`, body: 'Dinas sudah memeriksanya. Terima kasih.' }
        : {
            title: `${which} dikembalikan`,
            body: `${comment ?? ''}\n\nPerbaiki laporannya, lalu kirim lagi.`,
          }
    return [{ accountId, href: own.length === 1 ? `${list}/${periodCode(first)}` : list, ...words }]
  })
  await notifyAll(tx, notes, { newId, now, publicUrl: config.publicUrl })
}
