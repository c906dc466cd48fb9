import { and, eq } from 'drizzle-orm'
import { type AuditEntry, recordAudits } from '~/features/audit/record-audit.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import { countedOf, countReports, holdPeriods } from './count-reports.server'
import type { Period } from './periods'
import { numbersOfGroups } from './report-numbers.queries.server'
import { reasonMissing, reportChangedMeanwhile } from './reporting.errors'
import type { ReportNumbers } from './reporting-kinds'
import type { Reading } from './reporting-rules.queries.server'
import { canSend, isAmendment } from './reports.policy'
import {
  newReportRow,
  type Report,
  saysTheSame,
  storedReports,
  type Writing,
  writingsWithGroups,
} from './store-report.server'

export interface Sending extends Writing {
  /** Why, when it is an amendment. */
  reason: string | null
}

const SHORTEST_REASON = 5

/**
 * Sends a group's report for a period to its office; the numbers of its activities are frozen as they are now. The same
 * form sent twice is answered as before.
 * @throws notFound for others' groups and for periods that the group does not owe; not_chair 403; period_running,
 *   period_approved, group_closed, report_changed, report_id_used 409; reason_missing 422
 */
export function sendReport(services: Services, sending: Sending): Promise<void> {
  return sendReports(services, [sending])
}

/**
 * Sends several reports in few statements, all or none: at most a few hundred, each of another group.
 * @throws like `sendReport`
 */
export async function sendReports({ store, clock, newId }: Services, sendings: Sending[]): Promise<void> {
  const now = clock()
  const numbers = await numbersToFreeze({ db: store.read, tables: store.tables }, sendings)
  await store.transact(
    async (tx) => {
      const whole = await writingsWithGroups(tx, sendings, now)
      const places = whole.map(({ group, period: { kind, from } }) => ({
        regencyCode: group.regencyCode,
        kind,
        from,
      }))
      await holdPeriods(tx, distinct(places))
      const approved = await approvedIn(tx, places)
      const find = await storedReports(tx, sendings)
      const fresh = whole.flatMap((one) => {
        const stored = find(one)
        return isReplay(one, stored) ? [] : [{ ...one, stored }]
      })
      for (const one of fresh) {
        assertMaySend(one, approved({ ...one.period, regencyCode: one.group.regencyCode }))
      }
      const after = await writeReports(tx, fresh, { numbers, now })
      const told = fresh.flatMap((one, at) => {
        const report = after[at]
        const own = numbers.get(numbersKey(one))
        return report && own ? [{ ...one, report, numbers: own, amends: amends(one) }] : []
      })
      await keepEditions(tx, told, { now, newId })
      await countReports(
        tx,
        told.map(({ stored, report }) => ({
          before: stored ? countedOf(stored) : null,
          after: countedOf(report),
        })),
      )
      await recordAudits(
        tx,
        told.map(
          ({ actor, requestId, report, stored, amends, group }): AuditEntry => ({
            id: newId(),
            at: now,
            actor: { id: actor.id, role: 'volunteer' },
            action: amends ? 'report.amended' : 'report.sent',
            subject: { kind: 'report', id: report.id },
            region: group,
            delta: {
              status: [stored?.status ?? null, 'sent'],
              edition: [stored?.edition ?? null, report.edition],
            },
            requestId,
          }),
        ),
      )
    },
    { shows: 'nothing' },
  )
}

type Whole = Awaited<ReturnType<typeof writingsWithGroups<Sending>>>[number]
type Fresh = Whole & { stored: Report | undefined }

function distinct(places: { regencyCode: string; kind: Period['kind']; from: string }[]) {
  const named = places.map(({ regencyCode, kind, from }) => ({ regionCode: regencyCode, kind, from }))
  return [
    ...new Map(named.map((place) => [`${place.regionCode} ${place.kind} ${place.from}`, place])).values(),
  ]
}

/** What the line sent twice: it was stored the first time. */
function isReplay({ id, version, content }: Whole, stored: Report | undefined): boolean {
  return (
    stored?.id === id &&
    stored.status === 'sent' &&
    stored.version === version + 1 &&
    saysTheSame(stored, content)
  )
}

