import type { z } from 'zod'
import type { Actor } from '~/features/identity/actor'
import type { Services } from '~/platform/services'
import { formatRegistrationNumber } from '~/ui/format'
import { approveApplication } from './approve-application.server'
import { handOverApplication } from './hand-over-application.server'
import { judgeApplication } from './judge-application.server'
import { type ReviewItem, reviewItems } from './registration.schema'
import { rejectApplication } from './reject-application.server'
import { releaseApplication } from './release-application.server'
import { returnApplication } from './return-application.server'
import { reviewItemWords } from './review.messages'
import { type ReviewForm, reasonOf, type reviewActions } from './review.schema'
import { takeApplication } from './take-application.server'
import type { NewJudgements } from './verdicts.server'

interface Acting {
  actor: Actor
  applicationId: string
  requestId: string
  value: z.output<typeof reviewActions>
}

/**
 * Does what a form of the review screen asks for.
 * @returns a sentence that says what was done
 * @throws whatever the use case behind the button throws
 */
export async function actOnReview(
  services: Services,
  { actor, applicationId, requestId, value }: Acting,
): Promise<string> {
  const act = { actor, applicationId, requestId, expectedVersion: value.version }
  switch (value.intent) {
    case 'take':
      await takeApplication(services, act)
      return 'Permohonan ini sekarang Anda pegang.'
    case 'release':
      await releaseApplication(services, act)
      return 'Permohonan kembali ke antrean. Penilaian yang sudah disimpan tetap ada.'
    case 'handOver': {
      const { colleague } = await handOverApplication(services, { ...act, colleagueId: value.colleagueId })
      return `Permohonan sekarang dipegang ${colleague}, dan sudah diberi tahu.`
    }
    case 'save':
      await judgeApplication(services, { ...act, judgements: judgementsIn(value) })
      return 'Penilaian tersimpan.'
    case 'approve': {
      const { number } = await approveApplication(services, {
        ...act,
        judgements: judgementsIn(value),
        acceptsRest: value.acceptsRest ?? false,
      })
      return `Disetujui. Nomor registrasinya ${formatRegistrationNumber(number)}. Pemohon sudah diberi tahu.`
    }
    case 'return': {
      const { marked } = await returnApplication(services, {
        ...act,
        judgements: judgementsIn(value),
        note: value.note ?? null,
      })
      const list = marked.map((item) => reviewItemWords[item]).join(', ')
      return `Dikembalikan untuk diperbaiki: ${list}. Pemohon sudah diberi tahu.`
    }
    case 'reject':
      await rejectApplication(services, {
        ...act,
        judgements: judgementsIn(value),
        reason: value.note ?? '',
      })
      return 'Permohonan ditolak. Pemohon sudah diberi tahu alasannya.'
  }
}

/** The parts about which the form says something. */
function judgementsIn({ items = {} }: ReviewForm): NewJudgements {
  const judged = reviewItems.flatMap((item): [ReviewItem, NewJudgements[ReviewItem]][] => {
    const said = items[item]
    if (!said?.verdict) return []
    const { verdict } = said
    return [[item, { verdict, reason: verdict === 'needs_fix' ? reasonOf(said) : null }]]
  })
  return Object.fromEntries(judged)
}
