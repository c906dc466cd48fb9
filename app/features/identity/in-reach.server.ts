import { type Column, inArray, or, type SQL, sql } from 'drizzle-orm'
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
  // An empty half of an `or` would keep SQLite from the index of the other.
  const scopes = [
    ...(provinceCodes.length > 0 ? [inArray(columns.provinceCode, provinceCodes)] : []),
    ...(regencyCodes.length > 0 ? [inArray(columns.regencyCode, regencyCodes)] : []),
  ]
  return scopes.length > 0 ? or(...scopes) : sql`1 = 0`
}

/** What tells the conditions of `inReach` apart, for the key of a prepared statement. */
export function reachKey(actor: Actor, permission: Permission): string {
  const { national, provinceCodes, regencyCodes } = reach(actor, permission)
  return national ? 'everywhere' : [...provinceCodes, ...regencyCodes].join(' ')
}
