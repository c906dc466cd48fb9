import type { Actor } from '~/features/identity/actor'
import { addPartner } from '~/features/partners/keep-partner.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import { proposePartnership } from '~/features/partnerships/keep-partnership.server'
import { NewPartnershipForm } from '~/features/partnerships/partnership-form.schema'
import type { TestServices } from './services'

/** A partner of the actor's office, in Kabupaten Mimika unless told; answers its id. */
export async function aPartner(
  services: TestServices,
  actor: Actor,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const value = NewPartnerForm.parse({
    id: services.newId(),
    name: `Radio Uji ${services.newId()}`,
    kindCode: 'media-massa',
    placeCode: '9404',
    isOther: true,
    ...changes,
  })
  await addPartner(services, { actor, value })
  return value.id
}

/** A proposal with a partner, from the beginning of 2026 to its end unless told. */
export function aProposal(
  services: TestServices,
  counterpart: string,
  changes: Record<string, unknown> = {},
): NewPartnershipForm {
  return NewPartnershipForm.parse({
    id: services.newId(),
    counterpart,
    kind: 'agreement',
    title: 'Siaran informasi publik bersama',
    number: '480/12/2026',
    startsOn: '2026-01-05',
    endsOn: '2027-12-31',
    scope: 'Dua siaran sebulan tentang layanan publik.',
    topics: ['kesehatan'],
    ...changes,
  })
}

/** Proposes with a fresh partner; answers the id of the partnership. */
export async function aPartnership(
  services: TestServices,
  actor: Actor,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const value = aProposal(services, `mitra:${await aPartner(services, actor)}`, changes)
  await proposePartnership(services, { actor, value })
  return value.id
}
