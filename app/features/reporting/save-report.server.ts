import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { approvedIn } from './approvals.server'
import { reportChangedMeanwhile } from './reporting.errors'
import { isOpen } from './reports.policy'
import {
  newReportRow,
  saysTheSame,
  storedReports,
  type Writing,
  writingsWithGroups,
} from './store-report.server'

/**
 * Keeps what a group's chair wrote so far; nothing is sent and nothing is counted.
 * @throws notFound for others' groups and periods; report_changed, report_id_used, period_approved, group_closed 409
 */
export async function saveReport({ store, clock, newId }: Services, writing: Writing): Promise<void> {
  const now = clock()
  await store.transact(
    async (tx) => {
      const { reports } = tx.tables
      const [whole] = await writingsWithGroups(tx, [writing], now)
      const stored = (await storedReports(tx, [writing]))(writing)
      if (!whole) return
      const { id, version, content, group, period, actor, requestId } = whole
      if (stored?.id === id && stored.version === version + 1 && saysTheSame(stored, content)) return
      const approved = await approvedIn(tx, [{ ...period, regencyCode: group.regencyCode }])
      assertAllowed(isOpen({ approved: approved({ ...period, regencyCode: group.regencyCode }) }))
      // What was sent stands as it was sent; it changes by being sent once more.
      if ((stored?.version ?? 0) !== version || stored?.status === 'sent' || stored?.status === 'verified') {
        throw reportChangedMeanwhile()
      }
      const [kept] = stored
        ? await tx.db
            .update(reports)
            .set({ ...content, version: version + 1 })
            .where(
              and(eq(reports.id, stored.id), eq(reports.version, version), eq(reports.status, stored.status)),
            )
            .returning({ id: reports.id })
        : await tx.db
            .insert(reports)
            .values({ ...newReportRow(whole, group, now), status: 'draft' })
            .onConflictDoNothing()
            .returning({ id: reports.id })
      if (!kept) throw reportChangedMeanwhile()
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: actor.id, role: 'volunteer' },
        action: 'report.saved',
        subject: { kind: 'report', id: kept.id },
        region: group,
        delta: { version: [version, version + 1] },
        requestId,
      })
    },
    { shows: 'nothing' },
  )
}
