import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { NATION } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { approvalKey, approvalsOf } from './approvals.server'
import { approvedNumbers, completenessOf } from './completeness.queries.server'
import { holdPeriods } from './count-reports.server'
import { type Period, periodCode } from './periods'
import { canApprove, mayApprove } from './reports.policy'

export interface ActingOnPeriod {
  actor: Actor
  requestId: string
  /** A regency, a province, or `00` for the nation. */
  regionCode: string
  period: Period
  /** Of the approval that was on the screen; 0 when there was none. */
  version: number
}

/**
 * Approves a period of a region: its reports are locked, and what they came to is written down.
 * @throws notFound for who does not approve there; already_approved, not_due, reports_waiting, open_below,
 *   nothing_expected, changedMeanwhile 409
 */
export async function approvePeriod(
  { store, clock, newId }: Services,
  { actor, requestId, regionCode, period, version }: ActingOnPeriod,
): Promise<void> {
  const now = clock()
  if (!mayApprove(actor, regionCode)) throw notFound()
  await store.transact(
    async (tx) => {
      const { reportApprovals, reportApprovalEvents } = tx.tables
      const key = { regionCode, kind: period.kind, from: period.from }
      await holdPeriods(tx, [key])
      const approval = (await approvalsOf(tx, [key])).get(approvalKey(key))
      if ((approval?.version ?? 0) !== version) throw changedMeanwhile()
      const { rates, dueOn, openBelow } = await completenessOf(tx, regionCode, period)
      const today = localDate(now, zoneOf(regionCode))
      assertAllowed(
        canApprove({
          ...rates,
          approved: approval?.status === 'approved',
          // Above, the regencies' own days have passed once all of them have approved.
          isDue: regionCode.length !== 4 || today > dueOn,
          openBelow: openBelow.length,
        }),
      )
      const numbers = approvedNumbers(rates)
      const approved = { status: 'approved' as const, approvedAt: now, approvedBy: actor.id, numbers }
      if (approval) {
        const [changed] = await tx.db
          .update(reportApprovals)
          .set({ ...approved, version: version + 1 })
          .where(
            and(
              eq(reportApprovals.regionCode, regionCode),
              eq(reportApprovals.kind, period.kind),
              eq(reportApprovals.from, period.from),
              eq(reportApprovals.version, version),
            ),
          )
          .returning({ version: reportApprovals.version })
        if (!changed) throw changedMeanwhile()
      } else {
        await tx.db.insert(reportApprovals).values({ ...key, ...approved, firstApprovedAt: now })
      }
      await tx.db
        .insert(reportApprovalEvents)
        .values({ id: newId(), ...key, act: 'approved', numbers, byAccount: actor.id, at: now })
      const { expected, actual, onTime, verified } = numbers
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: actor.id, role: roleAt(regionCode) },
        action: 'reportPeriod.approved',
        subject: { kind: 'report_period', id: `${regionCode}:${periodCode(period)}` },
        region: regionOf(regionCode),
        delta: {
          expected: [null, expected],
          actual: [null, actual],
          onTime: [null, onTime],
          verified: [null, verified],
        },
        requestId,
      })
    },
    { shows: 'nothing' },
  )
}

/** Who approves at a level. */
export function roleAt(regionCode: string) {
  if (regionCode === NATION) return 'national_officer' as const
  return regionCode.length === 2 ? ('province_officer' as const) : ('regency_officer' as const)
}

/** Where an approval happened, for the audit trail. */
export function regionOf(regionCode: string) {
  return {
    provinceCode: regionCode === NATION ? null : regionCode.slice(0, 2),
    regencyCode: regionCode.length === 4 ? regionCode : null,
  }
}
