import { type Actor, mayIn } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { changeApplication } from './change-application.server'
import { findOwnApplication } from './find-application.server'
import { findSimilar } from './find-similar.server'
import { assertFounded, codesOf, identityAnswers } from './identity-answers'
import type { IdentityForm } from './identity-form.schema'
import { likelyDuplicate, otherRegency, outsideOwnRegency, unknownVillage } from './registration.errors'

interface Input {
  actor: Actor
  applicationId: string
  value: IdentityForm
  requestId?: string
}

/**
 * Saves where a group is and who it is. While it is a draft the village may change freely; once an office has it,
 * only within that office's regency.
 * @throws notFound, unknown_village, other_regency, outside_own_regency, likely_duplicate, wrong_fields,
 *   not_editable, item_locked, changed_meanwhile
 */
export async function saveIdentity(services: Services, input: Input): Promise<void> {
  const { actor, applicationId, value, requestId } = input
  const { store, clock, newId } = services
  const now = clock()
  await store.transact(async (tx) => {
    const own = await findOwnApplication(tx, actor, applicationId)
    const { application } = own
    const place = await findPlace(tx, value.villageCode)
    if (!place) throw unknownVillage()
    const codes = codesOf(place)
    const elsewhere = codes.regencyCode !== application.regencyCode
    if (elsewhere && application.status !== 'draft') throw otherRegency()
    if (application.source === 'paper' && !mayIn(actor, 'registration.enterPaper', codes)) {
      throw outsideOwnRegency()
    }
    assertFounded(value.foundedOn, localDate(now, place.zone))
    const renamed = value.name !== application.groupName || codes.villageCode !== application.villageCode
    if (renamed && !value.isDifferent) {
      const similar = await findSimilar(tx, actor, { name: value.name, place, applicationId })
      if (similar.length > 0) throw likelyDuplicate(similar)
    }
    await changeApplication(tx, {
      actor,
      own,
      version: value.version,
      set: {
        groupName: value.name,
        nameKey: searchKey(value.name),
        answers: { ...application.answers, identity: identityAnswers(value) },
        ...codes,
      },
      items: ['identity'],
      now,
      newId,
      requestId,
    })
  })
}
