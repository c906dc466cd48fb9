import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aWorkbook, computing, merging, SHEET } from '../../../tests/support/workbook'
import { readSheetRows, type SheetNotes, type SheetRow } from './read'

async function read(bytes: Buffer) {
  const notes: SheetNotes = { merged: [] }
  const rows: SheetRow[] = []
  for await (const row of readSheetRows(bytes, notes)) rows.push(row)
  return { rows, cells: rows.map(({ cells }) => cells), merged: notes.merged }
}

const SHARED = 'xl/sharedStrings.xml'
const BOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const list = [
  ['Desa', 'Nama kelompok'],
  ['Nayaro', 'KIM Élok'],
]

describe('a workbook', () => {
  test('is read with the name of its sheet and the rows as a program counts them', async () => {
    const { rows, merged } = await read(await aWorkbook([list[0] ?? [], ['', ''], list[1] ?? []]))
    expect(rows).toEqual([
      { sheet: 'Daftar KIM', row: 1, cells: list[0], formulas: [] },
      { sheet: 'Daftar KIM', row: 3, cells: list[1], formulas: [] },
    ])
    expect(merged).toEqual([])
  })

  test('tells of every merged range, also behind thousands of rows', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => [`Desa ${at}`, `KIM ${at}`])
    const ranges = ['A3:A5', 'B7:C7', 'AA4990:AB5001']
    const { rows, merged } = await read(await aWorkbook([...list, ...many], { [SHEET]: merging(...ranges) }))
    expect(rows).toHaveLength(5002)
    expect(merged).toEqual(ranges)
  })

  test.each([
    ['a formula', '<f>A2&amp;" Jaya"</f>'],
    ['a shared formula', '<f t="shared" si="0"/>'],
    ['a formula of a namespace', '<x:f xmlns:x="urn:x">1+1</x:f>'],
  ])('names the cell that holds %s, and keeps the value it last had', async (_, formula) => {
    const changes = { [SHEET]: computing('B3', formula) }
    const { rows } = await read(await aWorkbook([...list, ['Koperapoka', 7]], changes))
    expect(rows.map(({ formulas }) => formulas)).toEqual([[], [], [1]])
    expect(rows[2]?.cells).toEqual(['Koperapoka', '7'])
  })

  test('keeps words in their cells where an empty one is stored among them', async () => {
    const bytes = await aWorkbook(list, {
      [SHARED]: (xml) => xml.replace(/<si>[\s\S]*?<\/si>/, '<si/>'),
    })
    expect((await read(bytes)).cells).toEqual([['', 'Nama kelompok'], list[1]])
  })

  test('is read from the first sheet that is shown', async () => {
    const parts = unzipSync(await aWorkbook([['Rujukan', 'Tersembunyi']]))
    const shown = unzipSync(await aWorkbook(list))
    const sheet2 = strFromU8(shown[SHEET] ?? new Uint8Array()).replace(
      /<c r="([A-Z]\d)"[^>]*><v>(\d)<\/v><\/c>/g,
      (_, at, index) => `<c r="${at}" t="inlineStr"><is><t>${list.flat()[Number(index)]}</t></is></c>`,
    )
    const edit = (path: string, change: (xml: string) => string) => {
      parts[path] = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())))
    }
    parts['xl/worksheets/sheet2.xml'] = strToU8(sheet2)
    edit(BOOK, (xml) =>
      xml.replace(
        /<sheet ([^>]*)\/>/,
        '<sheet state="hidden" $1/><sheet name="Isi" sheetId="9" r:id="rId99"/>',
      ),
    )
    edit('xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
    )
    const { rows } = await read(Buffer.from(zipSync(parts)))
    expect(rows.map(({ sheet, cells }) => [sheet, ...cells])).toEqual(list.map((cells) => ['Isi', ...cells]))
  })

  test('is read with either kind of quotes', async () => {
    const single = (xml: string) => xml.replaceAll('"', "'")
    const merged = (xml: string) => single(merging('A2:B2')(xml))
    const bytes = await aWorkbook(list, { [SHEET]: merged, [BOOK]: single, [RELATIONS]: single })
    const { rows, merged: ranges } = await read(bytes)
    expect(rows.map(({ sheet, cells }) => [sheet, ...cells])).toEqual(
      list.map((cells) => ['Daftar KIM', ...cells]),
    )
    expect(ranges).toEqual(['A2:B2'])
  })

  test('is refused when something stands far to the right of any list', async () => {
    const far = await aWorkbook([...list, [...Array<string>(250).fill(''), 'x']])
    await expect(read(far)).rejects.toMatchObject({ why: 'too-wide' })
  })

  test.each([
    ['another kind of archive', { 'content.xml': strToU8('<table/>') }],
    ['a binary workbook', { 'xl/workbook.bin': new Uint8Array([1, 2, 3]) }],
  ])('is refused when it is %s', async (_, parts) => {
    await expect(read(Buffer.from(zipSync(parts)))).rejects.toMatchObject({ why: 'unreadable' })
  })
})

const text = 'Desa;Nama kelompok\r\nNayaro;KIM Élok “Jaya” – 1\r\n\r\n"Kota; Baru";"KIM\r\nDua"'
const table = [
  ['Desa', 'Nama kelompok'],
  ['Nayaro', 'KIM Élok “Jaya” – 1'],
  ['Kota; Baru', 'KIM\r\nDua'],
]
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
const windows: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96 }

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as Excel saves Unicode text', utf16],
    ['UTF-16 with the greater byte first', Buffer.from(utf16).swap16()],
    ['Windows-1252', Buffer.from([...text].map((letter) => windows[letter] ?? letter.charCodeAt(0)))],
  ])('in %s is read letter by letter, rows counted as a program shows them', async (_, bytes) => {
    const { rows, cells } = await read(bytes)
    expect(cells).toEqual(table)
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 4])
  })

  test('is read to its last letter where a letter of two bytes lies across two pieces', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `é${'x'.repeat(at % 3)};é`)
    const { cells } = await read(Buffer.from(lines.join('\n')))
    expect(cells.map((row) => row.join(';'))).toEqual(lines)
  })

  test.each([
    ['of no bytes', Buffer.alloc(0), 'empty'],
    ['of Excel before 2007', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old-excel'],
    ['of UTF-16 that does not say so', Buffer.from(text, 'utf16le'), 'unreadable'],
    ['of pages', Buffer.from('%PDF-1.7\nDesa;Nama'), 'unreadable'],
    [
      'with a quote that never closes',
      Buffer.from(`Desa;Nama\n"Nayaro;${'x'.repeat(300_000)}`),
      'unreadable',
    ],
  ])('%s is refused with its reason', async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toMatchObject({ why })
  })
})
