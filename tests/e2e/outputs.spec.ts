import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import SqliteClient from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { pdfPages, squeezed } from '../support/pdf'
import { open } from './support'

const REGISTERED = `select count(*) from groups where status = 'registered'`
const DISTRICTS = `select count(*) from regions where parent_code = '9404' and valid_until is null`
const WITH_GROUP = `select count(distinct district_code) from groups where regency_code = '9404' and status = 'registered'`
const CONFIRMED = `select count(*) from activities where status = 'confirmed'`
const FIGURE = `from population_figures where region_code = '9404'`

/** An output, a row of its first table, and what the database counts for cells of that row. */
const outputs: { email: string; path: string; row: string; cells: Record<string, string> }[] = [
  {
    email: 'mimika@contoh.id',
    path: 'kim',
    row: 'Jumlah',
    cells: { 'KIM terdaftar': `${REGISTERED} and regency_code = '9404'`, Desa: villagesOf('9404') },
  },
  {
    email: 'mimika@contoh.id',
    path: 'kegiatan?dari=2026-01&sampai=2026-10',
    row: 'Semua kegiatan',
    cells: {
      Kegiatan: `${CONFIRMED} and regency_code = '9404' and local_date between '2026-01-01' and '2026-10-31'`,
    },
  },
  {
    email: 'mimika@contoh.id',
    path: 'sasaran',
    row: 'Kabupaten Mimika',
    cells: { Penduduk: `select total ${FIGURE}`, 'Usia 16–64': `select target ${FIGURE}` },
  },
  {
    email: 'mimika@contoh.id',
    path: 'kecamatan',
    row: 'Kabupaten Mimika',
    cells: { Kecamatan: DISTRICTS, 'Kecamatan ber-KIM': WITH_GROUP },
  },
  {
    email: 'papuatengah@contoh.id',
    path: 'kemitraan',
    row: 'Jumlah',
    cells: {
      Diusulkan: `select count(*) from partnerships where province_code = '94' and status = 'proposed'`,
      'Segera berakhir': `select count(*) from partnerships where province_code = '94' and status = 'ending'`,
    },
  },
  {
    email: 'papuatengah@contoh.id',
    path: 'tahunan?tahun=2025',
    row: '2025-12-31',
    cells: {
      'Kegiatan bulan itu': `${CONFIRMED} and province_code = '94' and local_date like '2025-12-%'`,
    },
  },
]

function villagesOf(regency: string): string {
  return `select count(*) from regions where regency_code = '${regency}' and level = 'village' and valid_until is null`
}

for (const { email, path, row, cells } of outputs) {
  test(`the output ${path} leaves as PDF, XLSX and CSV with what the database counts`, async ({
    browser,
  }) => {
    test.skip(Boolean(process.env.E2E_DATABASE_URL), 'the database is read from its file')
    const { page, context } = await open(browser, { email })
    const main = page.getByRole('main')
    await page.goto(`/dinas/rekap/${path}`)
    await main.getByRole('button', { name: 'Terbitkan dokumen bernomor' }).click()
    await page.waitForURL('**/dinas/rekap/dokumen/*')
    await expect(main.getByRole('link', { name: 'Unduh PDF' })).toBeVisible({ timeout: 90_000 })
    const [headers = [], ...rows] = firstTable(await download(page, 'Unduh CSV'))
    const found = rows.find(([first]) => first === row)
    if (!found) throw new Error(`${row} is not among ${rows.map(([first]) => first).join(', ')}`)
    for (const [header, query] of Object.entries(cells)) {
      expect(found[headers.indexOf(header)], header).toBe(String(counted(query)))
    }

    const [inWorkbook = [], ...sheet] = await readSheet(
      new Uint8Array(await download(page, 'Unduh Excel')).buffer,
      1,
    )
    expect(inWorkbook).toEqual(headers)
    expect(sheet.map((line) => headers.map((header, at) => asInFile(line[at], header)))).toEqual(rows)
    const text = squeezed((await pdfPages(await download(page, 'Unduh PDF'))).join(''))
    const onPaper = (value: string) =>
      /^\d{4,}$/.test(value) ? Number(value).toLocaleString('id-ID') : value
    for (const header of Object.keys(cells)) {
      expect(text, header).toContain(squeezed(onPaper(found[headers.indexOf(header)] ?? '')))
    }
    await context.close()
  })
}

/** What the query counts in the database that the portal serves. */
function counted(query: string): unknown {
  const file = join(process.env.E2E_DATA_DIR ?? '.cache/e2e-data', 'simpul-kim.sqlite')
  const database = new SqliteClient(file, { readonly: true })
  try {
    return database.prepare(query).pluck().get()
  } finally {
    database.close()
  }
}

/** Headers and rows below the title, up to the empty line. */
function firstTable(file: Buffer): string[][] {
  const lines: string[][] = parse(file, { delimiter: ';', bom: true })
  const end = lines.findIndex((line) => line.every((cell) => cell === ''))
  const [headers = [], ...rows] = lines.slice(1, end)
  const columns = headers.filter((header) => header !== '').length
  return [headers, ...rows].map((line) => line.slice(0, columns))
}

/** A cell of a workbook as CSV writes it: shares in percent, numbers with a comma, days by their date. */
function asInFile(cell: unknown, header: string): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell !== 'number') return String(cell ?? '')
  if (!header.endsWith('(%)')) return String(cell).replace('.', ',')
  return `${String(Math.round(cell * 10_000) / 100).replace('.', ',')}%`
}

async function download(page: Page, name: string): Promise<Buffer> {
  const started = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name }).click()
  return readFileSync(await (await started).path())
}
