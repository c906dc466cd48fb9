import { recordAudit } from '~/features/audit/record-audit.server'
import type { Services } from '~/platform/services'
import { moveApplication, type OfficeAct, openAct } from './move-application.server'
import { canDecide, reviewingRole } from './review.policy'
import { judgementsOf, type NewJudgements, writeJudgements } from './verdicts.server'

/**
 * Saves what an officer said about the parts, without deciding.
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 */
export async function judgeApplication(
  { store, clock, newId }: Services,
  act: OfficeAct & { judgements: NewJudgements },
): Promise<void> {
  const { actor, applicationId } = act
  const now = clock()
  await store.transact(async (tx) => {
    const { application, place } = await openAct(tx, act, now, canDecide)
    await moveApplication(tx, { application, actor, place }, { updatedAt: now })
    const before = await judgementsOf(tx, applicationId)
    const after = { ...before, ...act.judgements }
    const delta = await writeJudgements(tx, { applicationId, before, after, reviewedBy: actor.id, now })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: reviewingRole(actor, application) },
      action: 'registration.judged',
      subject: { kind: 'application', id: applicationId },
      region: application,
      delta,
      requestId: act.requestId,
    })
  })
}
