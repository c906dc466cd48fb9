import { expect, test } from '@playwright/test'
import { makePdf } from '../support/world'
import { looksRight, open, phone } from './support'

/** Letters of its own, so that a second run is not taken for the same partner. */
const own = Math.random().toString(36).slice(2)

test('an office without JavaScript keeps a partner, proposes with a file, puts it in force and assesses it', async ({
  browser,
}) => {
  const { page, context } = await open(browser, {
    email: 'mimika@contoh.id',
    scripts: false,
    viewport: phone,
  })
  await page.goto('/dinas/mitra')
  await page.getByRole('link', { name: 'Catat mitra' }).first().click()
  await page.getByRole('button', { name: 'Simpan mitra' }).click()
  await expect(page.getByRole('alert')).toContainText('Isi nama mitra.')
  await page.getByLabel('Nama mitra').fill(`Radio ${own}`)
  await page.getByLabel('Jenis mitra').selectOption({ label: 'Media massa' })
  await page.getByLabel('Nomor telepon').fill('0812 3456 7890')
  await page.getByRole('button', { name: 'Simpan mitra' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Radio ${own}`)
  await looksRight(page)

  await page.getByRole('link', { name: 'Usulkan kemitraan' }).click()
  await page.getByRole('textbox', { name: 'Perihal' }).fill(`Siaran ${own}`)
  await page.getByLabel('Bentuk naskah').selectOption({ label: 'Perjanjian kerja sama' })
  const lastYear = new Date().getFullYear() - 1
  await page.getByLabel('Mulai').fill(`${lastYear}-06-01`)
  await page.getByLabel('Ruang lingkup').fill('Dua siaran sebulan tentang layanan publik.')
  await page.getByLabel('Klarifikasi hoaks dan literasi digital').check()
  await page.getByLabel('Kode anggaran').fill('2.16')
  await page.getByLabel('Berkas naskah').setInputFiles({
    name: 'naskah.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('Perjanjian kerja sama'),
  })
  await page.getByRole('button', { name: 'Simpan usulan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Siaran ${own}`)
  await expect(page.getByText('Kode anggaran tidak berbentuk')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Lihat berkas (PDF, 1 halaman' })).toBeVisible()
  await looksRight(page)

  await page.getByRole('button', { name: 'Nyatakan berlaku' }).click()
  await expect(page.getByRole('status').getByText('Kemitraan berlaku.')).toBeVisible()
  await page.getByText(/^Beri penilaian/).click()
  await page.getByRole('link', { name: `${lastYear}`, exact: true }).click()
  await expect(page.getByText(`Beri penilaian ${lastYear}`)).toBeVisible()
  await page.getByLabel('Tugas dinas').selectOption({ label: 'Ditepati sepenuhnya' })
  await page.getByLabel('Tugas mitra').selectOption({ label: 'Ditepati sebagian' })
  await page.getByLabel('Penilaian dinas').fill('Siaran berjalan dua kali sebulan.')
  await page.getByLabel('Kata mitra').fill('Kami ingin jadwal yang tetap.')
  await page.getByLabel('Kelanjutan').selectOption({ label: 'Diteruskan' })
  await page.getByRole('button', { name: 'Simpan penilaian' }).click()
  await expect(page.getByRole('paragraph').filter({ hasText: 'Kami ingin jadwal yang tetap.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: `${lastYear}: Diteruskan` })).toBeVisible()
  await context.close()

  const province = await open(browser, { email: 'papuatengah@contoh.id' })
  await province.page.goto(`/dinas/kemitraan?q=${encodeURIComponent(own)}`)
  await province.page.getByRole('link', { name: `Siaran ${own}` }).click()
  await expect(province.page.getByText('Kemitraan ini diurus Dinas Kominfo Kabupaten Mimika')).toBeVisible()
  await expect(province.page.getByRole('link', { name: 'Ubah isi' })).toHaveCount(0)
  await province.context.close()
})

test('an office is reminded of a partnership that ends in 30 days, and renews it from the old one', async ({
  browser,
}) => {
  const { page, context } = await open(browser, { email: 'pacitan@contoh.id' })
  await page.goto('/pemberitahuan')
  await page
    .getByRole('button', { name: /Kemitraan dengan Radio Suara Grindulu berakhir \d+ hari lagi/ })
    .first()
    .click()
  await expect(page.getByText('Segera berakhir').first()).toBeVisible()
  await expect(page.getByText(/Dinas diingatkan, 30 hari sebelum/)).toBeVisible()
  await looksRight(page)
  const old = page.url()
  const renew = page.getByRole('link', { name: 'Buat perpanjangan' })
  if ((await renew.count()) > 0) {
    await renew.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perpanjang kemitraan')
    await expect(page.getByRole('textbox', { name: 'Perihal' })).toHaveValue(
      'Siaran informasi publik bersama',
    )
    await looksRight(page)
    await page.getByRole('button', { name: 'Simpan usulan' }).click()
    await expect(page.getByText('Perpanjangan dari')).toBeVisible()
    await page.goto(old)
  }
  await expect(page.getByText('Diperpanjang dengan')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Buat perpanjangan' })).toHaveCount(0)
  await context.close()
})

test("a settled mapping's plan leads to a partner whose form is filled in", async ({ browser }) => {
  const { page, context } = await open(browser, {
    email: 'mimika@contoh.id',
    scripts: false,
    viewport: phone,
  })
  await page.goto('/dinas/pemetaan')
  await page.getByRole('link', { name: /^Pemetaan \d{4}/ }).click()
  await page.getByRole('link', { name: 'Rencana', exact: true }).click()
  await expect(page.getByRole('link', { name: /belum punya KIM maupun calonnya$/ })).toBeVisible()
  await page
    .getByRole('link', { name: /^Catat sebagai mitra/ })
    .first()
    .click()
  await expect(page.getByLabel('Nama mitra')).toHaveValue(/^PKK/)
  await expect(page.getByLabel('Catatan')).toHaveValue(/^Saluran: Pertemuan dasawisma/)
  await context.close()
})
