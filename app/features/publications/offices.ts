import { type Actor, type Grant, grantCovers } from '~/features/identity/actor'
import { type Permission, roleMay } from '~/features/identity/permissions'
import { zoneOf } from '~/features/regions/local-words'
import { NATION } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'

/** The four-code way to say where a region down to the regency lies; empty for what is wider. */
export function scopeOf(regionCode: string): { provinceCode: string; regencyCode: string } {
  return {
    provinceCode: regionCode === NATION ? '' : regionCode.slice(0, 2),
    regencyCode: regionCode.length >= 4 ? regionCode.slice(0, 4) : '',
  }
}

/** The day of a document, on paper and on every page: where its office lies. The ministry lies in Jakarta. */
export function madeOn({ madeAt, provinceCode, regencyCode }: Made): string {
  return localDate(madeAt, zoneOf(regencyCode || provinceCode))
}

interface Made {
  madeAt: Instant
  provinceCode: string
  regencyCode: string
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
