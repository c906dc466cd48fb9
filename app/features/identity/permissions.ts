export const roles = [
  'volunteer',
  'regency_officer',
  'province_officer',
  'national_officer',
  'registrar',
  'admin',
] as const
export type Role = (typeof roles)[number]

/**
 * What each role may do. Where it may do it stands in the grant: both are checked.
 * The province reads and coordinates, the regency decides (Permenkominfo 8/2019, 4/2024; domain facts 1.2, 1.3).
 */
export const permissions = {
  /** Works for a group of one's own: each use case checks which. */
  'group.manage': ['volunteer'],
  'office.read': ['regency_officer', 'province_officer', 'national_officer'],
  'registration.review': ['regency_officer', 'province_officer', 'national_officer'],
  'registration.decide': ['regency_officer', 'province_officer'],
  'registration.enterPaper': ['regency_officer'],
  'group.supervise': ['regency_officer'],
  'activity.read': ['regency_officer', 'province_officer', 'national_officer'],
  'activity.confirm': ['regency_officer'],
  'event.read': ['regency_officer', 'province_officer', 'national_officer'],
  /** Each office its own events: see `events.policy.ts`. */
  'event.manage': ['regency_officer', 'province_officer', 'national_officer'],
  'report.read': ['regency_officer', 'province_officer', 'national_officer'],
  'report.verify': ['regency_officer'],
  /** Each level for itself; a higher one reopens: see `reports.policy.ts`. */
  'report.approve': ['regency_officer', 'province_officer', 'national_officer'],
  /** What a regency found in its villages; the regency writes it, everyone above reads. */
  'mapping.read': ['regency_officer', 'province_officer', 'national_officer'],
  'mapping.edit': ['regency_officer'],
  'population.import': ['regency_officer', 'province_officer', 'national_officer'],
  'publication.read': ['regency_officer', 'province_officer', 'national_officer'],
  'publication.make': ['regency_officer', 'province_officer', 'national_officer'],
  /** Whom offices work with: each level keeps its own, and reads what lies below; see `partners-in-view.server.ts`. */
  'partner.read': ['regency_officer', 'province_officer', 'national_officer'],
  'partner.edit': ['regency_officer', 'province_officer', 'national_officer'],
  'partnership.read': ['regency_officer', 'province_officer', 'national_officer'],
  'partnership.edit': ['regency_officer', 'province_officer', 'national_officer'],
  'group.import': ['regency_officer'],
  'subdomain.endorse': ['regency_officer'],
  'subdomain.activate': ['registrar'],
  'resetCode.issue': ['regency_officer'],
  'officers.invite': ['province_officer', 'admin'],
  'settings.region': ['regency_officer'],
  'admin.manage': ['admin'],
  /** The board of the regions below, and notes to the offices there. */
  'coordination.lead': ['province_officer', 'national_officer'],
  'coordination.read': ['regency_officer', 'province_officer', 'national_officer'],
  'coordination.write': ['regency_officer', 'province_officer', 'national_officer'],
  'audit.read': ['admin', 'national_officer', 'province_officer', 'regency_officer'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** True when the role includes the permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission]
  return holders.includes(role)
}
