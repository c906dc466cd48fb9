import { allow, type Decision, deny } from '~/platform/decision'
import type { Actor, Grant } from './actor'
import type { Role } from './permissions'

/** Roles that are given by an office, never by signing up. */
export const officeRoles = [
  'regency_officer',
  'province_officer',
  'national_officer',
  'registrar',
  'admin',
] as const satisfies readonly Role[]
export type OfficeRole = (typeof officeRoles)[number]

/** An office to be held: a role and where. */
export interface Office {
  role: Role
  provinceCode: string | null
  regencyCode: string | null
}

/** True for the roles that are invited to an office. */
export function isOfficeRole(role: Role): role is OfficeRole {
  const known: readonly Role[] = officeRoles
  return known.includes(role)
}

/** How far down a role's place goes. */
export function placeLevel(role: OfficeRole): 'regency' | 'province' | 'nation' {
  if (role === 'regency_officer') return 'regency'
  return role === 'province_officer' ? 'province' : 'nation'
}

/** True when the place is of the level that the role asks for, and its codes agree. */
export function placeFits({ role, provinceCode, regencyCode }: Office): boolean {
  if (!isOfficeRole(role)) return false
  switch (placeLevel(role)) {
    case 'regency':
      return provinceCode !== null && regencyCode?.slice(0, 2) === provinceCode
    case 'province':
      return provinceCode !== null && regencyCode === null
    case 'nation':
      return provinceCode === null && regencyCode === null
  }
}

const outside = () =>
  deny('not_found', 404, 'Wilayah ini tidak ada di daftar Anda. Pilih salah satu dari daftar.')

/**
 * Who may invite to an office, and end it: an administrator everywhere,
 * a province officer regency officers of their own province.
 */
export function canAppoint(actor: Pick<Actor, 'grants'>, office: Office): Decision {
  if (!placeFits(office)) return outside()
  const appoints = (grant: Grant) =>
    grant.role === 'admin' ||
    (grant.role === 'province_officer' &&
      office.role === 'regency_officer' &&
      grant.provinceCode !== null &&
      grant.provinceCode === office.provinceCode)
  return actor.grants.some(appoints) ? allow : outside()
}

/**
 * Who may end a grant: whoever may appoint to that office; an administrator also ends a volunteer's,
 * but never the chair's, because a group is never without a chair.
 */
export function canEndGrant(actor: Pick<Actor, 'grants'>, grant: Grant): Decision {
  if (isOfficeRole(grant.role)) return canAppoint(actor, grant)
  if (!actor.grants.some(({ role }) => role === 'admin')) return outside()
  if (grant.post !== 'ketua') return allow
  return deny(
    'chair_stays',
    409,
    'Kelompok tidak boleh tanpa ketua. Serahkan dahulu jabatan ketuanya lewat serah terima, sesudah itu perannya berakhir sendiri.',
  )
}
