import { stringify } from 'csv-stringify/sync'
import type { Actor } from '~/features/identity/actor'
import type { Services } from '~/platform/services'
import { harmlessCell } from '~/platform/spreadsheet/spreadsheet'
import { cellName } from './cells'
import { findImport } from './find-import.server'
import { fieldWords } from './imports.messages'
import { type ImportId, importFields } from './imports.schema'
import { allRows } from './rows.server'

/** For Excel in Indonesian: byte-order mark, semicolons, no cell that acts as a formula. */
function csv(rows: string[][]): string {
  return stringify(
    rows.map((row) => row.map(harmlessCell)),
    { delimiter: ';', bom: true, record_delimiter: 'windows' },
  )
}

/** An empty list with the headings that the portal knows and one invented row. */
export function importTemplate(): string {
  const example = [
    'Nayaro',
    'Mimika Baru',
    '',
    'KIM Contoh Nayaro',
    'desa',
    '12 Mei 2021',
    'Nama Ketua',
    '400/12/2024',
    '12/5/2024',
    'Kepala kampung',
    '12/5/2027',
    'Balai kampung',
    '0812 3456 7890',
    'kim@contoh.id',
  ]
  return csv([importFields.map((field) => fieldWords[field]), example])
}

/**
 * A list with what became of each row: its nomor registrasi, or what is wrong with it, beside the original cells.
 * @throws not_found outside the actor's region
 */
export async function importResult(
  { store }: Services,
  actor: Actor,
  importId: ImportId,
): Promise<{ fileName: string; body: string }> {
  const reading = { db: store.read, tables: store.tables }
  const found = await findImport(reading, actor, importId)
  const rows = await allRows(reading, importId)
  // A CSV file has no sheets.
  const sheet = (text: string) => (found.sheet === '' ? [] : [text])
  const notes = (row: (typeof rows)[number]) =>
    [
      ...row.problems.map(({ column, message }) => `${cellName({ column, row: row.row })}: ${message}`),
      ...row.duplicates.map(
        (other) => `Mungkin sama dengan ${other}${row.keepAnyway ? ' (dipastikan bukan)' : ''}`,
      ),
    ].join(' | ')
  return {
    fileName: `impor-kim-${importId.slice(-8)}.csv`,
    body: csv([
      [...sheet('Lembar'), 'Baris', 'Nomor registrasi', 'Catatan', ...found.headers],
      // Twelve digits would become 9,40412E+11: the apostrophe keeps them as text.
      ...rows.map((row) => [
        ...sheet(found.sheet),
        String(row.row),
        row.number ? `'${row.number}` : '',
        notes(row),
        ...row.cells,
      ]),
    ]),
  }
}
