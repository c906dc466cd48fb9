import { expect, test } from '@playwright/test'
import { looksRight, open, phone } from './support'

for (const scripts of [true, false]) {
  test(`a kind of partners is added, renamed and ended, and forms follow (${scripts ? 'with' : 'without'} scripts)`, async ({
    browser,
  }) => {
    const admin = await open(browser, { email: 'admin@contoh.id', viewport: phone, scripts })
    const officer = await open(browser, { email: 'mimika@contoh.id', scripts })
    const { page } = admin
    const offered = async () => {
      await officer.page.goto('/dinas/mitra/baru')
      return officer.page.getByLabel('Jenis mitra').locator('option').allTextContents()
    }
    const name = `Balai Uji ${Date.now()}`
    await page.goto('/admin')
    await page.getByRole('link', { name: 'Jenis mitra' }).click()
    await page.getByText('Tambah jenis').click()
    await page.getByLabel('Nama jenis').fill(name)
    await page.getByLabel('Mulai dapat dipilih').fill('2026-01-01')
    await page.getByRole('button', { name: 'Tambahkan' }).click()
    await expect(page.getByText(`${name} ditambahkan.`)).toBeVisible()
    expect(await offered()).toContain(name)

    const row = page.getByRole('listitem').filter({ hasText: name })
    await row.getByText('Ganti nama').click()
    await row.getByLabel('Nama baru').fill(`${name} baru`)
    await row.getByRole('button', { name: 'Simpan' }).first().click()
    await expect(page.getByText(`Namanya sekarang ${name} baru.`)).toBeVisible()
    expect(await offered()).toContain(`${name} baru`)

    await row.getByText('Akhiri').click()
    await row.getByLabel('Hari terakhir dapat dipilih').fill('2025-12-31')
    await row.getByRole('button', { name: 'Simpan' }).last().click()
    await expect(row.getByRole('alert')).toContainText('tidak boleh sebelum hari mulai')
    await row.getByLabel('Hari terakhir dapat dipilih').fill('2026-01-02')
    await row.getByRole('button', { name: 'Simpan' }).last().click()
    await expect(row.getByText('Sudah berakhir')).toBeVisible()
    await looksRight(page)
    expect(await offered()).not.toContain(`${name} baru`)
    await admin.context.close()
    await officer.context.close()
  })
}
