import { type Column, inArray, or, type SQL } from 'drizzle-orm'
import { type Actor, reach } from './actor'
import type { Permission } from './permissions'

/**
 * The region scope of a query: which rows lie where the actor holds the permission.
 * @returns undefined when it holds everywhere; a condition that no row meets when it holds nowhere
 */
export function inReach(
  actor: Actor,
  permission: Permission,
  columns: { provinceCode: Column; regencyCode: Column },
): SQL | undefined {
  const { national, provinceCodes, regencyCodes } = reach(actor, permission)
  if (national) return undefined
  return or(inArray(columns.provinceCode, provinceCodes), inArray(columns.regencyCode, regencyCodes))
}
