import { sheetsAsCsv } from '~/platform/spreadsheet/csv'
import type { Cell, Sheet } from '~/platform/spreadsheet/spreadsheet'
import { sheetsAsXlsx } from '~/platform/spreadsheet/xlsx'
import type { ColumnKind, DocumentCell, DocumentHead, DocumentRow } from './document'
import type { FactsReading } from './facts-file.server'

type Wrapped = (rows: AsyncGenerator<DocumentRow>) => AsyncGenerator<DocumentRow>

/** The tables of a snapshot as an Excel workbook, one sheet each. */
export function renderXlsx({ head, tables }: FactsReading, wrapped: Wrapped): AsyncGenerator<Uint8Array> {
  return sheetsAsXlsx(sheetsOf(tables, wrapped), () => notesOf(head))
}

/** The tables of a snapshot as one CSV file, one below the other. */
export function renderCsv({ head, tables }: FactsReading, wrapped: Wrapped): AsyncGenerator<Uint8Array> {
  const widest = Math.max(...head.tables.map(({ columns }) => columns.length))
  return sheetsAsCsv(sheetsOf(tables, wrapped), widest, () => notesOf(head))
}

async function* sheetsOf(
  tables: FactsReading['tables'],
  wrapped: Wrapped,
): AsyncGenerator<Sheet<DocumentRow>> {
  for await (const { title, columns, rows } of tables) {
    yield {
      name: title,
      columns: columns.map(({ header, kind, weight }, at) => ({
        header,
        width: Math.round(8 + weight * 6),
        cell: ({ cells }) => sheetCell(kind, cells[at] ?? null),
      })),
      rows: wrapped(rows),
    }
  }
}

function sheetCell(kind: ColumnKind, cell: DocumentCell): Cell {
  if (typeof cell === 'string') return kind === 'date' ? { date: cell } : cell
  return kind === 'percent' && cell !== null ? { share: cell / 10_000, decimals: 2 } : cell
}

/** Definitions, cut-off and legal basis, as they stand in the PDF too. */
function notesOf(head: DocumentHead): [string, string][] {
  return [
    ['Dokumen', head.title],
    ['Nomor', head.number],
    ['Wilayah', head.place],
    ['Periode', head.period],
    ['Keadaan data', head.gatheredAt],
    ['Diterbitkan oleh', head.office],
    ['Periksa di', head.verifyUrl],
    ...head.warnings.map((words): [string, string] => ['Perhatian', words]),
    ...head.definitions.map(({ term, words }): [string, string] => [term, words]),
    ...head.legalBasis.map((words): [string, string] => ['Dasar hukum', words]),
    ...(head.isDemo ? [['Data contoh', 'Kelompok dan orang di sini rekaan.'] as [string, string]] : []),
  ]
}
