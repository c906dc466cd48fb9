import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, mayIn } from '~/features/identity/actor'
import { claimInvitation, contactOfInvited } from '~/features/mapping/invited-candidate.server'
import { officeName } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { isUniqueViolation } from '~/platform/db/errors'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { findSimilar } from './find-similar.server'
import { assertFounded, codesOf, identityAnswers } from './identity-answers'
import type { NewApplicationForm } from './identity-form.schema'
import { recordEvent } from './record-event.server'
import { alreadyCreated, likelyDuplicate, outsideOwnRegency, unknownVillage } from './registration.errors'

interface Input {
  actor: Actor
  value: NewApplicationForm
  /** Online by a group itself, or typed in by its regency's office from paper. */
  source: 'online' | 'paper'
  requestId?: string
}

/**
 * Makes the draft of an application; from then on it can be resumed on any device.
 * Sending the same form twice makes one.
 * @throws unknown_village, likely_duplicate (until `isDifferent` is ticked), already_created, outside_own_regency
 */
export async function createApplication(
  services: Services,
  { actor, value, source, requestId }: Input,
): Promise<{ id: string }> {
  const { store } = services
  const existing = await findCreated(services, actor, value)
  if (existing) return existing
  const now = services.clock()
  try {
    return await store.transact(async (tx) => {
      const place = await findPlace(tx, value.villageCode)
      if (!place) throw unknownVillage()
      const codes = codesOf(place)
      if (source === 'paper' && !mayIn(actor, 'registration.enterPaper', codes)) throw outsideOwnRegency()
      assertFounded(value.foundedOn, localDate(now, place.zone))
      if (!value.isDifferent) {
        const similar = await findSimilar(tx, actor, { name: value.name, place, applicationId: value.id })
        if (similar.length > 0) throw likelyDuplicate(similar)
      }
      const contact = value.invitation
        ? await contactOfInvited(tx, { token: value.invitation, now })
        : undefined
      await tx.db.insert(tx.tables.applications).values({
        id: value.id,
        status: 'draft',
        source,
        groupName: value.name,
        nameKey: searchKey(value.name),
        answers: { identity: identityAnswers(value), contact },
        createdBy: actor.id,
        createdAt: now,
        updatedAt: now,
        ...codes,
      })
      if (value.invitation) {
        await claimInvitation(tx, { token: value.invitation, applicationId: value.id, now })
      }
      await recordEvent(tx, {
        applicationId: value.id,
        status: 'draft',
        byWhom: source === 'paper' ? officeName(place.regency) : 'Pemohon',
        now,
        newId: services.newId,
      })
      await recordAudit(tx, {
        id: services.newId(),
        at: now,
        actor: { id: actor.id, role: source === 'paper' ? 'regency_officer' : 'volunteer' },
        action: 'registration.created',
        subject: { kind: 'application', id: value.id },
        region: codes,
        delta: { groupName: [null, value.name], source: [null, source] },
        requestId,
      })
      return { id: value.id }
    })
  } catch (error) {
    // Two sendings at the same moment: the other one has made it.
    const made = isUniqueViolation(error) ? await findCreated(services, actor, value) : null
    if (made) return made
    throw error
  }
}

/** The application that an earlier sending of this form made. */
async function findCreated({ store }: Services, actor: Actor, value: NewApplicationForm) {
  const { applications } = store.tables
  const [made] = await store.read.select().from(applications).where(eq(applications.id, value.id))
  if (!made) return null
  if (made.createdBy !== actor.id) throw notFound()
  const same = made.groupName === value.name && made.villageCode === value.villageCode
  if (!same) throw alreadyCreated()
  return { id: made.id }
}
