import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { actingOffice } from './find-for-review.server'
import { moveApplication, openAct } from './move-application.server'
import { type Deciding, decidedBefore, decisionBy, recordDecision } from './record-decision.server'
import { type ReviewItem, reviewItems } from './registration.schema'
import { reviewItemWords } from './review.messages'
import { canDecide, canReturn } from './review.policy'
import { acceptRest, itemsOf, type Judgements, judgementsOf, verdictsOf } from './verdicts.server'

/**
 * Sends an application back for correction. Only what is marked goes back; all else is accepted from now on.
 * The officer keeps it in hand for when it returns.
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 * @throws nothing_marked 422
 */
export async function returnApplication(
  services: Services,
  act: Deciding & { note: string | null },
): Promise<{ marked: ReviewItem[] }> {
  const { actor, applicationId } = act
  const now = services.clock()
  return services.store.transact(async (tx) => {
    const before = await judgementsOf(tx, applicationId)
    if (await decidedBefore(tx, act, 'returned')) return { marked: markedIn(before) }
    const { application, place } = await openAct(tx, act, now, canDecide)
    const said = { ...before, ...act.judgements }
    assertAllowed(canReturn(verdictsOf(said)))
    await moveApplication(tx, { application, actor, place }, decisionBy(act, 'returned', act.note, now))
    const marked = markedIn(said)
    const list = marked.map((item) => `- ${reviewItemWords[item]}: ${said[item]?.reason ?? ''}`).join('\n')
    const note = act.note ? `${list}\n${act.note}` : list
    await recordDecision(
      tx,
      {
        act,
        application,
        place,
        outcome: 'returned',
        before,
        after: acceptRest(said, await itemsOf(tx, applicationId)),
        note,
        message: {
          title: `${application.groupName}: ada ${marked.length} bagian yang perlu diperbaiki`,
          body: `${actingOffice(actor, application, place)} sudah memeriksa permohonan ${application.reference ?? ''}. Yang perlu diperbaiki:\n${note}\n\nBagian lain sudah diterima dan tidak perlu diisi ulang. Perbaiki bagian di atas, lalu kirim kembali.`,
          href: `/kelompok/pendaftaran/${applicationId}`,
        },
        now,
      },
      services,
    )
    return { marked }
  })
}

function markedIn(judgements: Judgements): ReviewItem[] {
  return reviewItems.filter((item) => judgements[item]?.verdict === 'needs_fix')
}
