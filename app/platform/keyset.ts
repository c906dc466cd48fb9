/** A place in a list in order: everything of the page lies after or before it, whatever has joined or left since. */
export interface KeysetCursor {
  /** What the list is ordered by. */
  key: string
  id: string
}

const CURSOR = /^(.{0,200})~([0-9a-f-]{36})$/s

/** Reads a cursor out of an address; a strange one is none. */
export function readCursor(text: string): KeysetCursor | undefined {
  const [, key, id] = CURSOR.exec(text) ?? []
  return key !== undefined && id !== undefined ? { key, id } : undefined
}

export function writeCursor({ key, id }: KeysetCursor): string {
  return `${key}~${id}`
}

/**
 * Cuts a page out of rows that were read with one more than fits, and says where its neighbours begin.
 * @param back the rows were read backwards, from the page's end
 * @param started something lies before the page
 */
export function keysetPage<Row>(
  found: Row[],
  size: number,
  { back, started }: { back: boolean; started: boolean },
  cursorOf: (row: Row) => KeysetCursor,
): { rows: Row[]; previous: KeysetCursor | undefined; next: KeysetCursor | undefined } {
  const more = found.length > size
  const rows = found.slice(0, size)
  if (back) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    previous: first && (back ? more : started) ? cursorOf(first) : undefined,
    next: last && (back || more) ? cursorOf(last) : undefined,
  }
}
