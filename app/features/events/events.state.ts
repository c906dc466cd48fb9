export const eventStatuses = ['draft', 'invited', 'held', 'closed', 'cancelled'] as const
export type EventStatus = (typeof eventStatuses)[number]

/** An event is prepared, groups are invited, it takes place, and its papers are closed; or it does not take place. */
export const eventMoves = {
  draft: ['invited', 'cancelled'],
  invited: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  cancelled: [],
} as const satisfies Record<EventStatus, readonly EventStatus[]>

/** True when an event may go from one status to the other. */
export function eventMayMove(from: EventStatus, to: EventStatus): boolean {
  const targets: readonly EventStatus[] = eventMoves[from]
  return targets.includes(to)
}

export const decisionStates = ['ongoing', 'done', 'dropped'] as const
export type DecisionState = (typeof decisionStates)[number]

/** What was agreed is done or dropped, and can be taken up again. */
export const decisionMoves = {
  ongoing: ['done', 'dropped'],
  done: ['ongoing'],
  dropped: ['ongoing'],
} as const satisfies Record<DecisionState, readonly DecisionState[]>

/** True when a decision may go from one state to the other. */
export function decisionMayMove(from: DecisionState, to: DecisionState): boolean {
  const targets: readonly DecisionState[] = decisionMoves[from]
  return targets.includes(to)
}
