export const mappingStatuses = ['draft', 'running', 'settled'] as const
export type MappingStatus = (typeof mappingStatuses)[number]

export const mappingMoves = {
  draft: ['running'],
  running: ['settled'],
  // What is settled stays as it is; the next mapping starts from it.
  settled: [],
} as const satisfies Record<MappingStatus, readonly MappingStatus[]>

/** True when a mapping may go from one status to the other. */
export function mappingMayMove(from: MappingStatus, to: MappingStatus): boolean {
  const targets: readonly MappingStatus[] = mappingMoves[from]
  return targets.includes(to)
}
