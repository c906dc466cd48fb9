import type { Database } from './store'

const MOST_STATEMENTS = 2_000
const preparedFor = new WeakMap<Database, Map<string, unknown>>()

/**
 * A statement for what is asked with nearly every page: written once, and executed with other values for its
 * placeholders. Writing one takes drizzle longer than most take the database to answer.
 * @param key names the statement with all values that stand in it
 *
 * @example
 * const unread = prepared(db, 'unread notices', () => db.select({ unread: count() }).from(notices)
 *   .where(and(eq(notices.accountId, sql.placeholder('accountId')), isNull(notices.readAt))))
 * const [row] = await unread.execute({ accountId })
 */
export function prepared<S>(db: Database, key: string, write: () => { prepare(): S }): S {
  const statements = preparedFor.get(db) ?? new Map<string, unknown>()
  preparedFor.set(db, statements)
  const known = statements.get(key) as S | undefined
  if (known) return known
  const statement = write().prepare()
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  statements.set(key, statement)
  return statement
}
