import { officeOf } from '~/features/partners/partners-in-view.server'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { countPartnership } from './count-partnerships.server'
import {
  auditPartnership,
  type By,
  changePartnership,
  findOwnPartnership,
  type Partnership,
  todayAt,
} from './find-partnership.server'
import { statusOnDay } from './partnership-calendar'
import { notStartedYet, partnershipMoved } from './partnerships.errors'
import { isInForce, type PartnershipStatus, partnershipMayMove } from './partnerships.state'

interface Moving {
  by: By | null
  to: PartnershipStatus
  reason?: string
}

/**
 * Gives a partnership another status, if it still is the version that was read: writes the step, counts, and audits.
 * @throws partnership_moved 409 for a move that is not in the table; changed_meanwhile 409
 */
export async function movePartnership(
  tx: Tx,
  services: Services,
  partnership: Partnership,
  version: number,
  { by, to, reason }: Moving,
): Promise<Partnership> {
  if (!partnershipMayMove(partnership.status, to)) throw partnershipMoved()
  const now = services.clock()
  const moved = await changePartnership(tx, partnership, version, {
    status: to,
    statusSince: now,
    statusReason: reason ?? null,
  })
  await tx.db.insert(tx.tables.partnershipSteps).values({
    id: services.newId(),
    partnershipId: partnership.id,
    status: to,
    at: now,
    byAccount: by?.actor.id ?? null,
    reason: reason ?? null,
  })
  await countPartnership(tx, partnership, partnership.status, to)
  await auditPartnership(tx, services, {
    by,
    action: `partnership.${to}`,
    partnership,
    delta: { status: [partnership.status, to], ...(reason ? { reason: [null, reason] } : {}) },
  })
  return moved
}

/** Brings a partnership in force to what the calendar makes of it today, where its office is. */
export async function followCalendar(
  tx: Tx,
  services: Services,
  partnership: Partnership,
): Promise<Partnership> {
  if (!isInForce(partnership.status)) return partnership
  const today = todayAt(officeOf(partnership), services.clock())
  const to = statusOnDay(partnership.endsOn, today)
  if (to === partnership.status) return partnership
  return movePartnership(tx, services, partnership, partnership.version, { by: null, to })
}

interface Acting extends By {
  partnershipId: string
  /** The version that was on the screen. */
  version: number
}

/**
 * Puts a proposal in force; one whose last day is near or past goes on to that at once.
 * @throws not_found; partnership_moved, changed_meanwhile 409; partnership_not_started 422
 */
export async function activatePartnership(
  services: Services,
  { partnershipId, version, ...by }: Acting,
): Promise<void> {
  await services.store.transact(async (tx) => {
    const { partnership } = await findOwnPartnership(tx, by.actor, partnershipId)
    const today = todayAt(officeOf(partnership), services.clock())
    if (partnership.status === 'proposed' && partnership.startsOn > today) {
      throw notStartedYet(partnership.startsOn)
    }
    const active = await movePartnership(tx, services, partnership, version, { by, to: 'active' })
    await followCalendar(tx, services, active)
  })
}

/** Breaks a partnership off, or drops a proposal. @throws not_found; partnership_moved, changed_meanwhile 409 */
export async function breakOffPartnership(
  services: Services,
  { partnershipId, version, reason, ...by }: Acting & { reason: string },
): Promise<void> {
  await services.store.transact(async (tx) => {
    const { partnership } = await findOwnPartnership(tx, by.actor, partnershipId)
    await movePartnership(tx, services, partnership, version, { by, to: 'broken_off', reason })
  })
}
