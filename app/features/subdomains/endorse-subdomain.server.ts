import type { Actor } from '~/features/identity/actor'
import { registrarAccounts } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { auditStep, findRequest, moveRequest, tellGroup } from './decide.server'
import { freeLabel } from './hold-label.server'
import { canEndorse, isInGoodStanding } from './subdomains.policy'

interface Input {
  actor: Actor
  subdomainId: string
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/** The regency's office stands behind a request and passes it to the registrar. @throws decided_already, own_request */
export async function endorseSubdomain(services: Services, input: Input): Promise<{ label: string }> {
  const { store, clock, newId, config } = services
  return store.transact(async (tx) => {
    const now = clock()
    const { request, group } = await findRequest(tx, input.subdomainId)
    assertAllowed(canEndorse(input.actor, request, 'endorsed'))
    assertAllowed(isInGoodStanding(group.status))
    await moveRequest(tx, request, input.version, 'endorsed', {
      endorsedBy: input.actor.id,
      endorsedAt: now,
    })
    await tellGroup(
      tx,
      { services, request, now },
      {
        title: `${request.label}.kim.id didukung Dinas Kominfo`,
        body: 'Permintaan nama Anda didukung Dinas Kominfo kabupaten/kota dan sekarang menunggu pengaktifan oleh pengelola kim.id. Nama ini tetap ditahan untuk kelompok Anda.',
      },
    )
    for (const accountId of await registrarAccounts(tx)) {
      await notify(
        tx,
        {
          accountId,
          title: `${request.label}.kim.id siap diaktifkan`,
          body: `Permintaan ${group.name} sudah didukung Dinas Kominfo kabupaten/kota.`,
          href: '/registrar',
        },
        { newId, now, publicUrl: config.publicUrl },
      )
    }
    await auditStep(
      tx,
      { services, request, now },
      {
        actor: input.actor,
        role: 'regency_officer',
        to: 'endorsed',
        requestId: input.requestId,
      },
    )
    return { label: request.label }
  })
}

/** The regency's office refuses a request with a reason; the name is free at once. */
export async function refuseAtOffice(
  services: Services,
  input: Input & { reason: string },
): Promise<{ label: string }> {
  const { store, clock } = services
  return store.transact(async (tx) => {
    const now = clock()
    const { request } = await findRequest(tx, input.subdomainId)
    assertAllowed(canEndorse(input.actor, request, 'refused'))
    await moveRequest(tx, request, input.version, 'refused', {
      decidedBy: input.actor.id,
      decidedAt: now,
      reason: input.reason,
    })
    await freeLabel(tx, { label: request.label, requestId: request.id, now })
    await tellGroup(
      tx,
      { services, request, now },
      {
        title: `${request.label}.kim.id belum dapat didukung`,
        body: `Dinas Kominfo kabupaten/kota menulis: ${input.reason}\n\nAnda dapat langsung meminta nama lain.`,
      },
    )
    await auditStep(
      tx,
      { services, request, now },
      {
        actor: input.actor,
        role: 'regency_officer',
        to: 'refused',
        reason: input.reason,
        requestId: input.requestId,
      },
    )
    return { label: request.label }
  })
}
