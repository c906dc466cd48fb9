import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { addDays, localDate } from '../../app/platform/calendar'
import { openPdf } from '../support/pdf'
import { makePdf } from '../support/world'
import { invite, plan } from './new-event'
import { looksRight, looksRightEverywhere, open, phone } from './support'

for (const scripts of [true, false]) {
  test(`an event from its invitation to its certificates, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const title = `Bimtek foto kampung ${scripts ? 'pagi' : 'petang'}`
    const { page, context } = await open(browser, { email: 'mimika@contoh.id', scripts })
    const event = await plan(page, title)
    await under(page, { event, title })
    await invite(page, event)
    await addMaterial(page, event)
    const tickets = await reply(browser, { scripts, title })
    await arrive(browser, page, { event, scripts, ticket: tickets.first, code: tickets.code })
    await follow(page, event)
    await certify(page, { event, title })
    await judge(browser, page, { event, scripts, ticket: tickets.first })
    await context.close()
  })
}

const agreement = 'Kelas cek fakta untuk pengurus KIM'

/** The plan is changed: the event is held under a partnership, and each page leads to the other. */
async function under(page: Page, { event, title }: { event: string; title: string }): Promise<void> {
  await page.goto(`${event}/ubah`)
  await looksRightEverywhere(page)
  const choice = page.getByLabel('Kemitraan (boleh kosong)')
  const value = await choice.locator('option', { hasText: agreement }).first().getAttribute('value')
  await choice.selectOption(value)
  await page.getByRole('button', { name: 'Simpan perubahan' }).click()
  await expect(page.getByRole('status').first()).toContainText('Rencana acara disimpan')
  await page.getByRole('main').getByRole('link', { name: agreement }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(agreement)
  await looksRightEverywhere(page)
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

async function addMaterial(page: Page, event: string): Promise<void> {
  await page.goto(event)
  await page.getByText('Tambah bahan', { exact: true }).click()
  await page.getByLabel('Judul').fill('Panduan memotret')
  await page.getByLabel('Berkas').setInputFiles({
    name: 'panduan.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('Minta izin sebelum memotret orang.'),
  })
  await page.getByRole('button', { name: 'Simpan bahan' }).click()
  await expect(page.getByRole('status').first()).toContainText('Bahan tersimpan')
}

async function reply(browser: Browser, { scripts, title }: { scripts: boolean; title: string }) {
  const { page, context } = await open(browser, { email: 'ketua@contoh.id', scripts, viewport: phone })
  await page.goto('/kelompok')
  await page.getByRole('main').locator('a[href^="/kelompok/0"]').first().click()
  await page.getByRole('link', { name: 'Undangan acara' }).first().click()
  await looksRightEverywhere(page)
  await page.getByRole('link', { name: title }).first().click()
  await page.getByLabel('Siapa yang datang').fill('1. Ida Contoh\nYulius Contoh')
  await looksRight(page)
  await page.getByRole('button', { name: 'Kami datang' }).click()
  await expect(page.getByRole('status').first()).toContainText('Jawaban tersimpan')
  await looksRightEverywhere(page)
  const codes = page.getByRole('img', { name: /Kode QR tiket/ })
  await expect(codes).toHaveCount(2)
  const first = await readQr(await codes.first().screenshot())
  expect(first).toBe(await page.getByRole('link', { name: 'Tautan tiket Ida Contoh' }).getAttribute('href'))
  const code = (await page.locator('figure .font-mono').last().innerText()).trim()
  await context.close()
  return { first: new URL(first).pathname, code }
}

async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize(600)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  if (!read) throw new Error('the camera reads no code')
  return read.data
}

interface Arrival {
  event: string
  scripts: boolean
  ticket: string
  code: string
}

/** A committee without accounts: its link, then a scanned ticket, the typed code of another, and someone unexpected. */
async function arrive(browser: Browser, officer: Page, { event, scripts, ticket, code }: Arrival) {
  await officer.goto(event)
  await officer.getByRole('button', { name: 'Buat tautan panitia' }).click()
  const link = (await officer.getByRole('status').locator('a').getAttribute('href')) ?? ''
  const { page, context } = await open(browser, { scripts, viewport: phone })
  await page.goto(ticket)
  await expect(page.getByRole('button', { name: 'Tandai hadir' })).toHaveCount(0)
  await opensMaterial(page, ticket)
  await page.goto(new URL(link).pathname)
  await looksRightEverywhere(page)
  await page.goto(ticket)
  await looksRightEverywhere(page)
  await page.getByRole('button', { name: 'Tandai hadir' }).click()
  await expect(page.getByRole('status').first()).toContainText('Ida Contoh tercatat hadir')
  await page.goto(new URL(link).pathname)
  for (const said of ['tercatat hadir.', 'sudah tercatat hadir sebelumnya']) {
    await page.getByLabel('Kode tiket').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Tandai hadir', exact: true }).click()
    await expect(page.getByRole('status').first()).toContainText(said)
  }
  await page.getByLabel('Nama', { exact: true }).fill('Tamu Contoh')
  await page.getByLabel('Asal').fill('Puskesmas')
  await page.getByRole('button', { name: 'Tambahkan dan tandai hadir' }).click()
  await expect(page.getByRole('main')).toContainText('3 hadir dari 3')
  await looksRight(page)
  await officer.goto(`${event}/hadir`)
  await looksRightEverywhere(officer)
  await officer.goto(`${event}/daftar-hadir`)
  await looksRightEverywhere(officer)
  await officer.goto(event)
  await officer.getByRole('button', { name: 'Cabut tautan yang berlaku' }).click()
  expect((await page.goto(new URL(link).pathname))?.status()).toBe(404)
  await context.close()
}

/** Whoever holds the ticket reads the material without an account; the link of another opens nothing. */
async function opensMaterial(page: Page, ticket: string): Promise<void> {
  const material = page.getByRole('main').getByRole('link', { name: 'Panduan memotret' })
  const address = (await material.getAttribute('href')) ?? ''
  expect(address.startsWith(`${ticket}/materi/`)).toBe(true)
  const file = await page.request.get(address)
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await openPdf(await file.body())).numPages).toBe(1)
  expect((await page.request.get(address.replace(ticket, `${ticket}x`))).status()).toBe(404)
}

/** Minutes and a decision that is followed until it is done. */
async function follow(page: Page, event: string): Promise<void> {
  await page.goto(event)
  await page.getByRole('button', { name: 'Tandai terlaksana' }).click()
  await expect(page.getByRole('status').first()).toContainText('terlaksana')
  await page.getByLabel('Jalannya acara').fill('Semua kelompok memotret.')
  await page.getByRole('button', { name: 'Simpan notulen' }).click()
  await expect(page.getByRole('status').first()).toContainText('Notulen disimpan')
  await expect(page.getByText('Terakhir ditulis')).toContainText('WIT')
  await page.getByText('Catat keputusan', { exact: true }).first().click()
  await page.getByLabel('Apa yang diputuskan').fill('Mengirim foto terbaik')
  await page.getByLabel('Atau siapa').fill('Bidang IKP')
  await page.getByLabel('Paling lambat').fill(addDays(localDate(Date.now(), 'WIT'), 7))
  await page.getByRole('button', { name: 'Catat keputusan' }).click()
  await expect(page.getByRole('status').first()).toContainText('Keputusan dicatat')
  await looksRightEverywhere(page)
  await page.goto('/dinas/acara/keputusan')
  const decision = page.getByRole('listitem').filter({ hasText: 'Mengirim foto terbaik' }).first()
  await expect(decision).toContainText('berjalan sejak')
  await decision.locator('summary').click()
  await decision.getByRole('button', { name: 'Tandai selesai' }).click()
  await expect(page.getByRole('status').first()).toContainText('disimpan')
}

/** All certificates in one run; the file is opened and read back, and one is checked by its code. */
async function certify(page: Page, { event, title }: { event: string; title: string }): Promise<void> {
  await page.goto(`${event}/sertifikat`)
  await page.getByRole('button', { name: 'Buat 3 sertifikat' }).click()
  await expect(page.getByRole('status').first()).toContainText('3 sertifikat diterbitkan')
  const file = page.getByRole('link', { name: /Unduh 3 sertifikat/ })
  await expect(async () => {
    await page.reload()
    await expect(file).toBeVisible()
  }).toPass()
  await looksRightEverywhere(page)
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  const pdf = await openPdf(readFileSync(await download.path()))
  expect(pdf.numPages).toBe(3)
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  for (const words of ['Ida Contoh', title, 'Balai Kampung', 'SA-9404-']) expect(text).toContain(words)
  await page.getByRole('main').getByRole('link', { name: 'Ida Contoh' }).click()
  await expect(page.getByRole('main')).toContainText('Asli')
  await looksRightEverywhere(page)
}

/** Whoever was there judges the event by the ticket's link alone, once. */
async function judge(
  browser: Browser,
  officer: Page,
  { event, scripts, ticket }: { event: string; scripts: boolean; ticket: string },
): Promise<void> {
  const { page, context } = await open(browser, { scripts, viewport: phone })
  await page.goto(ticket)
  await looksRight(page)
  for (const question of await page.locator('fieldset').all()) {
    await question.getByRole('radio', { name: '5' }).check()
  }
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await expect(page.getByRole('main')).toContainText('Penilaian dari tiket ini sudah masuk')
  await context.close()
  await officer.goto(`${event}/evaluasi`)
  await expect(officer.getByRole('main')).toContainText('1 jawaban dari 3 orang hadir')
  await looksRightEverywhere(officer)
}
