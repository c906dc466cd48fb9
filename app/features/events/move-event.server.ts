import { hashSecret } from '~/features/identity/sessions.server'
import { assertAllowed } from '~/platform/decision'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import { type Acting, auditEvent, changeEvent, findOwnEvent } from './event-rows.server'
import { canMark, canMove } from './events.policy'
import { tellInvited } from './tell-invited.server'

interface Moving extends Acting {
  eventId: string
  /** The version that was on the screen. */
  version: number
}

/** Says that an event has taken place, or closes its papers. @throws not_found, event_moved, event_not_begun */
export async function moveEvent(
  services: Services,
  { eventId, version, to, ...acting }: Moving & { to: 'held' | 'closed' },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    assertAllowed(canMove(event, to, now))
    await changeEvent(tx, event, version, {
      status: to,
      statusSince: now,
      ...(to === 'closed' ? { committeeHash: null } : {}),
    })
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: to === 'held' ? 'event.held' : 'event.closed',
      delta: { status: [event.status, to] },
    })
  })
}

/** Cancels an event with a reason; the groups that were invited are told. */
export async function cancelEvent(
  services: Services,
  { eventId, version, reason, ...acting }: Moving & { reason: string },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    assertAllowed(canMove(event, 'cancelled', now))
    await changeEvent(tx, event, version, {
      status: 'cancelled',
      statusSince: now,
      statusReason: reason,
      committeeHash: null,
    })
    await tellInvited(tx, services, event, {
      title: `Dibatalkan: ${event.title}`,
      body: `Acara ini tidak jadi dilaksanakan. Penyelenggara menulis: ${reason}`,
      now,
    })
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.cancelled',
      delta: { status: [event.status, 'cancelled'], reason: [null, reason] },
    })
  })
}

/**
 * Makes a link with which a committee without accounts works at the door; a former link ends.
 * @returns the token, shown once
 */
export async function openCommittee(
  services: Services,
  { eventId, version, ...acting }: Moving,
): Promise<string> {
  const { store, clock } = services
  const now = clock()
  const token = newToken()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    assertAllowed(canMark({ ...event, startsAt: now }, now))
    await changeEvent(tx, event, version, { committeeHash: hashSecret(token) })
    await auditEvent(tx, services, acting, { event, now, action: 'event.committeeOpened' })
  })
  return token
}

/** Ends the committee's link at once. */
export async function closeCommittee(
  services: Services,
  { eventId, version, ...acting }: Moving,
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    await changeEvent(tx, event, version, { committeeHash: null })
    await auditEvent(tx, services, acting, { event, now, action: 'event.committeeClosed' })
  })
}
