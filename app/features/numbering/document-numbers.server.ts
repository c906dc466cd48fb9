import { sql } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'

/**
 * Issues the next serial of a series of documents, for example `R-9404-2026`. One atomic upsert: no gaps and no doubles
 * under contention, and a transaction that fails gives its serial back.
 */
export async function nextInSeries(
  { db, tables: { documentCounters } }: Tx,
  series: string,
): Promise<number> {
  const [counter] = await db
    .insert(documentCounters)
    .values({ series, lastSerial: 1 })
    .onConflictDoUpdate({
      target: documentCounters.series,
      set: { lastSerial: sql`${documentCounters.lastSerial} + 1` },
    })
    .returning()
  if (!counter) throw new Error(`no serial in ${series}`)
  return counter.lastSerial
}

/** Makes everyone else who numbers in a series wait for the end of the transaction; no serial is given. */
export async function holdSeries({ db, tables: { documentCounters } }: Tx, series: string): Promise<void> {
  await db
    .insert(documentCounters)
    .values({ series, lastSerial: 0 })
    .onConflictDoUpdate({
      target: documentCounters.series,
      set: { lastSerial: sql`${documentCounters.lastSerial}` },
    })
}
