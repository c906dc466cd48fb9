import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readList } from './read-table'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => readList(new File([new Uint8Array(bytes)], 'daftar'))

async function xlsx(rows: (string | number | Date)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value })),
  )
  const written = await writeXlsxFile(cells, { sheet: 'Daftar KIM' })
  return new Uint8Array(await written.toBuffer())
}

describe('a list is read', () => {
  const expected = [
    { row: 2, cells: ['Nayaro', 'KIM Élok'], formulas: [] },
    { row: 4, cells: ['Kwamki', '=cmd|calc'], formulas: [] },
  ]

  test.each([
    ['UTF-8 with semicolons', utf8('Desa;Nama KIM\nNayaro;KIM Élok\n\nKwamki;=cmd|calc\n')],
    [
      'UTF-8 with a byte-order mark and commas',
      utf8('\ufeffDesa,Nama KIM\r\nNayaro,"KIM Élok"\r\n\r\nKwamki,=cmd|calc'),
    ],
    ['tabs', utf8('Desa\tNama KIM\nNayaro\tKIM Élok\n\t\nKwamki\t=cmd|calc')],
    ['Windows-1252', Buffer.from('Desa;Nama KIM\nNayaro;KIM Élok\n\nKwamki;=cmd|calc\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffDesa\tNama KIM\nNayaro\tKIM Élok\n\t\nKwamki\t=cmd|calc', 'utf16le')],
  ])('from %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({
      sheet: '',
      merged: [],
      headerRow: 1,
      headers: ['Desa', 'Nama KIM'],
      rows: expected,
    })
  })

  test('from the first sheet of an XLSX, dates as dates and codes as they are', async () => {
    const table = await read(
      await xlsx([
        ['Kode Desa', 'Nama KIM', 'Tgl SK'],
        [9404012004, 'KIM Nayaro', new Date(Date.UTC(2024, 4, 12))],
      ]),
    )
    expect(table).toMatchObject({
      sheet: 'Daftar KIM',
      rows: [{ row: 2, cells: ['9404012004', 'KIM Nayaro', '2024-05-12'] }],
    })
  })

  test('below a title and an empty line', async () => {
    const table = await read(utf8('DAFTAR KIM TAHUN 2024;;\n;;\nNo;Desa;Nama KIM\n1;Nayaro;KIM A'))
    expect(table).toMatchObject({
      headerRow: 3,
      headers: ['No', 'Desa', 'Nama KIM'],
      rows: [{ row: 4, cells: ['1', 'Nayaro', 'KIM A'] }],
    })
  })
})

describe('what is no list is refused with a sentence', () => {
  const sheetWith = (xml: string) =>
    zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${xml}</worksheet>`) })

  test.each([
    ['an empty file', utf8(''), 'import_empty'],
    ['headings alone', utf8('Desa;Nama KIM\n'), 'import_empty'],
    ['blank lines alone', utf8('\n\n;;\n'), 'import_empty'],
    ['a PDF', utf8('%PDF-1.7\n...'), 'import_unreadable'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'import_unreadable'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'import_old_excel'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'import_unreadable'],
    ['an archive of something else', zipSync({ 'readme.txt': utf8('halo') }), 'import_unreadable'],
    ['5,001 rows', utf8(`Desa;Nama KIM\n${'Nayaro;KIM A\n'.repeat(5001)}`), 'import_too_many_rows'],
    ['61 columns', utf8(`Desa;Nama KIM\n${'a;'.repeat(60)}a`), 'import_too_wide'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'import_too_large'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, field: 'file' })
  })

  test('5,000 rows are accepted', async () => {
    expect((await read(utf8(`Desa;Nama KIM\n${'Nayaro;KIM A\n'.repeat(5000)}`))).rows).toHaveLength(5000)
  })

  test.each([
    ['of nothing', '\0'.repeat(80_000_000)],
    ['of empty rows', '<row/>'.repeat(3_000_000)],
    ['that goes on behind its last row', `<row><c><v>1</v></c></row>${' '.repeat(70_000_000)}`],
  ])(
    'an archive that unpacks to far more than it weighs: a sheet %s',
    async (_, xml) => {
      const bomb = sheetWith(xml)
      expect(bomb.length).toBeLessThan(1024 * 1024)
      await expect(read(bomb)).rejects.toMatchObject({ code: 'import_unreadable' })
    },
    120_000,
  )

  test.each([
    ['<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', 'import_too_wide'],
    ["<sheetData><row><c r = 'ZZZ1'><v>1</v></c></row></sheetData>", 'import_too_wide'],
    ['<dimension ref="A1:XFD1048576"/><sheetData/>', 'import_empty'],
  ])('a sheet with a cell in its last corner, which would take all memory: %s', async (rowXml, code) => {
    await expect(read(sheetWith(rowXml))).rejects.toMatchObject({ code })
  })
})
