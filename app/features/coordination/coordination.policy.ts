import type { Actor } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import { allow, type Decision, deny } from '~/platform/decision'
import { type Side, type ThreadStatus, threadMayMove } from './coordination.state'
import { officesOf } from './offices'

interface Ends {
  senderCode: string
  recipientCode: string
}

/** The end of a thread for which the actor writes; null for whoever is of neither, who does not know of it. */
export function sideOf(actor: Actor, { senderCode, recipientCode }: Ends): Side | null {
  const own = officesOf(actor, 'coordination.read')
  if (own.includes(senderCode)) return 'sender'
  return own.includes(recipientCode) ? 'recipient' : null
}

/** The office that leads the offices below a region: the nation's, or the province's own. Null when the actor leads neither. */
export function leadingOffice(actor: Actor, regionCode: string): string | null {
  const own = officesOf(actor, 'coordination.lead')
  if (own.includes(NATION)) return NATION
  return own.includes(regionCode) ? regionCode : null
}

/** May anybody still write? */
export function canWrite({ status }: { status: ThreadStatus }): Decision {
  if (status !== 'closed') return allow
  return deny(
    'thread_closed',
    409,
    'Catatan ini sudah ditutup pengirimnya, jadi tidak dapat ditambah. Isian Anda masih ada di halaman ini; salin bila masih diperlukan.',
  )
}

/** May this end close the thread? Only who sent the note knows whether it is settled. */
export function canClose({ status }: { status: ThreadStatus }, side: Side): Decision {
  if (side !== 'sender') {
    return deny(
      'sender_closes',
      403,
      'Catatan hanya dapat ditutup oleh pengirimnya. Tulis jawaban, lalu biarkan pengirim yang menutup.',
    )
  }
  if (threadMayMove(status, 'closed')) return allow
  return deny('thread_closed', 409, 'Catatan ini sudah ditutup. Tidak ada yang berubah.')
}
