import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { type Cell, harmlessCell, type Sheet, type SpreadsheetTable } from './spreadsheet'

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
  const writer = csvWriter(columns.length)
  yield* writer.table({ columns, rows })
  yield writer.end(notes())
}

/**
 * Several tables in one file, each under a line with its name and followed by an empty line; see `tableAsCsv`.
 * @param widest the columns of the widest table
 */
export async function* sheetsAsCsv<Row>(
  tables: AsyncIterable<Sheet<Row>> | Iterable<Sheet<Row>>,
  widest: number,
  notes: () => [string, string][],
): AsyncGenerator<Uint8Array, void, undefined> {
  const writer = csvWriter(widest)
  let first = true
  for await (const table of tables) {
    if (!first) writer.line([])
    first = false
    writer.line([table.name])
    yield* writer.table(table)
  }
  yield writer.end(notes())
}

function csvWriter(widest: number) {
  const width = Math.max(2, widest)
  let batch: string[][] = []
  let first = true
  const line = (cells: string[]) => {
    batch.push([...cells, ...Array<string>(width - cells.length).fill('')])
  }
  const written = () => {
    const text = stringify(batch, { delimiter: ';', record_delimiter: 'windows', bom: first })
    first = false
    batch = []
    return new TextEncoder().encode(text)
  }
  return {
    line,
    async *table<Row>({ columns, rows }: Pick<Sheet<Row>, 'columns' | 'rows'>) {
      line(columns.map(({ header }) => header))
      for await (const row of rows) {
        line(columns.map(({ cell }) => cellText(cell(row))))
        if (batch.length < BATCH) continue
        yield written()
        // Rows that are at hand at once would keep everyone else waiting.
        await setImmediate()
      }
    },
    end(notes: [string, string][]) {
      line([])
      for (const note of notes) line(note.map(harmlessCell))
      return written()
    },
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return harmlessCell(cell)
  if (typeof cell === 'number') return decimal(cell)
  if ('date' in cell) return cell.date
  const scale = cell.decimals === 2 ? 100 : 10
  return `${decimal(Math.round(cell.share * 100 * scale) / scale)}%`
}

function decimal(value: number): string {
  return String(value).replace('.', ',')
}
