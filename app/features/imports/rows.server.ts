import { asc, eq } from 'drizzle-orm'
import type { Database, Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'

type NewRow = Tables['importRows']['$inferInsert']
export type ImportRow = Tables['importRows']['$inferSelect']

/** Seven values a row: well below what either engine takes in one statement. */
const BATCH = 500

/** Stores rows of a list. */
export async function insertRows({ db, tables: { importRows } }: Tx, rows: NewRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.insert(importRows).values(rows.slice(at, at + BATCH))
  }
}

/** Stores rows in the place of those that were there: a few statements instead of one a row. */
export async function replaceRows(tx: Tx, importId: string, rows: NewRow[]): Promise<void> {
  await tx.db.delete(tx.tables.importRows).where(eq(tx.tables.importRows.importId, importId))
  await insertRows(tx, rows)
}

/** Every row of a list in the order of the spreadsheet. */
export async function allRows(
  { db, tables: { importRows } }: { db: Database; tables: Tables },
  importId: string,
): Promise<ImportRow[]> {
  return db.select().from(importRows).where(eq(importRows.importId, importId)).orderBy(asc(importRows.row))
}