function assertMaySend(one: Fresh, approved: boolean): void {
  const { stored, version, phase, reason } = one
  if ((stored?.version ?? 0) !== version) throw reportChangedMeanwhile()
  assertAllowed(canSend({ status: stored?.status ?? 'draft', phase, approved }))
  if (amends(one) && (reason ?? '').length < SHORTEST_REASON) throw reasonMissing()
}

function amends({ stored, phase }: Fresh): boolean {
  return isAmendment({ status: stored?.status ?? 'draft', phase })
}

function numbersKey({ groupId, period }: Pick<Sending, 'groupId' | 'period'>): string {
  return `${groupId} ${period.from}`
}

/** Read before the transaction, so that others need not wait for it. */
async function numbersToFreeze(reading: Reading, sendings: Sending[]): Promise<Map<string, ReportNumbers>> {
  const numbers = new Map<string, ReportNumbers>()
  for (const period of new Map(sendings.map(({ period: one }) => [one.from, one])).values()) {
    const ids = sendings.filter((one) => one.period.from === period.from).map(({ groupId }) => groupId)
    for (const [groupId, own] of await numbersOfGroups(reading, ids, period)) {
      numbers.set(numbersKey({ groupId, period }), own)
    }
  }
  return numbers
}

/** Writes the reports as they are sent now, new ones by one statement; answers them in order. */
async function writeReports(
  { db, tables: { reports } }: Tx,
  fresh: Fresh[],
  { numbers, now }: { numbers: Map<string, ReportNumbers>; now: Instant },
): Promise<Report[]> {
  const rows = fresh.map((one): Report => {
    const { stored, content, actor, today, deadlines } = one
    return {
      ...newReportRow(one, one.group, now),
      ...content,
      id: stored?.id ?? one.id,
      status: 'sent',
      numbers: numbers.get(numbersKey(one)) ?? null,
      edition: (stored?.edition ?? 0) + 1,
      firstSentAt: stored?.firstSentAt ?? now,
      onTime: stored?.firstSentAt ? stored.onTime : today <= deadlines.dueOn,
      sentBy: actor.id,
      version: (stored?.version ?? 0) + 1,
    }
  })
  const added = rows.filter((_, at) => !fresh[at]?.stored)
  if (added.length > 0) {
    const made = await db.insert(reports).values(added).onConflictDoNothing().returning({ id: reports.id })
    if (made.length < added.length) throw reportChangedMeanwhile()
  }
  for (const [at, row] of rows.entries()) {
    const stored = fresh[at]?.stored
    if (!stored) continue
    const [changed] = await db
      .update(reports)
      .set(row)
      .where(
        and(
          eq(reports.id, stored.id),
          eq(reports.version, stored.version),
          eq(reports.status, stored.status),
        ),
      )
      .returning({ id: reports.id })
    if (!changed) throw reportChangedMeanwhile()
  }
  return rows
}

interface Told extends Fresh {
  report: Report
  numbers: ReportNumbers
  amends: boolean
}

/** Keeps what the reports say now, and that they were sent. */
async function keepEditions(
  { db, tables: { reportEditions, reportEvents } }: Tx,
  told: Told[],
  { now, newId }: { now: Instant; newId: () => string },
): Promise<void> {
  if (told.length === 0) return
  await db.insert(reportEditions).values(
    told.map(({ report, content, numbers, actor, amends, reason }) => ({
      reportId: report.id,
      edition: report.edition,
      ...content,
      numbers,
      reason: amends ? reason : null,
      sentBy: actor.id,
      sentAt: now,
    })),
  )
  await db.insert(reportEvents).values(
    told.map(({ report, actor, amends, reason }) => ({
      id: newId(),
      reportId: report.id,
      kind: amends ? ('amended' as const) : ('sent' as const),
      comment: amends ? reason : null,
      byAccount: actor.id,
      byOffice: false,
      at: now,
    })),
  )
}
