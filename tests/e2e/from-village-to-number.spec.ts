import { type Browser, expect, type Page, test } from '@playwright/test'
import { readQr, textOf } from '../support/pdf'
import { approve, type Case, openReview, pdf, register } from './new-group'
import { looksRight, open, phone } from './support'

/** One whole story, told twice: with JavaScript and without. */
const tellings = [
  { scripts: true, village: 'Koperapoka', search: 'koperapoka' },
  { scripts: false, village: 'Kwamki', search: 'kwamki mimika baru' },
] as const

for (const { scripts, village, search } of tellings) {
  test(`from village to number, ${scripts ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const name = `KIM Cahaya ${village} ${scripts ? 'Satu' : 'Dua'}`
    const villager = await open(browser, { scripts, viewport: phone })
    const { page } = villager
    const reference = await register(page, { village, search, name })

    await returnOneDocument(browser, { scripts, name, reference })
    await correctIt(page)
    await approve(browser, { scripts, name, reference })

    const number = await readCertificate(page)
    await anyoneVerifies(browser, { number, name })
    const label = await askForName(page)
    await activateName(browser, { scripts, label })
    await page.goto(`/kim/${number}`)
    await expect(page.getByText(`${label}.kim.id`).first()).toBeVisible()
    await looksRight(page)
    await villager.context.close()
  })
}

async function returnOneDocument(browser: Browser, story: Case): Promise<void> {
  const { page, context } = await openReview(browser, story)
  await page.getByRole('button', { name: /^Ambil/ }).click()
  await expect(page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' })).toBeVisible()
  await looksRight(page)
  const decree = page.locator('section', { has: page.locator('#bagian-decree') }).last()
  await decree.getByLabel('Perlu diperbaiki').check()
  await decree.getByLabel('Alasan dengan kata sendiri').fill('Tanda tangan tidak terbaca.')
  await page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
  await expect(page.getByText(/dikembalikan/i).first()).toBeVisible()
  await context.close()
}

/** Only the marked document is open; the rest stays accepted. */
async function correctIt(page: Page): Promise<void> {
  await page.goto('/kelompok')
  await page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /KIM Cahaya/ })
    .first()
    .click()
  await expect(page.getByText('Tanda tangan tidak terbaca.').first()).toBeVisible()
  await looksRight(page)
  const address = page.url()
  await page.goto(`${address.replace(/\/$/, '')}/pembentukan`)
  await expect(page.getByLabel(/Ganti berkas SK/)).toBeVisible()
  await expect(page.getByLabel(/Ganti berkas AD\/ART/)).toHaveCount(0)
  await page
    .getByLabel(/Ganti berkas SK/)
    .setInputFiles(await pdf('sk-baru.pdf', 'Surat keputusan, dipindai ulang'))
  await page
    .getByRole('button', { name: /Simpan/ })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText('Tersimpan')
  await page.goto(`${address.replace(/\/$/, '')}/periksa`)
  await page.getByLabel(/Isian dan berkas di atas benar/).check()
  await page.getByRole('button', { name: /Kirim/ }).click()
  await page.waitForURL('**/tanda-terima**')
}

/** The chair opens the certificate; its text and QR code are read back. Answers the number. */
async function readCertificate(page: Page): Promise<string> {
  await page.goto('/kelompok')
  await page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /KIM Cahaya/ })
    .first()
    .click()
  await page.waitForURL(/\/kelompok\/[0-9a-f-]{36}$/)
  await looksRight(page)
  const link = page.getByRole('link', { name: /Tanda Daftar/ }).first()
  await expect(async () => {
    await page.reload()
    const href = await link.getAttribute('href')
    const answer = await page.request.get(href ?? '')
    expect(answer.headers()['content-type']).toContain('application/pdf')
  }).toPass({ timeout: 60_000 })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  const bytes = await answer.body()
  const text = await textOf(bytes)
  expect(text).toContain('TANDA DAFTAR')
  expect(text).toContain('Welmina Contoh')
  const number = /(\d{4}) (\d{4}) (\d{4})/.exec(text)?.slice(1).join('') ?? ''
  expect(number).toMatch(/^9404011\d{5}$/)
  const qr = new URL((await readQr(bytes)) ?? '')
  expect(qr.pathname).toBe(`/verifikasi/${number}`)
  expect(qr.origin).toBe(new URL(page.url()).origin)
  return number
}

async function anyoneVerifies(
  browser: Browser,
  { number, name }: { number: string; name: string },
): Promise<void> {
  const { page, context } = await open(browser, { scripts: false, viewport: phone })
  await page.goto('/verifikasi')
  await page
    .getByLabel(/Nomor registrasi/)
    .fill(`${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(`**/verifikasi/${number}`)
  await expect(page.getByRole('main')).toContainText(name)
  await expect(page.getByRole('main')).toContainText(/terdaftar/i)
  await expect(page.getByRole('main')).not.toContainText('Welmina')
  await looksRight(page)
  await context.close()
}

/** The chair takes the first suggestion that is free. */
async function askForName(page: Page): Promise<string> {
  await page.goto('/kelompok')
  await page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /KIM Cahaya/ })
    .first()
    .click()
  await page.waitForURL(/\/kelompok\/[0-9a-f-]{36}$/)
  await page.goto(`${page.url()}/subdomain`)
  await looksRight(page)
  const button = page.getByRole('button', { name: /^Minta .+\.kim\.id$/ }).first()
  const label = /^Minta (.+)\.kim\.id$/.exec((await button.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  expect(label).toMatch(/^[a-z0-9-]{3,63}$/)
  await button.click()
  await expect(page.getByRole('main')).toContainText(`${label}.kim.id`)
  await expect(page.getByRole('main')).toContainText(/Dinas/)
  return label
}

async function activateName(
  browser: Browser,
  { scripts, label }: { scripts: boolean; label: string },
): Promise<void> {
  const officer = await open(browser, { email: 'mimika@contoh.id', scripts })
  await officer.page.goto('/dinas/subdomain')
  const card = officer.page
    .getByRole('listitem')
    .filter({ hasText: `${label}.kim.id` })
    .first()
  await card.getByRole('button', { name: /Dukung/ }).click()
  await expect(officer.page.getByRole('status')).toContainText(`${label}.kim.id`)
  await officer.context.close()

  const registrar = await open(browser, { email: 'registrar@contoh.id', scripts })
  await registrar.page.goto('/registrar')
  await looksRight(registrar.page)
  await registrar.page.getByLabel(`${label}.kim.id`).check()
  await registrar.page.getByRole('button', { name: /[Aa]ktif/ }).click()
  await expect(registrar.page.getByRole('status')).toContainText(`${label}.kim.id`)
  await registrar.context.close()
}
