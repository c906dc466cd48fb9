import type { Post } from '~/features/groups/groups.schema'
import { type Permission, type Role, roleMay } from './permissions'

export interface Grant {
  role: Role
  provinceCode: string | null
  regencyCode: string | null
  groupId: string | null
  post: Post | null
}

/** The four code columns that every scoped row carries. */
export interface Scoped {
  provinceCode: string
  regencyCode: string
}

/** Who is asking: the account behind the session and what it was granted. */
export interface Actor {
  id: string
  name: string
  email: string | null
  phone: string | null
  /** The hash of the session in use. */
  sessionId: string
  grants: Grant[]
}

/** True when any grant carries the permission, wherever it holds. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => roleMay(grant.role, permission))
}

/** True when a grant carries the permission *and* its region includes the row. */
export function mayIn(actor: Actor, permission: Permission, row: Scoped): boolean {
  return actor.grants.some((grant) => roleMay(grant.role, permission) && grantCovers(grant, row))
}

/** True when the grant's region includes the row. National roles cover the country; a volunteer covers no region. */
export function grantCovers(grant: Grant, row: Scoped): boolean {
  switch (grant.role) {
    case 'volunteer':
      return false
    case 'regency_officer':
      return grant.regencyCode === row.regencyCode
    case 'province_officer':
      return grant.provinceCode === row.provinceCode
    default:
      return true
  }
}

/**
 * The regions in which a permission holds, for the `where` of a query.
 * `national` when it holds everywhere; otherwise lists of codes, both empty when it holds nowhere.
 */
export function reach(
  actor: Actor,
  permission: Permission,
): { national: boolean; provinceCodes: string[]; regencyCodes: string[] } {
  const holding = actor.grants.filter((grant) => roleMay(grant.role, permission))
  return {
    national: holding.some((grant) => ['national_officer', 'registrar', 'admin'].includes(grant.role)),
    provinceCodes: codes(holding, 'province_officer', 'provinceCode'),
    regencyCodes: codes(holding, 'regency_officer', 'regencyCode'),
  }
}

function codes(grants: Grant[], role: Role, column: 'provinceCode' | 'regencyCode'): string[] {
  return grants.flatMap((grant) => (grant.role === role && grant[column] ? [grant[column]] : []))
}

/** The groups that the actor belongs to, by id. */
export function groupIdsOf(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => (grant.role === 'volunteer' && grant.groupId ? [grant.groupId] : []))
}

/** True when the actor chairs the group. */
export function chairs(actor: Pick<Actor, 'grants'>, groupId: string): boolean {
  return actor.grants.some(
    (grant) => grant.role === 'volunteer' && grant.groupId === groupId && grant.post === 'ketua',
  )
}

/** Who did it, for the audit trail: the account and the role by which it may. */
export function actingAs(actor: Actor, permission: Permission, row: Scoped): { id: string; role: Role } {
  const grant = actor.grants.find((held) => roleMay(held.role, permission) && grantCovers(held, row))
  return { id: actor.id, role: grant?.role ?? 'volunteer' }
}
