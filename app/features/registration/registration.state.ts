export const applicationStatuses = [
  'draft',
  'submitted',
  'under_review',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

export const applicationMoves = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['under_review', 'withdrawn'],
  // Back to `submitted` when an officer puts it back into the queue for a colleague.
  under_review: ['submitted', 'returned', 'approved', 'rejected', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  approved: [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationStatus[]>

/** While the office has it: only then can it be late. */
export const OPEN: readonly ApplicationStatus[] = ['submitted', 'under_review']

/** True when an application may go from one status to the other. */
export function applicationMayMove(from: ApplicationStatus, to: ApplicationStatus): boolean {
  const targets: readonly ApplicationStatus[] = applicationMoves[from]
  return targets.includes(to)
}

/** True while the group may still change what it wrote. */
export function isEditable(status: ApplicationStatus): boolean {
  return status === 'draft' || status === 'returned'
}
