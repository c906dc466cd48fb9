import { expect, type Page } from '@playwright/test'
import { addDays, localDate } from '../../app/platform/calendar'
import { looksRight, looksRightEverywhere } from './support'

/** An event that began yesterday and goes on until the day after tomorrow, so that all of it can happen now. */
export async function plan(page: Page, title: string): Promise<string> {
  const today = localDate(Date.now(), 'WIT')
  await page.goto('/dinas/acara')
  await page.getByRole('link', { name: 'Rencanakan acara' }).first().click()
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Tulis nama acaranya')
  await page.getByLabel('Jenis acara').selectOption('training')
  await page.getByLabel('Nama acara').fill(title)
  await page.getByLabel('Tujuan').fill('Belajar memotret dengan izin.')
  await page.getByLabel('Tanggal mulai').fill(addDays(today, -1))
  await page.getByLabel('Jam mulai').fill('09:00')
  await page.getByLabel('Tanggal selesai').fill(addDays(today, 2))
  await page.getByLabel('Jam selesai').fill('15:00')
  await page.getByLabel('Batas kelompok menjawab').fill(addDays(today, 1))
  await page.getByLabel('Tempat (boleh kosong)').fill('Balai Kampung')
  await looksRightEverywhere(page)
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await page.waitForURL(/\/dinas\/acara\/[0-9a-f-]{36}$/)
  await looksRight(page)
  return new URL(page.url()).pathname
}

/** Invites every group that the form finds. */
export async function invite(page: Page, event: string): Promise<void> {
  await page.getByRole('link', { name: 'Undang KIM' }).click()
  await page.waitForURL('**/undang')
  await looksRightEverywhere(page)
  const all = page.getByRole('button', { name: /^Undang semua/ })
  const found = ((await all.textContent()) ?? '').replace(/\D/g, '')
  await all.click()
  await page.waitForURL('**/undangan')
  await expect(page.getByRole('status').first()).toContainText(`${found} KIM diundang`)
  await looksRightEverywhere(page)
  await page.goto(event)
  await expect(page.getByRole('main')).toContainText('Undangan terkirim')
}
