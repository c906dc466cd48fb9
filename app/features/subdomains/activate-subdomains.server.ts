import { eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { formatDay } from '~/ui/format'
import { RESERVATION } from './availability.server'
import { auditStep, findRequest, moveRequest, type SubdomainRequest, tellGroup } from './decide.server'
import { activateLabel, freeLabel, reserveLabel } from './hold-label.server'
import { canActivate, isInGoodStanding } from './subdomains.policy'

interface Chosen {
  requestId: string
  /** The version that was on the screen. */
  version: number
}

interface Input {
  actor: Actor
  chosen: Chosen[]
  requestId?: string
}

/**
 * Marks names as active, all or none. A group's former name is released and stays reserved for it for a year.
 * @throws decided_already, group_not_registered, changed_meanwhile: then nothing has changed
 */
export async function activateSubdomains(services: Services, input: Input): Promise<string[]> {
  const { store, clock } = services
  return store.transact(async (tx) => {
    const now = clock()
    const labels: string[] = []
    for (const { requestId, version } of inOrder(input.chosen)) {
      const { request, group } = await findRequest(tx, requestId)
      assertAllowed(canActivate(input.actor, request, 'active'))
      assertAllowed(isInGoodStanding(group.status))
      const former = await releaseFormerName(tx, request, now)
      await moveRequest(tx, request, version, 'active', { decidedBy: input.actor.id, decidedAt: now })
      await activateLabel(tx, { label: request.label, requestId })
      await tellGroup(
        tx,
        { services, request, now },
        {
          title: `${request.label}.kim.id sudah aktif`,
          body: former
            ? `Nama kelompok Anda sekarang ${request.label}.kim.id. Nama lama ${former}.kim.id disimpan untuk kelompok Anda sampai ${formatDay(now + RESERVATION)}.`
            : `Selamat, nama kelompok Anda ${request.label}.kim.id sudah diaktifkan oleh pengelola kim.id.`,
        },
      )
      await auditStep(
        tx,
        { services, request, now },
        {
          actor: input.actor,
          role: 'registrar',
          to: 'active',
          requestId: input.requestId,
        },
      )
      labels.push(request.label)
    }
    return labels
  })
}

/** The registrar refuses requests with one reason; the names are free at once. */
export async function refuseAtRegistrar(
  services: Services,
  input: Input & { reason: string },
): Promise<string[]> {
  const { store, clock } = services
  return store.transact(async (tx) => {
    const now = clock()
    const labels: string[] = []
    for (const { requestId, version } of inOrder(input.chosen)) {
      const { request } = await findRequest(tx, requestId)
      assertAllowed(canActivate(input.actor, request, 'refused'))
      await moveRequest(tx, request, version, 'refused', {
        decidedBy: input.actor.id,
        decidedAt: now,
        reason: input.reason,
      })
      await freeLabel(tx, { label: request.label, requestId, now })
      await tellGroup(
        tx,
        { services, request, now },
        {
          title: `${request.label}.kim.id belum dapat diaktifkan`,
          body: `Pengelola kim.id menulis: ${input.reason}\n\nAnda dapat langsung meminta nama lain.`,
        },
      )
      await auditStep(
        tx,
        { services, request, now },
        {
          actor: input.actor,
          role: 'registrar',
          to: 'refused',
          reason: input.reason,
          requestId: input.requestId,
        },
      )
      labels.push(request.label)
    }
    return labels
  })
}

async function releaseFormerName(
  tx: Tx,
  { groupId }: Pick<SubdomainRequest, 'groupId'>,
  now: Instant,
): Promise<string | null> {
  const { subdomainRequests } = tx.tables
  const [former] = await tx.db
    .select()
    .from(subdomainRequests)
    .where(eq(subdomainRequests.activeFor, groupId))
  if (!former) return null
  await moveRequest(tx, former, former.version, 'released', { endedAt: now })
  await reserveLabel(tx, { label: former.label, requestId: former.id, now })
  return former.label
}

/** Rows are always touched in one order, so that two registrars never wait for each other in a ring. */
function inOrder(chosen: Chosen[]): Chosen[] {
  return [...new Map(chosen.map((one) => [one.requestId, one])).values()].sort((a, b) =>
    a.requestId < b.requestId ? -1 : 1,
  )
}
