import { setImmediate } from 'node:timers/promises'
import type { Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { countRows } from './count-rows.server'

export type NewMappingRow = Tables['mappingRows']['$inferInsert']

/** Some thirty values a row: a statement stays below the 32,766 that SQLite takes. */
export const ROWS_A_STATEMENT = 500

/** Stores living rows and counts them; others get their turn between two statements. */
export async function insertRows(tx: Tx, rows: NewMappingRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await tx.db.insert(tx.tables.mappingRows).values(rows.slice(at, at + ROWS_A_STATEMENT))
    await setImmediate()
  }
  await countRows(tx, rows, 1)
}
