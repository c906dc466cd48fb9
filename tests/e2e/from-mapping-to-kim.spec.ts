import { type Browser, expect, type Page, test } from '@playwright/test'
import { openPdf } from '../support/pdf'
import { approve, pdf, send } from './new-group'
import { desktop, looksRight, open, phone } from './support'

const year = new Date().getFullYear()

/**
 * The story of a mapping in Kabupaten Mimika: the next one is planned and started, a list comes in after a dry run, a
 * candidate is written down on a phone, two rows are merged and the merge is taken back, the mapping is settled, its
 * document is read back, and a candidate that is invited becomes a KIM.
 */
test('a mapping goes from a list through its document to a candidate that becomes a KIM', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const { page, context } = await open(browser, { email: 'mimika@contoh.id', viewport: desktop })
  const main = page.getByRole('main')
  await page.goto('/dinas/pemetaan')
  await looksRight(page)
  await page.getByLabel('Nama pemetaan').fill('Pemetaan cerita')
  await page.getByLabel('Mulai').fill(`${year}-01-10`)
  await page.getByLabel('Selesai').fill(`${year}-12-20`)
  await page.getByRole('button', { name: 'Rencanakan' }).click()
  await page.waitForURL(/\/dinas\/pemetaan\/[0-9a-f-]{36}$/)
  await looksRight(page)
  await page.getByRole('button', { name: 'Mulai pemetaan' }).click()
  await expect(main.getByRole('table')).toBeVisible()
  await looksRight(page)
  const home = page.url()

  await uploadAndFail(browser, home)
  await uploadAndTakeIn(page, home)
  await writeDownOnPhone(browser, home)
  await mergeAndUndo(page, home)

  await page.goto(home)
  await page.getByRole('button', { name: 'Tetapkan dan beri nomor' }).click()
  await expect(main.getByText(/PM-9404-\d{4}-\d{2}/).first()).toBeVisible()
  await expect(main.getByRole('link', { name: /Buka dokumen/ })).toBeVisible({ timeout: 120_000 })
  await looksRight(page)
  await readDocument(page, home)
  await lookAtMap(browser)
  await page.goto(`${home}/rencana`)
  await looksRight(page)

  const link = await invite(page, home)
  await context.close()
  const name = 'KIM Cahaya Pemetaan'
  const reference = await registerInvited(browser, link, name)
  await approve(browser, { scripts: true, name, reference })

  const officer = await open(browser, { email: 'mimika@contoh.id' })
  await officer.page.goto(`${home}/daftar?q=Sanggar+Cahaya`)
  await officer.page.getByRole('link', { name: 'Sanggar Cahaya' }).click()
  await expect(officer.page.getByRole('main')).toContainText(`Menjadi ${name}`)
  await officer.page.goto(home)
  await expect(officer.page.getByRole('main')).toContainText('1 sudah menjadi KIM')
  await officer.context.close()
})

const HEADINGS = 'Desa;Kecamatan;Nama kelompok;Jenis;Kelas;Usulan;HP atau e-mail'

async function upload(page: Page, home: string, lines: string[], headings = HEADINGS): Promise<void> {
  await page.goto(`${home}/unggah`)
  await looksRight(page)
  const buffer = Buffer.from([headings, ...lines].join('\r\n'))
  await page.getByLabel('Berkas daftar').setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Unggah', exact: true }).click()
  await page.waitForURL(/\/unggah\/[0-9a-f-]{36}$/)
}

