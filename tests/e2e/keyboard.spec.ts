import { expect, type Page, test } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo-data/accounts'
import { open, phone } from './support'

/** Moves on with the tab key until the element has the focus, as a person without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const named = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null
      return (named ?? element.closest('label') ?? element).textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`${name} was not reached by the tab key`)
}

test('by keyboard alone: past the header, refused with the focus on the reasons, signed in, a village chosen', async ({
  browser,
}) => {
  const { page, context } = await open(browser, { viewport: phone })
  await page.goto('/masuk')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, /Nomor HP atau e-mail/)
  await page.keyboard.type('warga@contoh.id')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await tabTo(page, /^Sandi\s*$/)
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/beranda')

  await page.goto('/kelompok/baru')
  const box = page.getByRole('main').getByRole('combobox').first()
  await box.focus()
  await page.keyboard.type('otomona')
  await expect(page.getByRole('option', { name: /Otomona/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nama kelompok')).toBeVisible()
  await context.close()
})

test('by keyboard alone on a phone: a community of a village enters a mapping', async ({ browser }) => {
  const { page, context } = await open(browser, { email: 'pacitan@contoh.id', viewport: phone })
  const main = page.getByRole('main')
  const name = `Sanggar Papan Ketik ${Date.now()}`
  await page.goto('/dinas/pemetaan')
  await tabTo(page, /^Pemetaan \d{4}/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/dinas\/pemetaan\/[0-9a-f-]{36}$/)
  await tabTo(page, /^Catat kelompok$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/baru$/)

  await tabTo(page, /^Cari desa/)
  await page.keyboard.type('sukoharjo')
  await expect(page.getByRole('option', { name: /Sukoharjo/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nama kelompok')).toBeVisible()

  await tabTo(page, /^Nama kelompok/)
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await tabTo(page, /^Pilih jenis/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Jenis')).toBeFocused()
  await page.keyboard.press('End')
  await tabTo(page, /^Kelas \(a\)/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, /^Belum ada usulan/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, /^Nomor HP/)
  await page.keyboard.type('0812 3456 7890')
  await tabTo(page, /^Kekurangan/)
  await page.keyboard.type('Belum punya perangkat.')
  await tabTo(page, /^Simpan$/)
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/baris\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  for (const words of [/^Lainnya$/, /Kelas \(b\)/, /Bentuk KIM/, /Belum punya perangkat/]) {
    await expect(main.getByText(words).first()).toBeVisible()
  }
  await context.close()
})
