import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** The words anywhere in a normalised column; `%`, `_` and `\` stand for themselves. */
export function likeAnywhere(column: SQLWrapper, words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${column} like ${pattern} escape '\\'`
}
