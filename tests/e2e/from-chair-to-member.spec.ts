import { type Browser, expect, type Page, test } from '@playwright/test'
import { looksRight, looksRightEverywhere, open, phone } from './support'

for (const scripts of [true, false]) {
  test(`a chair invites a member, who logs an activity until the chair ends it, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const name = `Agustina Rekaan ${scripts ? 'Satu' : 'Dua'}`
    const { page, context } = await open(browser, { email: 'ketua@contoh.id', scripts, viewport: phone })
    const group = await openMembers(page)
    await takeBack(page)
    const link = await invite(page, name)
    const member = await open(browser, { scripts, viewport: phone })
    await accept(member.page, { link, name, group })
    await logActivity(member.page, group)
    await spentFor(browser, link)

    await page.reload()
    const row = page.getByRole('row').filter({ hasText: name })
    await row.getByText('Akhiri akses', { exact: false }).first().click()
    await looksRightEverywhere(page)
    await row.getByRole('button', { name: 'Ya, akhiri akses' }).click()
    await expect(page.getByRole('status').first()).toContainText('sudah diakhiri')
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0)
    expect((await member.page.goto(group))?.status()).toBe(404)
    await member.page.goto('/beranda')
    await expect(member.page.getByRole('main')).toContainText('Mintalah tautan undangan kepada ketuanya')
    await member.context.close()
    await context.close()
  })
}

/** From the chair's own group by links; answers the group's address. */
async function openMembers(page: Page): Promise<string> {
  await page.goto('/kelompok')
  await page.locator('main a[href^="/kelompok/0"]').first().click()
  await page.waitForURL(/\/kelompok\/[0-9a-f-]{36}$/)
  const group = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Undang anggota' }).first().click()
  await page.waitForURL('**/anggota')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anggota yang boleh mencatat')
  await looksRightEverywhere(page)
  return group
}

/** A form without a name comes back with what was typed; the invitation that it makes then is taken back. */
async function takeBack(page: Page): Promise<void> {
  await page.getByLabel('Jabatan').selectOption('Sekretaris')
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Jabatan')).toHaveValue('sekretaris')
  await looksRight(page)
  await page.getByLabel('Nama anggota').fill('Salah Orang')
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  await expect(page.getByLabel('Tautan undangan')).toBeVisible()
  await page.getByRole('button', { name: 'Batalkan undangan Salah Orang' }).click()
  await expect(page.getByRole('status').first()).toContainText('dibatalkan')
  await expect(page.getByText('Salah Orang')).toHaveCount(0)
}

/** The link is shown once, with the words for WhatsApp; answers its path. */
async function invite(page: Page, name: string): Promise<string> {
  await page.getByLabel('Nama anggota').fill(name)
  await page.getByLabel('Jabatan').selectOption('Bendahara')
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  const field = page.getByLabel('Tautan undangan')
  await expect(field).toBeVisible()
  await looksRightEverywhere(page)
  const link = new URL(await field.inputValue())
  const whatsApp = await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href')
  expect(decodeURIComponent(whatsApp ?? '')).toContain(`Halo ${name}`)
  expect(decodeURIComponent(whatsApp ?? '')).toContain(link.href)
  await page.reload()
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Bendahara')
  return link.pathname
}

/** Makes an account by the link and lands on the group's page, where an activity can be logged. */
async function accept(
  page: Page,
  { link, name, group }: { link: string; name: string; group: string },
): Promise<void> {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Undangan: Bendahara')
  await looksRight(page)
  await expect(page.getByLabel('Nama lengkap')).toHaveValue(name)
  await page.getByLabel('Nomor HP atau e-mail').fill(`0813${String(Date.now()).slice(-8)}`)
  await page.getByLabel('Sandi').fill('tiga ekor cenderawasih')
  await page.getByRole('button', { name: /terima/ }).click()
  await page.waitForURL(`**${group}`)
  await expect(page.getByRole('status').first()).toContainText('tekan Catat kegiatan')
  await looksRight(page)
  await page.getByRole('link', { name: 'Siapa yang boleh mencatat' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Anda')
  await expect(page.getByRole('button', { name: 'Buat undangan' })).toHaveCount(0)
  await looksRightEverywhere(page)
}

async function logActivity(page: Page, group: string): Promise<void> {
  await page.goto(group)
  await page.getByRole('link', { name: 'Catat kegiatan' }).click()
  await page.getByLabel('Apa yang dikerjakan').fill('Rapat warga tentang air bersih')
  await page.getByLabel('Topik').selectOption({ label: 'Kesehatan' })
  await page.getByLabel('Diseminasi').check()
  await page.getByRole('checkbox', { name: 'Tatap muka' }).check()
  await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
  await page.waitForURL(`**${group}/kegiatan/*`)
  await expect(page.getByRole('status').first()).toContainText('tersimpan')
}

/** Whoever opens the link afterwards reads that it is used. */
async function spentFor(browser: Browser, link: string): Promise<void> {
  const { page, context } = await open(browser, { scripts: false, viewport: phone })
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undangan sudah tidak berlaku')
  await context.close()
}
