/** Only a confirmed activity counts; see docs/adr/0016. */
export const activityStatuses = ['submitted', 'returned', 'confirmed', 'withdrawn'] as const
export type ActivityStatus = (typeof activityStatuses)[number]

/**
 * The office confirms or asks back (`returned`), also what it confirmed earlier; the group answers by sending again.
 * An edit of a confirmed activity stays confirmed and is marked until the office confirms it once more. The group may
 * withdraw at any time, for good.
 */
export const activityMoves = {
  submitted: ['confirmed', 'returned', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  confirmed: ['returned', 'withdrawn'],
  withdrawn: [],
} as const satisfies Record<ActivityStatus, readonly ActivityStatus[]>

/** True when an activity may go from one status to the other. */
export function activityMayMove(from: ActivityStatus, to: ActivityStatus): boolean {
  const targets: readonly ActivityStatus[] = activityMoves[from]
  return targets.includes(to)
}
