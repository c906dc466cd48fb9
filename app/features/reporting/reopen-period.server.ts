import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { officersAt } from '~/features/identity/grants.server'
import { notifyAll } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { approvalKey, approvalsOf } from './approvals.server'
import { type ActingOnPeriod, regionOf } from './approve-period.server'
import { holdPeriods } from './count-reports.server'
import { reportsHref } from './office-reports.schema'
import { type Period, periodCode, periodWords } from './periods'
import { mayReopen, mayTakeBack } from './reports.policy'
import { pathUp } from './tree.queries.server'

/**
 * Opens an approved period of a region again, and with it every approval above that stands on it, up to the level of
 * who reopens. Those concerned are told the reason.
 * @throws notFound for who is not above the region; not_approved, approved_above, changedMeanwhile 409
 */
export async function reopenPeriod(
  services: Services,
  { actor, requestId, regionCode, period, version, reason }: ActingOnPeriod & { reason: string },
): Promise<void> {
  const { store, clock, newId } = services
  const now = clock()
  if (!mayReopen(actor, regionCode)) throw notFound()
  await store.transact(
    async (tx) => {
      const path = pathUp(regionCode).map((code) => ({
        regionCode: code,
        kind: period.kind,
        from: period.from,
      }))
      await holdPeriods(tx, path)
      const approvals = await approvalsOf(tx, path)
      const standing = path.flatMap((key) => {
        const approval = approvals.get(approvalKey(key))
        return approval?.status === 'approved' ? [approval] : []
      })
      const own = approvals.get(approvalKey({ ...period, regionCode }))
      if (own?.status !== 'approved') throw notApproved()
      if (own.version !== version) throw changedMeanwhile()
      if (standing.some((approval) => !mayTakeBack(actor, approval.regionCode))) throw approvedAbove()
      for (const approval of standing) {
        await reopenOne(tx, approval)
        await tx.db.insert(tx.tables.reportApprovalEvents).values({
          id: newId(),
          regionCode: approval.regionCode,
          kind: period.kind,
          from: period.from,
          act: 'reopened',
          reason,
          numbers: approval.numbers,
          byAccount: actor.id,
          at: now,
        })
      }
      await tellOfficers(tx, services, {
        actor,
        codes: standing.map((one) => one.regionCode),
        period,
        reason,
        now,
      })
      for (const approval of standing) {
        await recordAudit(tx, {
          id: newId(),
          at: now,
          actor: { id: actor.id, role: levelOf(actor) },
          action: 'reportPeriod.reopened',
          subject: { kind: 'report_period', id: `${approval.regionCode}:${periodCode(period)}` },
          region: regionOf(approval.regionCode),
          delta: { status: ['approved', 'reopened'], reason: [null, reason] },
          requestId,
        })
      }
    },
    { shows: 'nothing' },
  )
}

/** The widest level at which an officer acts. */
function levelOf(actor: Actor) {
  const isNational = actor.grants.some(({ role }) => role === 'national_officer')
  return isNational ? 'national_officer' : 'province_officer'
}

async function reopenOne(
  { db, tables: { reportApprovals } }: Tx,
  { regionCode, kind, from, version }: Tables['reportApprovals']['$inferSelect'],
): Promise<void> {
  const [changed] = await db
    .update(reportApprovals)
    .set({ status: 'reopened', version: version + 1 })
    .where(
      and(
        eq(reportApprovals.regionCode, regionCode),
        eq(reportApprovals.kind, kind),
        eq(reportApprovals.from, from),
        eq(reportApprovals.version, version),
      ),
    )
    .returning({ version: reportApprovals.version })
  if (!changed) throw changedMeanwhile()
}

async function tellOfficers(
  tx: Tx,
  { newId, config }: Pick<Services, 'newId' | 'config'>,
  {
    actor,
    codes,
    period,
    reason,
    now,
  }: { actor: Actor; codes: string[]; period: Period; reason: string; now: Instant },
): Promise<void> {
  for (const code of codes) {
    const others = (await officersAt(tx, code)).filter((accountId) => accountId !== actor.id)
    await notifyAll(
      tx,
      others.map((accountId) => ({
        accountId,
        title: `Masa laporan ${periodWords(period)} dibuka kembali`,
        body: `${reason}\n\nPerbaiki yang perlu, lalu setujui lagi.`,
        href: reportsHref('approval', { masa: period, wilayah: code }),
      })),
      { newId, now, publicUrl: config.publicUrl },
    )
  }
}

function notApproved(): AppError {
  return new AppError(
    'not_approved',
    409,
    'Masa laporan ini tidak sedang disetujui, jadi tidak perlu dibuka. Muat ulang halaman untuk melihat keadaan terbaru.',
  )
}

function approvedAbove(): AppError {
  return new AppError(
    'approved_above',
    409,
    'Masa laporan ini sudah disetujui di tingkat yang lebih tinggi. Mintalah tingkat itu membukanya kembali.',
  )
}
