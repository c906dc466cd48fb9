import { type Browser, expect, type Page, test } from '@playwright/test'
import { secretaryAccount } from '../../scripts/demo-data/accounts'
import { looksRight, looksRightEverywhere, open, phone } from './support'

/** The month of the example that Papua Tengah opened again in Mimika, four before the one that ended last. */
function reopenedMonth(): string {
  const now = new Date()
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 4, 1))
  return `bulan-${month.toISOString().slice(0, 7)}`
}

test('a month of reports goes up three levels, is opened again, and what changed afterwards can be seen', async ({
  browser,
}) => {
  test.setTimeout(360_000)
  const month = reopenedMonth()
  const plans = 'Kunjungan ke tiga kampung di pesisir.'

  // The secretary sends what is due, on a phone without JavaScript.
  const secretary = await open(browser, { email: secretaryAccount.email, scripts: false, viewport: phone })
  const { page } = secretary
  await page.goto('/beranda')
  await page.getByRole('main').getByRole('link', { name: 'Buka laporan' }).first().click()
  await page.waitForURL(/\/kelompok\/[0-9a-f-]{36}\/laporan\/bulan-/)
  await looksRight(page)
  const due = new URL(page.url()).pathname
  await page.getByLabel(/^Kendala/).fill('Jaringan putus dua minggu.')
  await page.getByRole('button', { name: 'Simpan dulu' }).click()
  await expect(page.getByRole('status').first()).toContainText('belum dikirim')
  await page.getByLabel(/^Rencana/).fill(plans)
  await page.getByText('Uang yang diterima dan dibelanjakan').click()
  await page.getByLabel(/^Diterima/).fill('1.500.000')
  await page.getByRole('button', { name: 'Kirim ke dinas' }).click()
  // Money without its source is asked about, and nothing typed is lost.
  await expect(page.getByRole('alert')).toContainText('Pilih dari mana uangnya')
  await expect(page.getByLabel(/^Rencana/)).toHaveValue(plans)
  await page.getByLabel('Sumber uang').selectOption({ label: 'Dana desa' })
  await page.getByRole('button', { name: 'Kirim ke dinas' }).click()
  await expect(page.getByRole('status').first()).toContainText('Laporan terkirim')
  await expect(page.getByRole('main')).toContainText('Menunggu diperiksa')
  const groupName = (await page.locator('h1 + p span').first().innerText()).trim()

  // The office verifies it, and it can no longer be mended unseen.
  await verify(browser, groupName)
  await page.goto(due)
  await expect(page.getByRole('main')).toContainText('Terverifikasi')
  await chairLooks(browser, due)

  // In the month that was opened again the group sends an amendment with its reason.
  await amend(page, { month, plans: 'Pelatihan suara siaran.', reason: 'Nota dana desa baru ditemukan.' })
  await verify(browser, groupName)
  await act(browser, 'mimika@contoh.id', `/dinas/laporan/persetujuan?masa=${month}`, 'Setujui masa ini')
  await act(browser, 'papuatengah@contoh.id', `/dinas/laporan/persetujuan?masa=${month}`, 'Setujui masa ini')
  await act(browser, 'nasional@contoh.id', `/dinas/laporan/persetujuan?masa=${month}`, 'Setujui masa ini')
  await page.goto(due.replace(/[^/]+$/, month))
  await expect(page.getByRole('main')).toContainText('sudah disetujui')
  await expect(page.getByRole('button', { name: /Kirim/ })).toHaveCount(0)

  // The nation opens Mimika again, and with it everything that stood on it.
  await reopen(browser, month)
  await amend(page, { month, plans: 'Pelatihan suara siaran dan video.', reason: 'Ditambah video.' })
  await secretary.context.close()

  const province = await open(browser, { email: 'papuatengah@contoh.id' })
  await province.page.goto(`/dinas/laporan/persetujuan?masa=${month}`)
  await expect(province.page.getByRole('main')).toContainText('Dibuka kembali')
  await province.page.goto(`/dinas/laporan/perubahan?masa=${month}`)
  await looksRightEverywhere(province.page)
  const latest = province.page.getByRole('main').getByRole('listitem').first()
  await expect(latest).toContainText(secretaryAccount.name)
  await expect(latest.locator('del').filter({ hasText: 'Pelatihan suara siaran.' })).toBeVisible()
  await expect(latest.locator('ins').filter({ hasText: 'Pelatihan suara siaran dan video.' })).toBeVisible()
  await province.context.close()
})

/** The officer of Mimika opens the group's report from the queue and verifies it. */
async function verify(browser: Browser, groupName: string): Promise<void> {
  const { page, context } = await open(browser, { email: 'mimika@contoh.id' })
  await page.goto('/dinas/laporan/antrean')
  await looksRight(page)
  await page.getByRole('link', { name: groupName }).first().click()
  await page.waitForURL(/\/dinas\/laporan\/[0-9a-f-]{36}$/)
  await looksRightEverywhere(page)
  await page.getByRole('button', { name: 'Verifikasi', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('diverifikasi')
  await context.close()
}

/** A report and the list of them as the group sees them, with scripts: without them a page cannot be examined. */
async function chairLooks(browser: Browser, report: string): Promise<void> {
  const { page, context } = await open(browser, { email: secretaryAccount.email })
  for (const path of [report, report.replace(/\/[^/]+$/, '')]) {
    await page.goto(path)
    await looksRightEverywhere(page)
  }
  await context.close()
}

async function amend(
  page: Page,
  { month, plans, reason }: { month: string; plans: string; reason: string },
): Promise<void> {
  await page.goto(new URL(page.url()).pathname.replace(/[^/]+$/, month))
  await page.getByLabel(/^Rencana/).fill(plans)
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await expect(page.getByRole('alert')).toContainText('Tulis alasannya')
  await page.getByLabel('Alasan').fill(reason)
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await expect(page.getByRole('status').first()).toContainText('Laporan terkirim')
}

async function act(browser: Browser, email: string, path: string, button: string): Promise<void> {
  const { page, context } = await open(browser, { email })
  await page.goto(path)
  await looksRight(page)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('status').first()).toContainText('disetujui')
  await context.close()
}

async function reopen(browser: Browser, month: string): Promise<void> {
  const { page, context } = await open(browser, { email: 'nasional@contoh.id' })
  await page.goto(`/dinas/laporan/persetujuan?masa=${month}&wilayah=9404`)
  await page.getByText('Buka kembali masa ini').click()
  await page.getByLabel('Alasan').fill('Satu KIM menyusulkan videonya.')
  await page.getByRole('button', { name: 'Buka kembali', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('dibuka kembali')
  await context.close()
}
