import { type Actor, type Grant, grantCovers } from '~/features/identity/actor'
import { type Permission, roleMay } from '~/features/identity/permissions'
import { NATION } from '~/features/regions/places'

/** The four-code way to say where a region down to the regency lies; empty for what is wider. */
export function scopeOf(regionCode: string): { provinceCode: string; regencyCode: string } {
  return {
    provinceCode: regionCode === NATION ? '' : regionCode.slice(0, 2),
    regencyCode: regionCode.length >= 4 ? regionCode.slice(0, 4) : '',
  }
}

/** The code of the office behind a grant: the country's `00`, a province's or a regency's. */
function officeCode({ role, provinceCode, regencyCode }: Grant): string {
  if (role === 'regency_officer') return regencyCode ?? ''
  return role === 'province_officer' ? (provinceCode ?? '') : NATION
}

/**
 * The office for which an actor makes something about a region: of several the nearest.
 * @returns its code, or null when none covers the region
 */
export function officeFor(actor: Actor, permission: Permission, regionCode: string): string | null {
  const codes = actor.grants
    .filter((grant) => roleMay(grant.role, permission) && grantCovers(grant, scopeOf(regionCode)))
    .map(officeCode)
  return codes.sort((a, b) => (b === NATION ? 0 : b.length) - (a === NATION ? 0 : a.length))[0] ?? null
}
