import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Unzip, UnzipInflate } from 'fflate'
import readXlsxFile, { readSheet } from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { tableAsCsv } from './csv'
import type { SpreadsheetTable } from './spreadsheet'
import { tableAsXlsx } from './xlsx'

interface Row {
  name: string
  date: string
  reach: number | null
  part: number
}

const row: Row = { name: 'KIM Élok; "Jaya" <&>', date: '2026-05-12', reach: 1234.5, part: 0.125 }

function tableOf(rows: SpreadsheetTable<Row>['rows']): SpreadsheetTable<Row> {
  return {
    name: 'Kegiatan',
    columns: [
      { header: 'Nama', cell: ({ name }) => name, width: 30 },
      { header: 'Tanggal', cell: ({ date }) => ({ date }) },
      { header: 'Jangkauan', cell: ({ reach }) => reach },
      { header: 'Bagian', cell: ({ part }) => ({ share: part }) },
    ],
    rows,
    notes: () => [
      ['Wilayah', 'Kabupaten Mimika'],
      ['Dibuat oleh', '=Rina'],
    ],
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return new Uint8Array(Buffer.concat(parts))
}

async function csvOf(rows: Row[]): Promise<string[][]> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await whole(tableAsCsv(tableOf(rows))))
  expect(text.charCodeAt(0)).toBe(0xfeff)
  return parse(text, { delimiter: ';', bom: true })
}

async function* many(count: number, made: { rows: number }): AsyncGenerator<Row> {
  for (let at = 0; at < count; at++) {
    made.rows++
    yield { name: `KIM ${Math.imul(at, 2654435761) >>> 0}`, date: '2026-05-12', reach: at, part: 0 }
  }
}

describe('a table as CSV', () => {
  test('is read back as it was, with the notes below', async () => {
    expect(await csvOf([row])).toEqual([
      ['Nama', 'Tanggal', 'Jangkauan', 'Bagian'],
      ['KIM Élok; "Jaya" <&>', '2026-05-12', '1234,5', '12,5%'],
      ['', '', '', ''],
      ['Wilayah', 'Kabupaten Mimika', '', ''],
      ['Dibuat oleh', "'=Rina", '', ''],
    ])
  })

  test('has no cell that begins like a formula, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(...'=+-@\t\r'), async (text, sign) => {
        const [, cells] = await csvOf([{ ...row, name: sign + text }])
        expect(cells?.[0]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('a table as XLSX', () => {
  test('is read back as it was, dates as dates and numbers as numbers', async () => {
    const file = await whole(tableAsXlsx(tableOf([row, { ...row, reach: null }])))
    const sheets = await readXlsxFile(file.buffer)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Kegiatan', 'Keterangan'])
    const date = new Date(Date.UTC(2026, 4, 12))
    expect(sheets[0]?.data).toEqual([
      ['Nama', 'Tanggal', 'Jangkauan', 'Bagian'],
      ['KIM Élok; "Jaya" <&>', date, 1234.5, 0.125],
      ['KIM Élok; "Jaya" <&>', date, null, 0.125],
    ])
    expect(sheets[1]?.data).toEqual([
      ['Wilayah', 'Kabupaten Mimika'],
      ['Dibuat oleh', "'=Rina"],
    ])
  })

  test('is a workbook whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (name) => {
        const file = await whole(tableAsXlsx(tableOf([{ ...row, name: `a${name}` }])))
        const [, cells] = await readSheet(file.buffer)
        expect(cells?.[1]).toEqual(new Date(Date.UTC(2026, 4, 12)))
      }),
      { numRuns: 50 },
    )
  })

  test('goes on in another sheet where one is full, and has one without rows', async () => {
    const table = tableOf(many(7, { rows: 0 }))
    const sheets = await readXlsxFile((await whole(tableAsXlsx(table, 4))).buffer)
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Kegiatan', 4],
      ['Kegiatan 2', 4],
      ['Kegiatan 3', 2],
      ['Keterangan', 2],
    ])
    const empty = await readSheet((await whole(tableAsXlsx(tableOf([])))).buffer)
    expect(empty).toEqual([['Nama', 'Tanggal', 'Jangkauan', 'Bagian']])
  })
})

describe('a table of 200,000 rows', () => {
  test.each([
    ['CSV', tableAsCsv],
    ['XLSX', tableAsXlsx],
  ] as const)(
    'is made as it is taken: no more than a few thousand rows ahead (%s)',
    async (_, write) => {
      const made = { rows: 0 }
      let before = 0
      let [ahead, largest, bytes] = [0, 0, 0]
      for await (const chunk of write(tableOf(many(200_000, made)))) {
        ahead = Math.max(ahead, made.rows - before)
        largest = Math.max(largest, chunk.length)
        bytes += chunk.length
        before = made.rows
      }
      expect(made.rows).toBe(200_000)
      expect(ahead).toBeLessThan(4000)
      expect(largest).toBeLessThan(512 * 1024)
      expect(bytes).toBeGreaterThan(1_000_000)
    },
    60_000,
  )

  test.each([
    ['CSV', tableAsCsv],
    ['XLSX', tableAsXlsx],
  ] as const)('is no longer made once nobody takes it (%s)', async (_, write) => {
    const made = { rows: 0 }
    let ended = false
    async function* source() {
      try {
        yield* many(200_000, made)
      } finally {
        ended = true
      }
    }
    const chunks = write(tableOf(source()))
    await chunks.next()
    await chunks.return()
    expect(ended).toBe(true)
    expect(made.rows).toBeLessThan(4000)
  })
})

test('every part of a workbook can be unpacked while it arrives', async () => {
  const parts: string[] = []
  const unzip = new Unzip((file) => {
    parts.push(file.name)
    file.ondata = (error) => {
      if (error) throw error
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of tableAsXlsx(tableOf([row]))) unzip.push(chunk)
  expect(parts[0]).toBe('[Content_Types].xml')
  expect(parts).toContain('xl/worksheets/sheet1.xml')
})
