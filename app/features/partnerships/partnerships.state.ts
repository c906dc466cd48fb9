export const partnershipStatuses = ['proposed', 'active', 'ending', 'ended', 'broken_off'] as const
export type PartnershipStatus = (typeof partnershipStatuses)[number]

/**
 * The office puts a proposal in force or breaks off; `ending` and `ended` come by the calendar.
 * A partnership that is ending is active again when its last day is put right. A new term is a new partnership.
 */
export const partnershipMoves = {
  proposed: ['active', 'broken_off'],
  active: ['ending', 'ended', 'broken_off'],
  ending: ['active', 'ended', 'broken_off'],
  ended: [],
  broken_off: [],
} as const satisfies Record<PartnershipStatus, readonly PartnershipStatus[]>

/** True when a partnership may go from one status to the other. */
export function partnershipMayMove(from: PartnershipStatus, to: PartnershipStatus): boolean {
  const targets: readonly PartnershipStatus[] = partnershipMoves[from]
  return targets.includes(to)
}

/** In force: both sides are bound, whether the end is near or not. */
export function isInForce(status: PartnershipStatus): boolean {
  return status === 'active' || status === 'ending'
}
