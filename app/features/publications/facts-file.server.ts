import { createInterface } from 'node:readline'
import type { Storage } from '~/platform/storage/storage'
import type { DocumentContent, DocumentHead, DocumentRow, DocumentTable } from './document'

/** A row as it lies in the file: which table, whether it is a sum, its key, its cells. */
type Line = [table: number, isTotal: 0 | 1, key: string, ...cells: DocumentRow['cells']]

const CHUNK = 64 * 1024

/**
 * Writes what a snapshot states as lines of JSON: the head, then the rows in their order. The same facts give the same
 * bytes, and any number of rows takes the same memory.
 * @param onRow called after each row
 */
export async function* writeFacts(
  head: DocumentHead,
  tables: DocumentContent['tables'],
  onRow: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let text = `${JSON.stringify(head)}\n`
  for (const [at, { rows }] of tables.entries()) {
    for await (const { key, isTotal, cells } of rows) {
      const line: Line = [at, isTotal ? 1 : 0, key, ...cells]
      text += `${JSON.stringify(line)}\n`
      await onRow()
      if (text.length < CHUNK) continue
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(text)
}

/** A snapshot that is read from its beginning to its end, once. */
export interface FactsReading {
  head: DocumentHead
  /** The tables in their order; the rows of one are to be taken before the next is asked for. */
  tables: AsyncGenerator<DocumentTable & { isList?: boolean; rows: AsyncGenerator<DocumentRow> }>
}

/** Opens the facts of a snapshot. */
export async function readFacts(storage: Storage, sha256: string): Promise<FactsReading> {
  const stream = storage.stream(sha256)
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]()
  const first = await lines.next()
  const head = JSON.parse(String(first.value)) as DocumentHead
  let next: Line | null = null
  const take = async () => {
    const { done, value } = await lines.next()
    next = done ? null : (JSON.parse(value) as Line)
  }
  async function* rowsOf(table: number): AsyncGenerator<DocumentRow> {
    for (; next !== null && next[0] === table; await take()) {
      const [, isTotal, key, ...cells] = next
      yield { key, ...(isTotal ? { isTotal: true } : {}), cells }
    }
  }
  async function* tables() {
    try {
      await take()
      for (const [at, table] of head.tables.entries()) yield { ...table, rows: rowsOf(at) }
    } finally {
      stream.destroy()
    }
  }
  return { head, tables: tables() }
}
