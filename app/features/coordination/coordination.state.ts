export const threadStatuses = ['open', 'answered', 'closed'] as const
export type ThreadStatus = (typeof threadStatuses)[number]

/** The recipient answers, the sender may ask on and closes. */
export const threadMoves = {
  open: ['answered', 'closed'],
  answered: ['open', 'closed'],
  closed: [],
} as const satisfies Record<ThreadStatus, readonly ThreadStatus[]>

/** Which end of a thread an office is. */
export type Side = 'sender' | 'recipient'

/** True when a thread may go from one status to the other. */
export function threadMayMove(from: ThreadStatus, to: ThreadStatus): boolean {
  const targets: readonly ThreadStatus[] = threadMoves[from]
  return targets.includes(to)
}

/** What a thread becomes when an end writes in it: what the recipient writes answers, what the sender writes asks. */
export function statusAfter(side: Side): ThreadStatus {
  return side === 'recipient' ? 'answered' : 'open'
}

/** Nobody has answered and the day has passed. The day itself still belongs to the recipient. */
export function isOverdue(
  { status, dueOn }: { status: ThreadStatus; dueOn: string },
  today: string,
): boolean {
  return status === 'open' && dueOn < today
}
