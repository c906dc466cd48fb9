import type { GroupId } from '~/features/groups/groups.schema'
import type { Actor } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { AppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { auditStep, findRequest, moveRequest } from './decide.server'
import { freeLabel, reserveLabel } from './hold-label.server'
import { canSpeak } from './subdomains.policy'
import { subdomainMayMove } from './subdomains.state'

interface Input {
  actor: Actor
  groupId: GroupId
  subdomainId: string
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/** The group takes back a request that is not active yet; the name is free at once. */
export function withdrawSubdomain(services: Services, input: Input): Promise<{ label: string }> {
  return letGo(services, input, 'withdrawn')
}

/** The group gives up its active name, which stays reserved for it for a year. */
export function giveUpSubdomain(services: Services, input: Input): Promise<{ label: string }> {
  return letGo(services, input, 'released')
}

async function letGo(
  services: Services,
  { actor, groupId, subdomainId, version, requestId }: Input,
  to: 'withdrawn' | 'released',
): Promise<{ label: string }> {
  assertAllowed(canSpeak(actor, groupId))
  return services.store.transact(async (tx) => {
    const now = services.clock()
    const { request } = await findRequest(tx, subdomainId)
    if (request.groupId !== groupId) throw notFound()
    if (!subdomainMayMove(request.status, to)) {
      throw new AppError(
        'decided_already',
        409,
        `Keadaan ${request.label}.kim.id sudah berubah. Tidak ada yang diubah lagi. Muat ulang halaman untuk melihat keadaan terbaru.`,
      )
    }
    await moveRequest(tx, request, version, to, { endedAt: now })
    const held = { label: request.label, requestId: request.id, now }
    if (to === 'withdrawn') await freeLabel(tx, held)
    else await reserveLabel(tx, held)
    await auditStep(tx, { services, request, now }, { actor, role: 'volunteer', to, requestId })
    return { label: request.label }
  })
}
