import { type Browser, expect, type Page } from '@playwright/test'
import { makePdf } from '../support/world'
import { looksRight, open } from './support'

const year = new Date().getFullYear()

export interface Case {
  scripts: boolean
  name: string
  reference: string
}

/** A villager signs up on a phone, fills in every step and sends the application; answers its reference. */
export async function register(
  page: Page,
  { village, search, name }: { village: string; search: string; name: string },
): Promise<string> {
  await page.goto('/daftar')
  await page.getByLabel('Nama lengkap').fill('Welmina Contoh')
  await page.getByLabel('Nomor HP atau e-mail').fill(`0812${String(Date.now()).slice(-8)}`)
  await page.getByLabel('Sandi').fill('tiga ekor cenderawasih')
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await page.waitForURL('**/beranda')
  await looksRight(page)

  await page.getByRole('link', { name: 'Daftarkan KIM' }).first().click()
  await page.waitForURL('**/kelompok/baru')
  await page
    .getByRole('main')
    .getByRole('searchbox')
    .or(page.getByRole('main').getByRole('combobox'))
    .first()
    .fill(search)
  await page.getByRole('main').getByRole('button', { name: 'Cari' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`${village}.*Mimika`) })
    .first()
    .click()
  await expect(page.getByLabel('Nama kelompok')).toBeVisible()
  await looksRight(page)

  // Ten thousand letters are refused with words, and the rest of the form stays.
  await page.getByLabel('Alamat sekretariat').fill('Balai kelurahan')
  await page.getByLabel('Nama kelompok').fill('K'.repeat(10_000))
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Alamat sekretariat')).toHaveValue('Balai kelurahan')
  await page.getByLabel('Nama kelompok').fill(name)
  await page.getByLabel('Cakupan').first().selectOption('village')
  await page.getByLabel('Tanggal berdiri').fill(`${year - 1}-03-04`)
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/pembentukan')
  await looksRight(page)

  await page.getByLabel('Tanggal musyawarah').fill(`${year - 1}-03-01`)
  await page.getByLabel('Ringkasan musyawarah').fill('Warga sepakat membentuk KIM.')
  await page.getByLabel('Nomor SK').fill(`140/7/SK/${year}`)
  await page.getByLabel('Tanggal SK').fill(`${year - 1}-03-10`)
  await page.getByLabel('Disahkan oleh').selectOption('village_head')
  await page.getByLabel('Berlaku sampai').fill(`${year + 4}-03-10`)
  await page.getByLabel('Berkas AD/ART').setInputFiles(await pdf('ad-art.pdf', 'Anggaran dasar'))
  // A file that lies about what it is: refused with a sentence, all else is kept.
  await page.getByLabel('Berkas SK').setInputFiles({
    name: 'sk.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('ini bukan PDF, hanya tulisan'),
  })
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Nomor SK')).toHaveValue(`140/7/SK/${year}`)
  await page.getByLabel('Berkas SK').setInputFiles(await pdf('sk.pdf', 'Surat keputusan'))
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/pengurus')
  await looksRight(page)

  for (const [at, person] of ['Welmina Contoh', 'Yance Rekaan', 'Orpa Umpama'].entries()) {
    await page.getByLabel(`Nama orang ke-${at + 1}`, { exact: true }).fill(person)
  }
  await page.getByLabel(/berusia paling sedikit 18 tahun/).check()
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/kontak')
  await page.getByLabel('Instagram', { exact: false }).first().fill('@kimcahaya')
  await page.getByLabel('Tampilkan Instagram untuk umum').check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Simpan dan periksa' }).click()
  await page.waitForURL('**/periksa')
  await looksRight(page)

  return send(page)
}

/** Sends the application that is filled in; answers the reference on its receipt. */
export async function send(page: Page): Promise<string> {
  await page.getByLabel(/Isian dan berkas di atas benar/).check()
  await page.getByRole('button', { name: 'Kirim untuk diperiksa' }).click()
  // The address changes before the page does: the receipt itself is waited for.
  const reference = await page.getByText(/^P-\d{4}-[A-Z0-9]+$/).innerText()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tanda terima permohonan')
  await looksRight(page)
  return reference
}

export async function pdf(name: string, text: string) {
  return { name, mimeType: 'application/pdf', buffer: await makePdf(text) }
}

/** The officer finds the application in the queue and opens it. */
export async function openReview(browser: Browser, { scripts, name, reference }: Case) {
  const officer = await open(browser, { email: 'mimika@contoh.id', scripts })
  await officer.page.goto(`/dinas/antrean?q=${reference}`)
  await officer.page.getByRole('link', { name }).first().click()
  await expect(officer.page.getByRole('heading', { level: 1 })).toContainText(name)
  return officer
}

/** The officer takes the application, accepts what is left and gives it its number. */
export async function approve(browser: Browser, story: Case): Promise<void> {
  const { page, context } = await openReview(browser, story)
  const take = page.getByRole('button', { name: /^Ambil/ })
  if (await take.isVisible()) await take.click()
  await page.getByLabel('Bagian yang belum dinilai saya terima').check()
  await page.getByRole('button', { name: 'Setujui dan beri nomor' }).click()
  await expect(page.getByText(/9404 ?\d{4} ?\d{4}/).first()).toBeVisible()
  await context.close()
}
