import { type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from './store'

/** Several counts in one statement: on PostgreSQL each statement is a way there and back. */
export async function countEach<K extends string>(
  db: Database,
  counts: Record<K, SQLWrapper>,
): Promise<Record<K, number>> {
  const columns = Object.entries<SQLWrapper>(counts).map(([name, query]) => [
    name,
    sql`${query}`.mapWith(Number).as(name),
  ])
  const [row] = await db.select(Object.fromEntries(columns)).from(sql`(select 1) as one`)
  return row as Record<K, number>
}
