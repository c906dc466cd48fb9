import { getTableName, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { prepared } from './prepared'
import type { Database } from './store'

/** Writes rows of a table; a single one, as most people send, by a statement that is written once. */
export async function insertRows<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: T['$inferInsert'][],
): Promise<void> {
  const [first, ...others] = rows
  if (!first) return
  if (others.length > 0) {
    await db.insert(table).values(rows)
    return
  }
  const given = Object.entries(first).filter(([, value]) => value !== undefined)
  // Null stands in the statement: a value for a placeholder is first put into words by its column.
  const nothing = given.filter(([, value]) => value === null).map(([field]) => [field, null] as const)
  const values = given.map(([field]) => [field, sql.placeholder(field)] as const)
  const key = `insert into ${getTableName(table)} ${values.map(([field]) => field)} null ${nothing}`
  const statement = prepared(db, key, () =>
    db.insert(table).values(Object.fromEntries([...values, ...nothing]) as typeof first),
  )
  await statement.execute(first)
}
