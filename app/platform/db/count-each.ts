import { type SQLWrapper, sql } from 'drizzle-orm'
import { prepared } from './prepared'
import type { Database } from './store'

/**
 * Several counts in one statement: on PostgreSQL each statement is a way there and back.
 * @param key see `prepared`
 * @param values of the placeholders
 */
export async function countEach<K extends string>(
  db: Database,
  key: string | undefined,
  write: () => Record<K, SQLWrapper>,
  values: Record<string, unknown> = {},
): Promise<Record<K, number>> {
  const counts = prepared(db, key, () => {
    const columns = Object.entries<SQLWrapper>(write()).map(([name, query]) => [
      name,
      sql`${query}`.mapWith(Number).as(name),
    ])
    return db.select(Object.fromEntries(columns)).from(sql`(select 1) as one`)
  })
  const [row] = await counts.execute(values)
  return row as Record<K, number>
}
