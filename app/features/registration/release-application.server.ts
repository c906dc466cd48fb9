import { recordAudit } from '~/features/audit/record-audit.server'
import type { Services } from '~/platform/services'
import { actingOffice } from './find-for-review.server'
import { moveApplication, type OfficeAct, openAct } from './move-application.server'
import { recordEvent } from './record-event.server'
import { canDecide, reviewingRole } from './review.policy'

/**
 * Puts an application back into the queue for whoever comes next; what was judged stays judged.
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 */
export async function releaseApplication({ store, clock, newId }: Services, act: OfficeAct): Promise<void> {
  const { actor, applicationId } = act
  const now = clock()
  await store.transact(async (tx) => {
    const { application, place } = await openAct(tx, act, now, canDecide)
    await moveApplication(
      tx,
      { application, actor, place },
      { status: 'submitted', assignedTo: null, updatedAt: now },
    )
    await recordEvent(tx, {
      applicationId,
      status: 'submitted',
      byWhom: actingOffice(actor, application, place),
      note: 'Kembali ke antrean, menunggu petugas lain.',
      now,
      newId,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: reviewingRole(actor, application) },
      action: 'registration.released',
      subject: { kind: 'application', id: applicationId },
      region: application,
      delta: { status: ['under_review', 'submitted'], assignedTo: [application.assignedTo, null] },
      requestId: act.requestId,
    })
  })
}
