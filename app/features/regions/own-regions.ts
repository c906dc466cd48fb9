import { type Actor, reach } from '~/features/identity/actor'
import type { Permission } from '~/features/identity/permissions'
import { NATION } from './places'

/** The regions in which the actor may do something, none inside another: `00` alone when that is everywhere. */
export function ownRegions(actor: Actor, permission: Permission): string[] {
  const { national, provinceCodes, regencyCodes } = reach(actor, permission)
  if (national) return [NATION]
  const rest = regencyCodes.filter((code) => !provinceCodes.includes(code.slice(0, 2)))
  return [...new Set([...provinceCodes, ...rest])]
}
