import { type Actor, reach } from '~/features/identity/actor'
import type { Permission } from '~/features/identity/permissions'
import { NATION } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'

/** The offices for which the actor holds a permission, by the codes of their regions, the widest first. */
export function officesOf(actor: Actor, permission: Permission): string[] {
  const { national, provinceCodes, regencyCodes } = reach(actor, permission)
  return [...(national ? [NATION] : []), ...provinceCodes, ...regencyCodes]
}

/** Where an office lies, for the audit trail; null for the nation's. */
export function placeOf(officeCode: string): { provinceCode: string; regencyCode: string | null } | null {
  if (officeCode === NATION) return null
  return {
    provinceCode: officeCode.slice(0, 2),
    regencyCode: officeCode.length === 4 ? officeCode : null,
  }
}

/** The role in which an actor speaks for an office. */
export function roleFor(officeCode: string) {
  if (officeCode === NATION) return 'national_officer'
  return officeCode.length === 2 ? 'province_officer' : 'regency_officer'
}

/** For the audit trail: who acts, in which role, and where their office lies. */
export function actingFor(actor: Actor, permission: Permission) {
  const [office = ''] = officesOf(actor, permission)
  return { actor: { id: actor.id, role: roleFor(office) }, region: placeOf(office) ?? undefined }
}

/** The day by which due dates are compared: where it is earliest in the country, so that nobody is late too soon. */
export function dueDay(now: Instant): string {
  return localDate(now, 'WIB')
}
