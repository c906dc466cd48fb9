import { recordAudit } from '~/features/audit/record-audit.server'
import { sendLetter } from '~/features/notifications/notify.server'
import { isUniqueViolation } from '~/platform/db/errors'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { type Actor, actingAs } from './actor'
import { readContactIfAny } from './contact.server'
import { createInvitation } from './create-invitation.server'
import { invitationRepeated } from './identity.errors'
import { roleWords } from './identity.messages'
import { canAppoint, type OfficeRole } from './office.policy'
import { readOffice } from './read-office.server'

interface Inviting {
  /** Made with the empty form: sending it twice makes one invitation. */
  id: string
  name: string
  contact: string | undefined
  role: OfficeRole
  place: string | undefined
  requestId: string
}

/**
 * Invites a person to an office inside the inviter's own reach; the link also leaves by e-mail where there is one.
 * @returns the link, to be shown once
 * @throws place_wrong, contact_invalid 422; not_found outside one's reach; invitation_repeated 409
 */
export async function inviteOfficer(
  services: Services,
  actor: Actor,
  input: Inviting,
): Promise<{ link: string }> {
  const { store, clock, newId, config } = services
  const office = await readOffice({ db: store.read, tables: store.tables }, input)
  assertAllowed(canAppoint(actor, office))
  const contact = readContactIfAny(input.contact)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      const { token } = await createInvitation(
        tx,
        { name: input.name, ...contact, ...office, invitedBy: actor.id },
        { now, newId: () => input.id },
      )
      const link = `${config.publicUrl}/undangan/${token}`
      if (contact.email) {
        await sendLetter(
          tx,
          {
            to: contact.email,
            subject: 'Undangan ke Simpul KIM',
            body: `Halo ${input.name},\n\n${actor.name} mengundang Anda menjadi ${roleWords[input.role]} di Simpul KIM, registri Komunitas Informasi Masyarakat.\n\nBuka tautan ini untuk menerimanya; berlaku 14 hari dan sekali pakai:\n\n${link}\n\nJangan teruskan tautan ini kepada orang lain.`,
          },
          { newId, now },
        )
      }
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: {
          id: actor.id,
          role: actingAs(actor, 'officers.invite', {
            provinceCode: office.provinceCode ?? '',
            regencyCode: office.regencyCode ?? '',
          }).role,
        },
        action: 'invitation.created',
        subject: { kind: 'invitation', id: input.id },
        region: office,
        delta: { role: [null, office.role] },
        requestId: input.requestId,
      })
      return { link }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw invitationRepeated()
  }
}
