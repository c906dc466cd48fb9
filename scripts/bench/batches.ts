import type { Services } from '~/platform/services'

/** Rows of one statement; SQLite takes 32,766 parameters, an activity has 28. */
const BATCH = 1_000
/** Statements of one transaction. */
const BATCHES = 50

type BatchTx = Parameters<Parameters<Services['store']['transact']>[0]>[0]

/** Writes rows in statements of a thousand, and these in transactions of fifty. */
export async function inBatches<T>(
  { store }: Pick<Services, 'store'>,
  rows: Iterable<T>,
  write: (rows: T[], tx: BatchTx) => Promise<unknown>,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  let written = 0
  let batch: T[] = []
  const flush = async () => {
    const held = batch
    batch = []
    if (held.length === 0) return
    await store.transact(async (tx) => {
      for (let at = 0; at < held.length; at += BATCH) await write(held.slice(at, at + BATCH), tx)
    })
    written += held.length
    if (written % 250_000 === 0) say(`  ${written} baris`)
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length === BATCH * BATCHES) await flush()
  }
  await flush()
}
