import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import type { Services } from '~/platform/services'
import { actingOffice } from './find-for-review.server'
import { moveApplication, type OfficeAct, openAct } from './move-application.server'
import { recordEvent } from './record-event.server'
import { canTake, reviewingRole } from './review.policy'

/**
 * Takes an application from the queue, or takes it over from a colleague, who is told.
 * From now on it is under review and the actor has it.
 * @throws not_found 404, own_application 403, office_only_reads 403, taken_meanwhile and its like 409
 */
export async function takeApplication(
  { store, clock, newId, config }: Services,
  act: OfficeAct & { actor: { name: string } },
): Promise<void> {
  const { actor, applicationId } = act
  const now = clock()
  await store.transact(async (tx) => {
    const { application, place } = await openAct(tx, act, now, canTake)
    if (application.status === 'under_review' && application.assignedTo === actor.id) return
    await moveApplication(
      tx,
      { application, actor, place },
      { status: 'under_review', assignedTo: actor.id, updatedAt: now },
    )
    if (application.status !== 'under_review') {
      const byWhom = actingOffice(actor, application, place)
      await recordEvent(tx, { applicationId, status: 'under_review', byWhom, now, newId })
    }
    if (application.assignedTo && application.assignedTo !== actor.id) {
      await notify(
        tx,
        {
          accountId: application.assignedTo,
          title: `${actor.name} melanjutkan pemeriksaan ${application.groupName}`,
          body: `Permohonan ${application.reference ?? ''} yang semula Anda pegang sekarang diperiksa ${actor.name}. Anda tidak perlu berbuat apa-apa.`,
          href: `/dinas/antrean/${applicationId}`,
        },
        { newId, now, publicUrl: config.publicUrl },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: reviewingRole(actor, application) },
      action: 'registration.taken',
      subject: { kind: 'application', id: applicationId },
      region: application,
      delta: {
        status: [application.status, 'under_review'],
        assignedTo: [application.assignedTo, actor.id],
      },
      requestId: act.requestId,
    })
  })
}
