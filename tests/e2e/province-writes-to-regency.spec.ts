import { expect, type Page, test } from '@playwright/test'
import { desktop, looksRight, open, phone } from './support'

for (const scripts of [true, false]) {
  test(`a province finds who waits longest, writes, is answered, and both read it, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const subject = `Permohonan terlama ${scripts ? 'pagi' : 'petang'}`
    const viewport = scripts ? desktop : phone
    const { page: province, context } = await open(browser, {
      email: 'jatim@contoh.id',
      scripts,
      viewport,
    })
    await opensWithAttention(province)
    const row = await waitsLongest(province, scripts)
    const name = (await row.getByRole('rowheader').innerText()).trim()
    await row.getByRole('link', { name: /Tulis/ }).click()
    await expect(province.getByRole('heading', { level: 1 })).toHaveText('Kirim catatan koordinasi')
    await province.getByText(`${name} · ubah pilihan`).click()
    const office = province.getByRole('checkbox', { checked: true })
    await expect(office).toHaveCount(1)
    await expect(province.getByRole('checkbox', { name, checked: true })).toHaveCount(1)
    const code = (await office.getAttribute('value')) ?? ''

    // What is missing is said, and what was typed stays.
    await province.getByLabel('Isi', { exact: true }).fill('Mohon diperiksa; adakah kendala pada berkasnya?')
    await province.getByRole('button', { name: 'Kirim catatan' }).click()
    await expect(province.getByRole('alert')).toContainText('Perihal')
    await expect(province.getByLabel('Isi', { exact: true })).toHaveValue(/adakah kendala/)
    await expect(province.getByText(`${name} · ubah pilihan`)).toBeVisible()
    await looksRight(province)
    await province.getByLabel('Perihal').fill(subject)
    await province.getByRole('button', { name: 'Kirim catatan' }).click()
    await province.waitForURL(/\/dinas\/koordinasi\/[0-9a-f-]{36}$/)
    await expect(province.getByRole('status').first()).toContainText('terkirim')
    await expect(province.getByRole('main')).toContainText('Paling lama')

    const { page: regency, context: there } = await open(browser, { email: emailOf(code), scripts, viewport })
    await regency.goto('/dinas')
    await expect(regency.getByRole('main')).toContainText('catatan menunggu jawaban dinas ini')
    await regency.goto('/dinas/koordinasi')
    await looksRight(regency)
    await regency.getByRole('link', { name: subject }).click()
    await expect(regency.getByRole('main')).toContainText('adakah kendala')
    await expect(regency.getByRole('button', { name: 'Tutup catatan ini' })).toHaveCount(0)
    await regency.getByLabel('Jawaban Anda').fill('SK-nya belum terbaca; besok kami telepon kelompoknya.')
    // Meanwhile the province writes again: the answer waits until that is read, and loses nothing.
    await province.getByLabel('Isi', { exact: true }).fill('Satu lagi: mohon sebutkan harinya.')
    await province.getByRole('button', { name: 'Kirim tambahan' }).click()
    await expect(province.getByRole('status').first()).toContainText('Terkirim')
    await regency.getByRole('button', { name: 'Kirim jawaban' }).click()
    await expect(regency.getByRole('alert').first()).toContainText('baca dulu')
    await expect(regency.getByRole('main')).toContainText('mohon sebutkan harinya')
    await expect(regency.getByLabel('Jawaban Anda')).toHaveValue(/besok kami telepon/)
    await regency.getByRole('button', { name: 'Kirim jawaban' }).click()
    await expect(regency.getByRole('status').first()).toContainText('Terkirim')
    await expect(regency.getByLabel('Jawaban Anda')).toHaveValue('')
    await looksRight(regency)
    await there.close()

    await province.reload()
    await expect(province.getByRole('main')).toContainText('besok kami telepon')
    await expect(province.getByRole('main')).toContainText('Sudah dijawab')
    await province.getByRole('button', { name: 'Tutup catatan ini' }).click()
    await expect(province.getByRole('status').first()).toContainText('ditutup')
    await looksRight(province)
    await context.close()

    const { page: neighbour, context: elsewhere } = await open(browser, {
      email: 'mimika@contoh.id',
      scripts,
    })
    const answer = await neighbour.goto(new URL(province.url()).pathname)
    expect(answer?.status()).toBe(404)
    await elsewhere.close()
  })
}

/** The first page says how many regencies lack a settled mapping, and opens the board with just as many. */
async function opensWithAttention(page: Page): Promise<void> {
  await page.goto('/dinas')
  await looksRight(page)
  const attention = page.getByRole('link', { name: /pemetaan belum ditetapkan/ })
  const many = Number.parseInt(await attention.innerText(), 10)
  await attention.click()
  await page.waitForURL(/saring=belum-petakan/)
  await expect(page.locator('tbody tr')).toHaveCount(many)
}

/** The first row of the board once it is sorted by the oldest application: by its head, on a phone by the form. */
async function waitsLongest(page: Page, byHead: boolean) {
  await page.goto('/dinas/papan')
  if (byHead) {
    await page.getByRole('columnheader', { name: 'Paling lama' }).getByRole('link').click()
    await expect(page.getByRole('columnheader', { name: 'Paling lama' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  } else {
    await page.getByLabel('Urut menurut').selectOption({ label: 'Paling lama' })
    await page.getByRole('button', { name: 'Terapkan' }).click()
  }
  await page.waitForURL(/urut=tertua/)
  await looksRight(page)
  return page.locator('tbody tr').first()
}

/** The officer of a regency in the example. */
function emailOf(code: string): string {
  return { '9404': 'mimika@contoh.id', '3501': 'pacitan@contoh.id' }[code] ?? `dinas.${code}@contoh.id`
}
