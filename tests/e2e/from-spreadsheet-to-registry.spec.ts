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

/** The cells that are wrong, with their words. */
async function wrongCells(page: Page): Promise<string[]> {
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: 'Yang perlu diperbaiki' }),
  })
  return (await section.locator('li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
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
  expect(await wrongCells(page)).toEqual([
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
