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
      const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null
      return label?.textContent ?? element.textContent ?? ''
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
