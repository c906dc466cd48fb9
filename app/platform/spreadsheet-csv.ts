import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { type Cell, harmlessCell, type SpreadsheetTable } from './spreadsheet'

const BATCH = 500

/**
 * A table that Excel in Indonesian opens as it is: byte-order mark, semicolons, decimal commas, no cell that acts as a
 * formula. The notes stand below the table after an empty line, as wide as the table, so that every line is equally long.
 * It makes as much as is asked for: memory stays the same for any number of rows.
 */
export async function* tableAsCsv<Row>({
  columns,
  rows,
  notes,
}: SpreadsheetTable<Row>): AsyncGenerator<Uint8Array, void, undefined> {
  const width = Math.max(2, columns.length)
  const line = (cells: string[]) => [...cells, ...Array<string>(width - cells.length).fill('')]
  let batch = [line(columns.map(({ header }) => header))]
  let first = true
  const written = () => {
    const text = stringify(batch, { delimiter: ';', record_delimiter: 'windows', bom: first })
    first = false
    batch = []
    return new TextEncoder().encode(text)
  }
  for await (const row of rows) {
    batch.push(line(columns.map(({ cell }) => cellText(cell(row)))))
    if (batch.length < BATCH) continue
    yield written()
    // Rows that are at hand at once would keep everyone else waiting.
    await setImmediate()
  }
  batch.push(line([]), ...notes().map((note) => line(note.map(harmlessCell))))
  yield written()
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return harmlessCell(cell)
  if (typeof cell === 'number') return decimal(cell)
  return 'date' in cell ? cell.date : `${decimal(Math.round(cell.share * 1000) / 10)}%`
}

function decimal(value: number): string {
  return String(value).replace('.', ',')
}
