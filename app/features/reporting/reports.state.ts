/** A draft is what the group wrote down before it sent anything; a report without a row is not even that. */
export const reportStatuses = ['draft', 'sent', 'verified', 'returned'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/**
 * The group sends, the office verifies or returns. What was sent or verified may be sent once more, as an amendment with
 * a reason; every version is kept. Nothing moves while the period is approved.
 */
export const reportMoves = {
  draft: ['sent'],
  sent: ['sent', 'verified', 'returned'],
  returned: ['sent'],
  verified: ['sent', 'returned'],
} as const satisfies Record<ReportStatus, readonly ReportStatus[]>

/** True when a report may go from one status to the other. */
export function reportMayMove(from: ReportStatus, to: ReportStatus): boolean {
  const targets: readonly ReportStatus[] = reportMoves[from]
  return targets.includes(to)
}