/** Without scripts, with headings that nobody guesses: the officer says which column is what. */
async function uploadAndFail(browser: Browser, home: string): Promise<void> {
  const { page, context } = await open(browser, { email: 'mimika@contoh.id', scripts: false })
  const lines = ["Nayaro;Mimika Baru;=cmd|' /C calc'!A0;PKK;b", 'Tidak Ada;;PKK Satu;PKK;b']
  await upload(page, home, lines, 'K1;K2;K3;K4;K5')
  await looksRight(page)
  const choose = async (column: string, label: RegExp) =>
    page.getByLabel(label).selectOption({ label: column })
  await choose('A: K1', /^Desa \(/)
  await choose('C: K3', /^Nama kelompok/)
  await choose('D: K4', /^Jenis/)
  await page.getByRole('button', { name: 'Periksa isinya' }).click()
  await expect(page.getByRole('alert')).toContainText('Pilih kolom untuk “Kelas”.')
  await expect(page.getByLabel(/^Jenis/)).toHaveValue('3')
  await choose('E: K5', /^Kelas/)
  await page.getByRole('button', { name: 'Periksa isinya' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('2 baris perlu diperbaiki')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 120_000 })
  await expect(page.getByRole('rowheader', { name: 'C2' })).toBeVisible()
  await looksRight(page)
  await context.close()
}

async function uploadAndTakeIn(page: Page, home: string): Promise<void> {
  await upload(page, home, [
    'Nayaro;Mimika Baru;Sanggar Cahaya;Lainnya;b;Bentuk KIM;0812 3456 7890',
    'Nayaro;Mimika Baru;Karang Taruna Cahaya Muda;Karang Taruna;b;Kemitraan;',
    'Nayaro;Mimika Baru;Karang Taruna Cahaya Muda Nayaro;Karang Taruna;a;Perkuat;',
  ])
  await expect(page.getByLabel(/^Usulan/)).toHaveValue('5')
  await looksRight(page)
  await page.getByRole('button', { name: 'Periksa isinya' }).click()
  await page.getByRole('button', { name: 'Masukkan 3 kelompok' }).click({ timeout: 120_000 })
  await expect(page.getByText('3 kelompok sudah masuk')).toBeVisible({ timeout: 120_000 })
  await looksRight(page)
}

async function writeDownOnPhone(browser: Browser, home: string): Promise<void> {
  const { page, context } = await open(browser, {
    email: 'mimika@contoh.id',
    viewport: phone,
    scripts: false,
  })
  await page.goto(`${home}/desa-kosong`)
  await looksRight(page)
  await page
    .getByRole('link', { name: /^Catat kelompok di/ })
    .first()
    .click()
  await looksRight(page)
  await page.getByLabel('Nama kelompok').fill('Radio Warga Cerita')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Nama kelompok')).toHaveValue('Radio Warga Cerita')
  await page.getByLabel('Jenis').selectOption('media-warga')
  await page.getByLabel(/^Kelas \(a\)/).check()
  await page.getByLabel(/^Bentuk KIM/).check()
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.waitForURL(/\/baris\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Radio Warga Cerita')
  await looksRight(page)
  await context.close()
}

async function mergeAndUndo(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/ganda`)
  await looksRight(page)
  const pair = page.getByRole('listitem').filter({ hasText: 'Karang Taruna Cahaya Muda' }).first()
  await pair.getByRole('link', { name: 'Bandingkan' }).click()
  await looksRight(page)
  await page.getByRole('button', { name: 'Gabungkan' }).click()
  await page.waitForURL(/\/ganda$/)
  await page.getByRole('button', { name: 'Urungkan' }).first().click()
  await expect(page.getByText('kembali seperti semula')).toBeVisible()
}

async function readDocument(page: Page, home: string): Promise<void> {
  const answer = await page.request.get(`${home}/dokumen`)
  expect(answer.headers()['content-type']).toContain('pdf')
  const document = await openPdf(await answer.body())
  const texts: string[] = []
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent()
    texts.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])))
  }
  const text = texts.join(' ')
  for (const words of [
    'Pemetaan cerita',
    'Sanggar Cahaya',
    'Radio Warga Cerita',
    'Dasar hukum',
    'PM-9404-',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('3456')
  expect(document.numPages).toBeGreaterThan(18)
}

/** Everyone sees on the map in how many villages there are candidates, and in which; nobody sees who they are. */
async function lookAtMap(browser: Browser): Promise<void> {
  const { page, context } = await open(browser, { viewport: phone, scripts: false })
  const main = page.getByRole('main')
  await page.goto('/peta/9404?ukuran=desa-bercalon')
  await expect(main).toContainText('menurut pemetaan yang ditetapkan')
  await looksRight(page)
  const facts = page.getByRole('region', { name: 'Desa dengan calon KIM' })
  const many = await facts.getByRole('link').first().innerText()
  await facts.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desa yang punya calon KIM')
  await expect(page.getByRole('status')).toContainText(`${many} desa`)
  await expect(main).toContainText('Nayaro')
  await expect(main).not.toContainText('Sanggar Cahaya')
  await looksRight(page)
  await context.close()
}

async function invite(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/daftar?q=Sanggar+Cahaya`)
  await looksRight(page)
  await page.getByRole('link', { name: 'Sanggar Cahaya' }).click()
  await page.getByRole('button', { name: 'Undang mendaftar sebagai KIM' }).click()
  const link = await page.getByLabel('Tautan undangan').inputValue()
  await looksRight(page)
  return new URL(link).pathname
}

async function registerInvited(browser: Browser, link: string, name: string): Promise<string> {
  const { page, context } = await open(browser, { viewport: phone })
  await page.goto(link)
  await looksRight(page)
  await page.getByRole('link', { name: 'Buat akun dan mulai' }).click()
  await page.getByLabel('Nama lengkap').fill('Naomi Contoh')
  await page.getByLabel('Nomor HP atau e-mail').fill(`0813${String(Date.now()).slice(-8)}`)
  await page.getByLabel('Sandi').fill('tiga ekor cenderawasih')
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await page.waitForURL(/\/kelompok\/baru\?undangan=/)
  await expect(page.getByLabel('Nama kelompok')).toHaveValue('Sanggar Cahaya')
  await looksRight(page)
  await page.getByLabel('Nama kelompok').fill(name)
  await page.getByLabel('Cakupan').first().selectOption('village')
  await page.getByLabel('Tanggal berdiri').fill(`${year - 1}-03-04`)
  await page.getByLabel('Alamat sekretariat').fill('Balai kampung')
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/pembentukan')
  await page.getByLabel('Tanggal musyawarah').fill(`${year - 1}-03-01`)
  await page.getByLabel('Ringkasan musyawarah').fill('Warga sepakat membentuk KIM.')
  await page.getByLabel('Nomor SK').fill(`140/8/SK/${year}`)
  await page.getByLabel('Tanggal SK').fill(`${year - 1}-03-10`)
  await page.getByLabel('Disahkan oleh').selectOption('village_head')
  await page.getByLabel('Berlaku sampai').fill(`${year + 4}-03-10`)
  await page.getByLabel('Berkas AD/ART').setInputFiles(await pdf('ad-art.pdf', 'Anggaran dasar'))
  await page.getByLabel('Berkas SK').setInputFiles(await pdf('sk.pdf', 'Surat keputusan'))
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/pengurus')
  for (const [at, person] of ['Naomi Contoh', 'Yance Rekaan', 'Orpa Umpama'].entries()) {
    await page.getByLabel(`Nama orang ke-${at + 1}`, { exact: true }).fill(person)
  }
  await page.getByLabel(/berusia paling sedikit 18 tahun/).check()
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/kontak')
  await expect(page.getByLabel('WhatsApp', { exact: false }).first()).toHaveValue(/812.*3456.*7890/)
  await page.getByRole('button', { name: 'Simpan dan periksa' }).click()
  await page.waitForURL('**/periksa')
  const reference = await send(page)
  await context.close()
  return reference
}
