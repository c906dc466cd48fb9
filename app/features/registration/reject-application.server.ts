import type { Services } from '~/platform/services'
import { actingOffice } from './find-for-review.server'
import { moveApplication, openAct } from './move-application.server'
import { type Deciding, decidedBefore, decisionBy, recordDecision } from './record-decision.server'
import { canDecide } from './review.policy'
import { judgementsOf } from './verdicts.server'

/**
 * Refuses an application for good, with a reason that the group reads. The group may send a new one.
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 */
export async function rejectApplication(
  services: Services,
  act: Deciding & { reason: string },
): Promise<void> {
  const { actor, applicationId, reason } = act
  const now = services.clock()
  await services.store.transact(async (tx) => {
    if (await decidedBefore(tx, act, 'rejected')) return
    const { application, place } = await openAct(tx, act, now, canDecide)
    const before = await judgementsOf(tx, applicationId)
    await moveApplication(tx, { application, actor, place }, decisionBy(act, 'rejected', reason, now))
    const office = actingOffice(actor, application, place)
    await recordDecision(
      tx,
      {
        act,
        application,
        place,
        outcome: 'rejected',
        before,
        after: { ...before, ...act.judgements },
        note: reason,
        message: {
          title: `${application.groupName} belum dapat didaftarkan`,
          body: `${office} menolak permohonan ${application.reference ?? ''}. Alasannya:\n${reason}\n\nIsian Anda tetap dapat dibaca. Bila keadaannya sudah berubah, kelompok boleh mengajukan permohonan baru; untuk bertanya, hubungi ${office}.`,
          href: `/kelompok/pendaftaran/${applicationId}`,
        },
        now,
      },
      services,
    )
  })
}
