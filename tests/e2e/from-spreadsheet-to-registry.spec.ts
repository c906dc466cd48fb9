import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { aWorkbook, computing, merging, SHEET } from '../support/workbook'
import { looksRightEverywhere, open, phone } from './support'

/** Letters of its own, so that a second run does not look like the same groups. */
const own = Math.random().toString(36).slice(2)

const xlsx = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})

/** Cells of the table of what is wrong, with their words. */
async function wrongCells(page: Page, list: 'li' | 'tr'): Promise<string[]> {
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: 'Yang perlu diperbaiki' }),
  })
  return (await section.locator(list).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

test('an office without JavaScript brings its list of KIM in, once every cell is right', async ({
  browser,
}) => {
  const { page, context } = await open(browser, {
    email: 'mimika@contoh.id',
    scripts: false,
    viewport: phone,
  })
  const rows = [
    ['DAFTAR KIM KABUPATEN MIMIKA', '', '', '', ''],
    ['No', 'Kampung', 'Distrik', 'Nama KIM', 'Nama Ketua'],
    ...['Atas', 'Bawah', 'Tengah'].map((part, at) => [
      at + 1,
      'Nayaro',
      'Mimika Baru',
      `KIM ${own}${at} ${part}`,
      'Yosep Contoh',
    ]),
  ]
  const upload = async (name: string, changes: Parameters<typeof aWorkbook>[1]) => {
    await page.goto('/dinas/impor')
    await page.getByLabel('Berkas daftar').setInputFiles(xlsx(name, await aWorkbook(rows, changes)))
    await page.getByRole('button', { name: 'Unggah dan cocokkan kolom' }).click()
    await expect(page.getByText('3 baris data, judul kolom di baris 2.')).toBeVisible()
    await expect(page.getByLabel('Nama ketua')).toHaveValue('4')
    await page.getByRole('button', { name: 'Periksa isinya' }).click()
  }
  await upload('daftar-lama.xlsx', {
    [SHEET]: (xml) => merging('A1:E1', 'B4:B5')(computing('E3', '<f>PROPER("yosep contoh")</f>')(xml)),
  })
  await expect(page.getByText('2 baris perlu diperbaiki di berkasnya')).toBeVisible()
  expect(await wrongCells(page, 'li')).toEqual([
    expect.stringMatching(/^E3 lembar Daftar KIM Yosep Contoh Sel ini berisi rumus/),
    expect.stringMatching(/^B4 lembar Daftar KIM Nayaro Sel B4:B5 digabung/),
  ])
  await expect(page.getByRole('button', { name: /^Daftarkan/ })).toHaveCount(0)
  await looksRightEverywhere(page)
  await page.getByRole('button', { name: 'Buang daftar ini' }).click()
  await expect(page.getByText('Daftar dibuang. Tidak ada yang masuk ke registri.')).toBeVisible()

  await upload('daftar-baru.xlsx', {})
  await expect(page.getByText('2 baris mirip dengan KIM lain dan perlu dipastikan.')).toBeVisible()
  await looksRightEverywhere(page)
  for (const box of await page.getByLabel('Bukan duplikat, tetap daftarkan').all()) await box.check()
  await page.getByRole('button', { name: 'Simpan pilihan di halaman ini' }).click()
  await expect(page.getByText('Semua yang mirip sudah dipastikan.')).toBeVisible()
  await page.getByRole('button', { name: 'Daftarkan 3 KIM' }).click()
  await expect(page.getByText('3 KIM sudah terdaftar dan mendapat nomor registrasi.')).toBeVisible()
  await looksRightEverywhere(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Unduh/ }).first().click(),
  ])
  const result = readFileSync(await download.path(), 'utf8')
  const number = /^Daftar KIM;3;'(\d{12});/m.exec(result)?.[1]
  expect(number).toMatch(/^9404012004/)
  await page.goto(`/verifikasi/${number}`)
  await expect(page.getByRole('main')).toContainText(`KIM ${own}0 Atas`)
  await context.close()
})

test('population figures hold once every cell is right', async ({ browser }) => {
  const { page, context } = await open(browser, { email: 'mimika@contoh.id' })
  const rows = [
    ['Penduduk Kabupaten Mimika', '', '', ''],
    ['Kode wilayah', 'Nama', 'Jumlah penduduk', 'Penduduk usia 16-64'],
    ['94.04', 'Mimika', 312_345, 209_876],
  ]
  const upload = async (name: string, changes: Parameters<typeof aWorkbook>[1]) => {
    await page.goto('/dinas/penduduk')
    await page.getByLabel('Sumber angka').fill(`Dukcapil ${own}`)
    await page.getByLabel('Tahun').fill('2019')
    await page.getByLabel('Berkas angka').setInputFiles(xlsx(name, await aWorkbook(rows, changes)))
    await page.getByRole('button', { name: 'Unggah dan periksa' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await upload('rumus.xlsx', { [SHEET]: computing('C3', '<f>SUM(C4:C20)</f>') })
  expect(await wrongCells(page, 'tr')).toContainEqual(
    expect.stringMatching(/^C3 lembar Daftar KIM Sel ini berisi rumus/),
  )
  await expect(page.getByRole('button', { name: 'Terima angka ini' })).toHaveCount(0)
  await looksRightEverywhere(page)
  await page.getByRole('button', { name: 'Buang berkas ini' }).click()
  await expect(page.getByText('Berkas dibuang. Tidak ada angka yang berubah.')).toBeVisible()

  await upload('benar.xlsx', {})
  await expect(page.getByRole('cell', { name: '312.345', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Terima angka ini' }).click()
  await expect(page.getByText('Angka 1 wilayah sekarang berlaku dan dipakai di rekap.')).toBeVisible()
  await looksRightEverywhere(page)
  await context.close()
})
