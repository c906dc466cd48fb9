import { type Placeholder, sql } from 'drizzle-orm'
import type { Database } from './store'

const MOST_STATEMENTS = 2_000
const preparedFor = new WeakMap<Database, Map<string, unknown>>()

/**
 * A statement for what is asked with nearly every page: written once, and executed with other values for its
 * placeholders. Writing one takes drizzle longer than most take the database to answer.
 * @param key names the statement with all values that stand in it; undefined for one that is not kept
 *
 * @example
 * const unread = prepared(db, 'unread notices', () => db.select({ unread: count() }).from(notices)
 *   .where(and(eq(notices.accountId, sql.placeholder('accountId')), isNull(notices.readAt))))
 * const [row] = await unread.execute({ accountId })
 */
export function prepared<S>(db: Database, key: string | undefined, write: () => { prepare(): S }): S {
  if (key === undefined) return write().prepare()
  const statements = preparedFor.get(db) ?? new Map<string, unknown>()
  preparedFor.set(db, statements)
  const known = statements.get(key) as S | undefined
  if (known) return known
  const statement = write().prepare()
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  statements.set(key, statement)
  return statement
}

/** Values for an `inArray` of a statement that is kept. */
export interface ListedValues {
  /** For the statement's key. */
  size: number
  placeholders: Placeholder[]
  values: Record<string, string>
}

/**
 * Some values for `inArray` in a prepared statement, at least one. Their number is rounded up, the last one said again,
 * so that a dozen statements serve lists of all lengths.
 *
 * @example
 * const listed = listedValues(ids)
 * const named = prepared(db, `groups ${listed.size}`, () =>
 *   db.select().from(groups).where(inArray(groups.id, listed.placeholders)))
 * const rows = await named.execute(listed.values)
 */
export function listedValues(values: string[]): ListedValues {
  const size = Math.max(values.length, 2 ** Math.min(12, Math.ceil(Math.log2(values.length))))
  const names = Array.from({ length: size }, (_, at) => `listed${at}`)
  return {
    size,
    placeholders: names.map((name) => sql.placeholder(name)),
    values: Object.fromEntries(names.map((name, at) => [name, values[at] ?? values.at(-1) ?? ''])),
  }
}
