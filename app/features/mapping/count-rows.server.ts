import { count, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { MappingRow, Reading } from './find-mapping.server'

type Counted = Pick<MappingRow, 'mappingId' | 'districtCode' | 'class' | 'followUp'>
type Cell = Counted & { rows: number }

const BATCH = 500

/** Counts rows that joined (`by` 1) or left (`by` -1) the living ones of a mapping. */
export async function countRows(tx: Tx, rows: Counted[], by: 1 | -1): Promise<void> {
  await addToCounts(
    tx,
    sumsOf(rows).map((cell) => ({ ...cell, rows: cell.rows * by })),
  )
}

/** Counts a row that changed what it is counted by. */
export async function recountRow(tx: Tx, before: Counted, after: Counted): Promise<void> {
  if (keyOf(before) === keyOf(after)) return
  await addToCounts(tx, [
    { ...before, rows: -1 },
    { ...after, rows: 1 },
  ])
}

/** Adds to counts in one order, so that two writers never wait for each other in a ring. */
export async function addToCounts({ db, tables: { mappingCounts } }: Tx, cells: Cell[]): Promise<void> {
  const sorted = [...cells].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (let at = 0; at < sorted.length; at += BATCH) {
    await db
      .insert(mappingCounts)
      .values(
        sorted.slice(at, at + BATCH).map(({ mappingId, districtCode, class: rowClass, followUp, rows }) => ({
          mappingId,
          districtCode,
          class: rowClass,
          followUp,
          rows,
        })),
      )
      .onConflictDoUpdate({
        target: [
          mappingCounts.mappingId,
          mappingCounts.districtCode,
          mappingCounts.class,
          mappingCounts.followUp,
        ],
        set: { rows: sql`${mappingCounts.rows} + excluded.rows` },
      })
  }
}

function sumsOf(rows: Counted[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const row of rows) {
    const sum = sums.get(keyOf(row))
    if (sum) sum.rows++
    else sums.set(keyOf(row), { ...row, rows: 1 })
  }
  return [...sums.values()]
}

function keyOf({ mappingId, districtCode, class: rowClass, followUp }: Counted): string {
  return [mappingId, districtCode, rowClass, followUp].join(' ')
}

export interface MappingCountDifference {
  cell: string
  stored: number
  counted: number
}

/** Compares the stored counts of all mappings with a count from scratch, and answers every difference. */
export async function checkMappingCounts({
  store,
}: Pick<Services, 'store'>): Promise<MappingCountDifference[]> {
  const reading = { db: store.read, tables: store.tables }
  const counted = new Map((await countFromScratch(reading)).map((cell) => [keyOf(cell), cell.rows]))
  const rows = await store.read.select().from(store.tables.mappingCounts)
  const stored = new Map(rows.map((cell) => [keyOf(cell), cell.rows]))
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .sort()
    .map((cell) => ({ cell, stored: stored.get(cell) ?? 0, counted: counted.get(cell) ?? 0 }))
    .filter((cell) => cell.stored !== cell.counted)
}

/** Counts the rows of all mappings anew. */
export async function rewriteMappingCounts({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const counted = await countFromScratch(tx)
    await tx.db.delete(tx.tables.mappingCounts)
    await addToCounts(tx, counted)
  })
}

async function countFromScratch({ db, tables: { mappingRows } }: Reading): Promise<Cell[]> {
  const rows = await db
    .select({
      mappingId: mappingRows.mappingId,
      districtCode: mappingRows.districtCode,
      class: mappingRows.class,
      followUp: mappingRows.followUp,
      rows: count(),
    })
    .from(mappingRows)
    .where(eq(mappingRows.state, 'live'))
    .groupBy(mappingRows.mappingId, mappingRows.districtCode, mappingRows.class, mappingRows.followUp)
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }))
}
