/** A group is never a draft: it exists from the moment its number is issued. Whether it is active is another matter. */
export const groupStatuses = ['registered', 'suspended', 'closed'] as const
export type GroupStatus = (typeof groupStatuses)[number]

export const groupMoves = {
  registered: ['suspended', 'closed'],
  suspended: ['registered', 'closed'],
  closed: [],
} as const satisfies Record<GroupStatus, readonly GroupStatus[]>

/** True when a group may go from one status to the other. */
export function groupMayMove(from: GroupStatus, to: GroupStatus): boolean {
  const targets: readonly GroupStatus[] = groupMoves[from]
  return targets.includes(to)
}
