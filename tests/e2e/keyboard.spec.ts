import { expect, type Page, test } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo-data/accounts'
import { invite, plan } from './new-event'
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

test('by keyboard alone: an invitation answered, its ticket opened, a code typed at the door, the event judged', async ({
  browser,
}) => {
  const title = 'Bimtek dengan papan ketik'
  const officer = await open(browser, { email: 'mimika@contoh.id' })
  const event = await plan(officer.page, title)
  await invite(officer.page, event)

  const { page, context } = await open(browser, { email: 'ketua@contoh.id', viewport: phone })
  await page.goto('/kelompok')
  await page.getByRole('main').locator('a[href^="/kelompok/0"]').first().click()
  await page.getByRole('link', { name: 'Undangan acara' }).first().click()
  await page.getByRole('link', { name: title }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await tabTo(page, /^Kami datang/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  // The reason leads to its field.
  await tabTo(page, /^Siapa yang datang: Tulis nama/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Siapa yang datang')).toBeFocused()
  await page.keyboard.type('Ida Contoh')
  await tabTo(page, /^Kami datang/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').first()).toContainText('Jawaban tersimpan')
  await tabTo(page, /Tautan tiket\s*Ida Contoh/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/acara/tiket/*')
  const ticket = new URL(page.url()).pathname
  const code = (await page.locator('figure .font-mono').innerText()).trim()
  await context.close()

  await officer.page.goto(`${event}/hadir`)
  await tabTo(officer.page, /^Kode tiket/)
  await officer.page.keyboard.type('ZZZZZZ')
  await officer.page.keyboard.press('Enter')
  await expect(officer.page.getByRole('alert')).toBeFocused()
  await tabTo(officer.page, /^Kode tiket:/)
  await officer.page.keyboard.press('Enter')
  await expect(officer.page.getByLabel('Kode tiket')).toBeFocused()
  await officer.page.keyboard.press('ControlOrMeta+A')
  await officer.page.keyboard.type(code)
  await officer.page.keyboard.press('Enter')
  await expect(officer.page.getByRole('status').first()).toContainText('Ida Contoh tercatat hadir')
  await officer.page.goto(event)
  await tabTo(officer.page, /^Tandai terlaksana/)
  await officer.page.keyboard.press('Enter')
  await expect(officer.page.getByRole('status').first()).toContainText('terlaksana')
  await officer.context.close()

  const holder = await open(browser, { viewport: phone })
  await holder.page.goto(ticket)
  // Each question is one stop, at its first number until one is chosen.
  for (let question = 1; question <= 4; question++) {
    await tabTo(holder.page, /^1$/)
    await holder.page.keyboard.press('ArrowRight')
  }
  await tabTo(holder.page, /^Kirim penilaian/)
  await holder.page.keyboard.press('Enter')
  await expect(holder.page.getByRole('main')).toContainText('Penilaian dari tiket ini sudah masuk')
  await holder.context.close()
})
