import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { pdfPages, readQr, squeezed } from '../support/pdf'
import { looksRight, looksRightEverywhere, open, phone } from './support'

for (const scripts of [true, false]) {
  test(`a recapitulation becomes a numbered document that its QR code verifies, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const { page, context } = await open(browser, { email: 'mimika@contoh.id', scripts })
    const main = page.getByRole('main')
    await page.goto('/dinas/rekap')
    await looksRight(page)
    await main.getByRole('link', { name: 'Rekapitulasi KIM menurut kecamatan' }).first().click()
    await page.waitForURL('**/dinas/rekap/kim')
    const total = main.getByRole('row', { name: /^Jumlah/ }).first()
    await expect(total).toBeVisible()
    const onScreen = await total.getByRole('cell').allInnerTexts()
    await main.getByRole('button', { name: 'Terbitkan dokumen bernomor' }).click()
    await page.waitForURL('**/dinas/rekap/dokumen/*')
    await expect(main.getByRole('link', { name: 'Unduh PDF' })).toBeVisible({ timeout: 60_000 })
    await looksRightEverywhere(page)

    const pdf = await download(page, 'Unduh PDF')
    const csv = (await download(page, 'Unduh CSV')).toString('utf8')
    const text = squeezed((await pdfPages(pdf)).join(''))
    const figures = onScreen.map((cell) => cell.trim().split('\n').at(-1) ?? '')
    expect(text).toContain(squeezed(`Jumlah${figures.join('')}`))
    expect(csv).toContain(`Jumlah;${figures.map(asInFile).join(';')}`)

    const codes = await Promise.all((await pdfPages(pdf)).map((_, at) => readQr(pdf, at + 1)))
    const address = codes.find(Boolean) ?? ''
    expect(address).toContain('/verifikasi/dokumen/R-9404-')
    await anyoneVerifies(page, new URL(address).pathname)

    await page.goBack()
    await main.getByRole('link', { name: 'Bandingkan dengan hari ini' }).click()
    await page.waitForURL('**/banding')
    await expect(main).toContainText('±0')
    await looksRightEverywhere(page)
    await context.close()
  })
}

/** A figure as a file for spreadsheets writes it: no dots between thousands, no zeros after the last decimal. */
function asInFile(figure: string): string {
  return figure
    .replace(/\.(?=\d{3})/g, '')
    .replace(/(,\d*?)0+%$/, '$1%')
    .replace(',%', '%')
}

async function download(page: Page, name: string): Promise<Buffer> {
  const started = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name }).click()
  return readFileSync(await (await started).path())
}

async function anyoneVerifies(page: Page, path: string): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('there is no browser')
  const { page: anyone, context } = await open(browser, { viewport: phone })
  await anyone.goto(path)
  await expect(anyone.getByRole('main')).toContainText('Dinas Kominfo Kabupaten Mimika')
  await expect(anyone.getByRole('main')).toContainText('bukan tanda tangan elektronik')
  await looksRight(anyone)
  await context.close()
  await page.goto(path)
}

test('a file of population figures holds only once it is without a mistake and accepted', async ({
  browser,
}) => {
  const { page, context } = await open(browser, { email: 'pacitan@contoh.id' })
  const main = page.getByRole('main')
  await upload(page, '3501;=1+1;20\n9404;10;5\n')
  await expect(main).toContainText('2 sel perlu diperbaiki')
  await expect(main.getByRole('rowheader', { name: 'B2' })).toBeVisible()
  await looksRightEverywhere(page)
  await expect(main.getByRole('button', { name: 'Terima angka ini' })).toHaveCount(0)
  await main.getByRole('button', { name: 'Buang berkas ini' }).click()
  await page.waitForURL('**/dinas/penduduk')
  await upload(page, '3501;456.333;319.580\n')
  await main.getByRole('button', { name: 'Terima angka ini' }).click()
  await expect(main).toContainText('Sudah berlaku')
  await page.goto('/dinas/rekap/sasaran')
  await expect(main.getByRole('row', { name: /Kabupaten Pacitan/ }).first()).toContainText('70,03%')
  await context.close()
})

async function upload(page: Page, lines: string): Promise<void> {
  const main = page.getByRole('main')
  await page.goto('/dinas/penduduk')
  await main.getByLabel('Sumber angka').fill('Dukcapil Semester I')
  const text = `Kode wilayah;Jumlah penduduk;Penduduk usia 16-64\n${lines}`
  await main
    .getByLabel('Berkas angka')
    .setInputFiles({ name: 'penduduk.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await main.getByRole('button', { name: 'Unggah dan periksa' }).click()
  await page.waitForURL(/\/dinas\/penduduk\/[0-9a-f-]{36}$/)
}

for (const scripts of [true, false]) {
  test(`a group's sheet appears by itself once it is drawn, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const { page, context } = await open(browser, { email: 'ketua@contoh.id', scripts, viewport: phone })
    const main = page.getByRole('main')
    await page.goto('/kelompok')
    await main.locator('a[href^="/kelompok/0"]').first().click()
    await main.getByRole('link', { name: 'Buat lembar pertanggungjawaban' }).click()
    await page.waitForURL('**/pertanggungjawaban')
    await expect(main.getByRole('button', { name: 'Buat lembar bernomor' })).toBeVisible()
    const before = await main.getByRole('link', { name: /^Unduh PDF/ }).count()
    await main.getByRole('button', { name: 'Buat lembar bernomor' }).click()
    await expect(main.getByRole('link', { name: /^Unduh PDF/ })).toHaveCount(before + 1, { timeout: 60_000 })
    await expect(main.getByRole('progressbar')).toHaveCount(0)
    await looksRightEverywhere(page)
    await context.close()
  })
}
