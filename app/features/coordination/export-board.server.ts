import type { Actor } from '~/features/identity/actor'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import { formatDate, formatMoment } from '~/ui/format'
import { boardScreen } from './board.queries.server'
import type { BoardQuery } from './board.schema'
import { boardColumns } from './board-columns'
import { filterDefinitions } from './board-filters'
import type { BoardRow } from './board-row'

/** The board as it is shown, as a file. @throws not_found */
export async function exportBoard(
  services: Services,
  { actor, query, format }: { actor: Actor; query: BoardQuery; format: FileFormat },
): Promise<FileToSend> {
  const { region, belowWords, today, now, terms, rows, total } = await boardScreen(services, actor, query)
  return tableFile<BoardRow>(`papan-koordinasi-${region.code}-${today}`, format, {
    name: 'Papan koordinasi',
    columns: [
      { header: 'Kode wilayah', cell: ({ code }) => code },
      { header: belowWords, cell: ({ name }) => name, width: 30 },
      ...boardColumns.flatMap(({ cells }) =>
        cells.map(({ header, cell }) => ({
          header,
          cell: (row: BoardRow) => cell(row, now),
          width: header.length + 2,
        })),
      ),
    ],
    rows: [...rows, total],
    notes: () => [
      ['Isi', `Papan koordinasi ${region.name}`],
      ['Saringan', query.saring ? filterDefinitions[query.saring].words : 'Semua'],
      ['Cakupan dan keaktifan per', formatDate(today)],
      ['Angka lain pada', formatMoment(now)],
      ['Baris terakhir', `${region.name} seluruhnya, tanpa saringan`],
      ...boardColumns.map(({ header, definition }): [string, string] => [header, definition(terms)]),
      ['Dibuat oleh', actor.name],
    ],
  })
}
