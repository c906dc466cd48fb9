export const subdomainStatuses = [
  'requested',
  'endorsed',
  'active',
  'refused',
  'withdrawn',
  'released',
] as const
export type SubdomainStatus = (typeof subdomainStatuses)[number]

/** The regency endorses or refuses, the registrar activates or refuses, the group gives up. */
export const subdomainMoves = {
  requested: ['endorsed', 'refused', 'withdrawn'],
  endorsed: ['active', 'refused', 'withdrawn'],
  active: ['released'],
  refused: [],
  withdrawn: [],
  released: [],
} as const satisfies Record<SubdomainStatus, readonly SubdomainStatus[]>

/** True when a request may go from one status to the other. */
export function subdomainMayMove(from: SubdomainStatus, to: SubdomainStatus): boolean {
  const targets: readonly SubdomainStatus[] = subdomainMoves[from]
  return targets.includes(to)
}
