import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { approve, register } from './new-group'
import { looksRight, open, phone } from './support'

const DISTRICT = '940401'
/** The country, the province, the regency and the district of the village. */
const regionsAbove = ['', '/94', '/9404', `/${DISTRICT}`]

for (const scripts of [true, false]) {
  test(`an activity turns its village active on every map, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const name = `KIM Lentera ${scripts ? 'Pagi' : 'Petang'}`
    const title = `Posyandu keliling ${scripts ? 'pagi' : 'petang'}`
    const village = await villageWithoutGroup(browser)
    const { page, context } = await open(browser, { scripts, viewport: phone })
    const reference = await register(page, { village, search: `${village} mimika baru`, name })
    await approve(browser, { scripts, name, reference })
    const before = await activeVillages(browser)
    await stands(browser, village, 'ada KIM terdaftar, tidak aktif')

    const { sent, address } = await logActivity(page, { name, title })
    await looksRight(page)
    await photoIsClean(page)
    await sentTwiceIsOne(page, { sent, title, address })
    await otherContentIsToldApart(page, { sent, title })
    expect(await activeVillages(browser)).toEqual(before)

    await confirm(browser, { scripts, title })
    expect(await activeVillages(browser)).toEqual(before.map((count) => count + 1))
    await stands(browser, village, 'ada KIM aktif')
    await page.goto(address)
    await expect(page.getByRole('main')).toContainText('Dikonfirmasi')
    await anyoneReads(browser, address, title)
    await beginsLikeTheLast(page, { scripts })
    await context.close()
  })
}

test('from Indonesia down to one village and back, by links alone', async ({ browser }) => {
  const { page, context } = await open(browser, { scripts: false, viewport: phone })
  const main = page.getByRole('main')
  await page.goto('/peta')
  await looksRight(page)
  await main.getByRole('table').getByRole('link', { name: 'Papua Tengah' }).first().click()
  await page.waitForURL('**/peta/94')
  await looksRight(page)
  await main.locator('svg a').filter({ hasText: 'Mimika' }).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/peta/9404')
  await looksRight(page)
  await main
    .getByRole('link', { name: /Mimika Baru/ })
    .first()
    .click()
  await page.waitForURL(`**/peta/${DISTRICT}`)
  await looksRight(page)
  await main.locator('.mosaic li a').first().click()
  await page.waitForURL(/\/peta\/\d{10}/)
  await looksRight(page)
  const above = page.getByRole('navigation', { name: 'Wilayah di atasnya' })
  for (const [link, path] of [
    [/Mimika Baru/, `/peta/${DISTRICT}`],
    [/Kabupaten Mimika/, '/peta/9404'],
    [/Papua Tengah/, '/peta/94'],
    [/Indonesia/, '/peta'],
  ] as const) {
    await above.getByRole('link', { name: link }).click()
    await page.waitForURL(`**${path}`)
  }
  await context.close()
})

test('imported outlines turn circles into areas, and a broken file changes nothing', async ({ browser }) => {
  const { page, context } = await open(browser, { email: 'papuatengah@contoh.id' })
  await page.goto('/peta/94')
  await expect(page.locator('svg .map-dot').first()).toBeAttached()
  await expect(page.locator('svg .map-area')).toHaveCount(0)

  const broken = importBoundaries([
    ...squares().slice(0, 7),
    { ...square('9499', [137, -4]), properties: { kode: '94.99' } },
  ])
  expect(broken.code).toBe(1)
  expect(broken.said).toContain('94.99')
  await page.goto('/peta/94')
  await expect(page.locator('svg .map-area')).toHaveCount(0)

  const whole = importBoundaries(squares())
  expect(whole.said).toContain('8')
  expect(whole.code).toBe(0)
  await page.goto('/peta/94')
  await expect(page.locator('svg .map-area').first()).toBeAttached()
  await expect(page.locator('svg .map-dot')).toHaveCount(0)
  await looksRight(page)
  await context.close()
})

/** The name of a village of the district that has no group yet. */
async function villageWithoutGroup(browser: Browser): Promise<string> {
  const { page, context } = await open(browser, { scripts: false })
  await page.goto(`/peta/${DISTRICT}`)
  const title = await page
    .getByRole('link', { name: /: belum ada KIM$/ })
    .first()
    .getAttribute('title')
  await context.close()
  return (title ?? '').replace(/^(Kelurahan|Kampung) /, '').replace(/: .*$/, '')
}

/** How many villages have an active group, by the page of each region above. */
async function activeVillages(browser: Browser): Promise<number[]> {
  const { page, context } = await open(browser, { scripts: false })
  const counts = []
  for (const path of regionsAbove) {
    await page.goto(`/peta${path}?ukuran=desa-aktif`)
    const numerator = page.getByRole('region').locator('#ukuran ~ dl dd').first().getByRole('link')
    counts.push(Number((await numerator.innerText()).replaceAll('.', '')))
  }
  await context.close()
  return counts
}

/** The village's tile says how it stands, on the mosaic of its district and of its regency. */
async function stands(browser: Browser, village: string, words: string): Promise<void> {
  const { page, context } = await open(browser, { scripts: false, viewport: phone })
  for (const code of [DISTRICT, '9404']) {
    await page.goto(`/peta/${code}`)
    await expect(page.getByRole('link', { name: new RegExp(`${village}: ${words}`) }).first()).toBeVisible()
  }
  await context.close()
}

/** A volunteer logs an activity on a phone, with a photo that tells where it was taken. */
async function logActivity(page: Page, { name, title }: { name: string; title: string }) {
  await page.goto('/kegiatan/baru')
  await expect(page.getByRole('main')).toContainText(name)
  await looksRight(page)
  await page.getByLabel('Apa yang dikerjakan').fill(title)
  await page.getByLabel('Topik').selectOption({ label: 'Kesehatan' })
  await page.getByLabel('Diseminasi').check()
  await page.getByRole('checkbox', { name: 'Tatap muka' }).check()
  await page.getByLabel('Boleh dibaca umum').check()
  await typeUnclearPlace(page, title)
  const photo = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#3a7' } })
    .withExif({
      IFD3: { GPSLatitude: '4/1 33/1 0/1', GPSLatitudeRef: 'S' },
      IFD0: { Model: 'Ponsel Rekaan' },
    })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  await page
    .getByLabel(/^Foto/)
    .setInputFiles({ name: 'IMG_2026.jpg', mimeType: 'image/jpeg', buffer: photo })
  // What a line that answers too late makes a phone send once more; photos come by themselves.
  const sent = await page.locator('form#kegiatan').evaluate((form) => {
    if (!(form instanceof HTMLFormElement)) throw new Error('no form')
    const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
    return Object.fromEntries(typed.map(([name, value]) => [name, String(value)]))
  })
  await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
  await page.waitForURL(/\/kelompok\/[0-9a-f-]{36}\/kegiatan\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('status').first()).toContainText('tersimpan')
  await expect(page.getByRole('main')).toContainText('Menunggu konfirmasi')
  return { sent, address: new URL(page.url()).pathname }
}

/** A name that several villages bear is asked about, with everything typed still there; then it happened at home after all. */
async function typeUnclearPlace(page: Page, title: string): Promise<void> {
  await page.getByText('Di tempat lain').click()
  await page.getByLabel('Desa, kelurahan atau kampung').fill('sukorejo')
  await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
  await expect(page.getByRole('alert')).toContainText('Pilih satu')
  await looksRight(page)
  expect(await page.getByRole('radio', { name: /Sukorejo/ }).count()).toBeGreaterThan(1)
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue(title)
  await expect(page.getByRole('checkbox', { name: 'Tatap muka' })).toBeChecked()
  await page.getByLabel('Desa, kelurahan atau kampung').fill('')
}

/** The photo arrives, at most 1600 pixels a side and without a word on where it was taken. */
async function photoIsClean(page: Page): Promise<void> {
  const photo = page.locator('main a[href^="/foto/"], main img[src^="/foto/"]').first()
  await expect(async () => {
    await page.reload()
    await expect(photo).toBeAttached({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  const address = ((await photo.getAttribute('href')) ?? (await photo.getAttribute('src')) ?? '').replace(
    /kecil$/,
    'besar',
  )
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  const { width = 0, height = 0, exif } = await sharp(await answer.body()).metadata()
  expect(exif).toBeUndefined()
  expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
}

/** What the line sent twice is stored once. */
async function sentTwiceIsOne(
  page: Page,
  { sent, title, address }: { sent: Sent; title: string; address: string },
): Promise<void> {
  const again = await resend(page, sent)
  expect(again.status()).toBeLessThan(400)
  await page.goto(address.replace(/\/[^/]+$/, ''))
  const links = await page.getByRole('main').getByRole('link', { name: title }).all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(new Set(addresses)).toEqual(new Set([address]))
}

/** The same id with another title is refused with words, and what is stored stays. */
async function otherContentIsToldApart(
  page: Page,
  { sent, title }: { sent: Sent; title: string },
): Promise<void> {
  const other = await resend(page, { ...sent, title: `${title} lain` })
  expect(other.status()).toBe(409)
  expect(await other.text()).toContain('sudah tersimpan sebelumnya')
}

type Sent = Record<string, string>

function resend(page: Page, sent: Sent) {
  return page.request.post('/kegiatan/baru', {
    headers: { origin: new URL(page.url()).origin },
    multipart: sent,
    maxRedirects: 0,
  })
}

/** The officer finds it among what waits, ticks it and confirms the selection. */
async function confirm(
  browser: Browser,
  { scripts, title }: { scripts: boolean; title: string },
): Promise<void> {
  const { page, context } = await open(browser, { email: 'mimika@contoh.id', scripts })
  await page.goto(`/dinas/kegiatan?q=${encodeURIComponent(title)}`)
  await looksRight(page)
  const box = page.getByRole('checkbox', { name: new RegExp(title) }).first()
  const all = scripts ? 'button' : 'link'
  await page.getByRole(all, { name: 'Pilih semua di halaman ini' }).click()
  await expect(box).toBeChecked()
  await page.getByRole(all, { name: 'Kosongkan pilihan' }).click()
  await expect(box).not.toBeChecked()
  await box.check()
  await page.getByRole('button', { name: 'Konfirmasi yang dipilih' }).click()
  await expect(page.getByRole('status').first()).toContainText(/dikonfirmasi/i)
  await context.close()
}

/** The next one begins with the answers of the last, and the offer goes as soon as something is typed. */
async function beginsLikeTheLast(page: Page, { scripts }: { scripts: boolean }): Promise<void> {
  const offer = page.getByRole('link', { name: 'Sama seperti terakhir' })
  if (scripts) {
    await page.goto('/kegiatan/baru')
    await expect(offer).toBeVisible()
    await page.getByLabel('Apa yang dikerjakan').fill('Kerja bakti')
    await expect(offer).toBeHidden()
  }
  await page.goto('/kegiatan/baru')
  await offer.click()
  await expect(page.getByRole('checkbox', { name: 'Tatap muka' })).toBeChecked()
  await expect(page.getByLabel('Topik').locator('option:checked')).toHaveText('Kesehatan')
}

/** Everyone reads it once it is confirmed, and can send it on by WhatsApp. */
async function anyoneReads(browser: Browser, address: string, title: string): Promise<void> {
  const { page, context } = await open(browser, { scripts: false, viewport: phone })
  await page.goto(`/kegiatan/${address.split('/').at(-1)}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.locator('a[href^="https://wa.me/"]').first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Welmina')
  await looksRight(page)
  await context.close()
}

/** Runs the command on the database of the running portal. */
function importBoundaries(features: object[]): { code: number; said: string } {
  const file = '.cache/e2e-batas.geojson'
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }))
  const env = {
    ...process.env,
    DATA_DIR: process.env.E2E_DATA_DIR ?? '.cache/e2e-data',
    DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
  }
  try {
    return {
      code: 0,
      said: execFileSync('npx', ['tsx', 'scripts/import-boundaries.ts', file], { env, encoding: 'utf8' }),
    }
  } catch (error) {
    if (!(error instanceof Error && 'stdout' in error && 'stderr' in error)) throw error
    return { code: 1, said: `${error.stdout}${error.stderr}` }
  }
}

/** A square of about 40 kilometres around the place of each regency of Papua Tengah. */
function squares() {
  const rows = readFileSync('app/features/coverage/basemap/regency-points.csv', 'utf8').split('\n')
  return rows
    .map((row) => row.split(','))
    .filter(([code]) => code?.startsWith('94'))
    .map(([code = '', lat, lng]) => square(code, [Number(lng), Number(lat)]))
}

function square(code: string, [lng, lat]: [number, number]) {
  const d = 0.2
  const ring = [
    [lng - d, lat - d],
    [lng + d, lat - d],
    [lng + d, lat + d],
    [lng - d, lat + d],
    [lng - d, lat - d],
  ]
  return {
    type: 'Feature',
    properties: { kode: `${code.slice(0, 2)}.${code.slice(2)}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}
