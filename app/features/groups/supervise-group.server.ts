import type { z } from 'zod'
import type { Actor } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { closeGroup } from './close-group.server'
import { confirmHandover } from './confirm-handover.server'
import { confirmRenewal, declineRenewal } from './decide-renewal.server'
import { declineHandover } from './end-handover.server'
import type { GroupId } from './groups.schema'
import { inviteChair } from './invite-chair.server'
import { proposeHandover } from './propose-handover.server'
import { reactivateGroup } from './reactivate-group.server'
import { reissueCertificate } from './reissue-certificate.server'
import { renewHandoverLink } from './renew-handover-link.server'
import { setNationalNumber } from './set-national-number.server'
import type { officeGroupSchema } from './supervise.schema'
import { suspendGroup } from './suspend-group.server'

interface Supervising {
  actor: Actor
  requestId: string
  groupId: GroupId
  value: z.output<typeof officeGroupSchema>
}

/** What was done, in a sentence; and a link that is to be shown once, with the name of whom it is for. */
export interface Done {
  said: string
  invitation?: { link: string; name: string; emailed: boolean }
}

/** Does what the form of a group's office page asks for. */
export async function superviseGroup(
  services: Services,
  { actor, requestId, groupId, value }: Supervising,
): Promise<Done> {
  // A form of another group's page does not act here.
  if ('groupId' in value && value.groupId !== groupId) throw notFound()
  const act = { actor, requestId, groupId }
  switch (value.intent) {
    case 'suspend':
      await suspendGroup(services, { ...act, ...value })
      return { said: 'KIM dibekukan sampai tanggal itu. Ketuanya diberi tahu bila punya akun.' }
    case 'reactivate':
      await reactivateGroup(services, { ...act, ...value })
      return { said: 'Pembekuan dicabut. KIM terdaftar kembali.' }
    case 'close':
      await closeGroup(services, { ...act, ...value })
      return { said: 'KIM sudah ditutup.' }
    case 'nationalNumber':
      await setNationalNumber(services, { ...act, ...value, nationalNumber: value.nationalNumber || null })
      return {
        said: value.nationalNumber ? 'Nomor induk nasional disimpan.' : 'Nomor induk nasional dihapus.',
      }
    case 'reissue':
      await reissueCertificate(services, { ...act, ...value })
      return { said: 'Versi baru terbit; PDF-nya siap sebentar lagi.' }
    case 'confirmHandover':
      await confirmHandover(services, { ...act, ...value })
      return { said: 'Serah terima disahkan. Ketua baru dan ketua lama diberi tahu.' }
    case 'declineHandover':
      await declineHandover(services, { ...act, ...value })
      return { said: 'Serah terima ditolak. Ketua yang sekarang tetap ketua.' }
    case 'confirmRenewal':
      await confirmRenewal(services, { ...act, ...value })
      return { said: 'SK baru disahkan. SK lama tersimpan sebagai riwayat.' }
    case 'declineRenewal':
      await declineRenewal(services, { ...act, ...value })
      return { said: 'SK baru ditolak. Ketua diberi tahu alasannya.' }
    case 'inviteChair':
      return { said: '', invitation: await inviteChair(services, { ...act, contact: value.contact }) }
    case 'propose':
      return { said: '', invitation: await proposeHandover(services, { ...act, ...value }) }
    case 'newLink':
      return { said: '', invitation: await renewHandoverLink(services, { ...act, ...value }) }
  }
}
