import { groupStatusWords } from '~/features/groups/groups.messages'
import type { GroupStatus } from '~/features/groups/groups.state'
import { type Actor, mayIn, type Scoped } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { type SubdomainStatus, subdomainMayMove } from './subdomains.state'

interface Request extends Scoped {
  label: string
  status: SubdomainStatus
  requestedBy: string
}

/** The actor belongs to the group, in whatever post. */
export function isOfGroup(actor: Actor, groupId: string): boolean {
  return actor.grants.some((grant) => grant.role === 'volunteer' && grant.groupId === groupId)
}

/** The chair and the secretary speak for the group. */
export function speaksFor(actor: Actor, groupId: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === 'volunteer' &&
      grant.groupId === groupId &&
      (grant.post === 'ketua' || grant.post === 'sekretaris'),
  )
}

/** May this person ask for a name, change it or give it up? */
export function canSpeak(actor: Actor, groupId: string): Decision {
  if (!isOfGroup(actor, groupId)) return { allowed: false, error: notFound() }
  if (speaksFor(actor, groupId)) return allow
  return deny(
    'not_chair',
    403,
    'Nama kim.id diurus oleh ketua atau sekretaris. Sampaikan usulan Anda kepada mereka.',
  )
}

/** A group that is suspended or closed keeps what it has and gets nothing new. */
export function isInGoodStanding(status: GroupStatus): Decision {
  if (status === 'registered') return allow
  return deny(
    'group_not_registered',
    409,
    `KIM ini sedang berstatus “${groupStatusWords[status]}”, jadi nama kim.id belum dapat diproses. Hubungi Dinas Kominfo kabupaten/kota.`,
  )
}

/** May this officer of the regency decide on the request? Outside the region it does not exist. */
export function canEndorse(actor: Actor, request: Request, to: 'endorsed' | 'refused'): Decision {
  if (!mayIn(actor, 'subdomain.endorse', request)) return { allowed: false, error: notFound() }
  if (request.status !== 'requested') return decidedAlready(request.label)
  return canDecide(actor, request, to)
}

/** May the registrar decide on the request? Only what the regency has endorsed. */
export function canActivate(actor: Actor, request: Request, to: 'active' | 'refused'): Decision {
  if (!mayIn(actor, 'subdomain.activate', request)) return { allowed: false, error: notFound() }
  if (request.status === 'requested') {
    return deny(
      'not_endorsed',
      409,
      `${request.label}.kim.id belum didukung Dinas Kominfo kabupaten/kota. Tidak ada yang berubah.`,
    )
  }
  return canDecide(actor, request, to)
}

function canDecide(actor: Actor, request: Request, to: SubdomainStatus): Decision {
  if (!subdomainMayMove(request.status, to)) return decidedAlready(request.label)
  if (request.requestedBy === actor.id) {
    return deny(
      'own_request',
      403,
      `${request.label}.kim.id Anda sendiri yang meminta. Keputusannya harus dibuat petugas lain.`,
    )
  }
  return allow
}

function decidedAlready(label: string): Decision {
  return deny(
    'decided_already',
    409,
    `Permintaan ${label}.kim.id sudah diputuskan atau ditarik. Tidak ada yang berubah. Muat ulang halaman untuk melihat keadaan terbaru.`,
  )
}
