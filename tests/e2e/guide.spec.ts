import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { desktop, open, phone } from './support'

const GUIDE = 'docs/panduan'
const PICTURES = join(GUIDE, 'gambar')

/** The pictures of the user guide: who sees the page, on what, and the heading by which it is known. */
const pictures: Record<
  string,
  { email?: string; on: 'phone' | 'desktop'; path: string; heading: string | RegExp }
> = {
  'warga-peta': { on: 'desktop', path: '/peta/94', heading: /Papua Tengah/ },
  'warga-cek-nomor': { on: 'phone', path: '/verifikasi', heading: 'Cek nomor KIM' },
  'warga-direktori': { on: 'phone', path: '/kim?q=timika', heading: 'Direktori KIM' },
  'relawan-beranda': { email: 'ketua@contoh.id', on: 'phone', path: '/beranda', heading: /^Halo/ },
  'relawan-catat': {
    email: 'ketua@contoh.id',
    on: 'phone',
    path: '/kegiatan/baru',
    heading: 'Catat kegiatan',
  },
  'ketua-daftar': { email: 'warga@contoh.id', on: 'phone', path: '/kelompok/baru', heading: 'Daftarkan KIM' },
  'kabupaten-dinas': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas',
    heading: /Kabupaten Mimika/,
  },
  'kabupaten-antrean': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/antrean',
    heading: 'Antrean permohonan',
  },
  'kabupaten-kegiatan': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/kegiatan?status=submitted',
    heading: 'Kegiatan KIM',
  },
  'kabupaten-pemetaan': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/pemetaan',
    heading: /Pemetaan/,
  },
  'kabupaten-laporan': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/laporan',
    heading: /^Laporan/,
  },
  'ketua-laporan': {
    email: 'sekretaris@contoh.id',
    on: 'phone',
    path: '/beranda',
    heading: /^Halo/,
  },
  'provinsi-dinas': {
    email: 'papuatengah@contoh.id',
    on: 'desktop',
    path: '/dinas',
    heading: /Provinsi Papua Tengah/,
  },
  'provinsi-papan': {
    email: 'papuatengah@contoh.id',
    on: 'desktop',
    path: '/dinas/papan',
    heading: /Papan koordinasi/,
  },
  'nasional-keaktifan': {
    email: 'nasional@contoh.id',
    on: 'desktop',
    path: '/dinas/keaktifan',
    heading: 'Keaktifan KIM',
  },
  'pengelola-kim-id': {
    email: 'registrar@contoh.id',
    on: 'desktop',
    path: '/registrar',
    heading: 'Nama kim.id',
  },
  administrator: { email: 'admin@contoh.id', on: 'desktop', path: '/admin', heading: 'Pengelola' },
}

/**
 * Opens every page that the guide shows, so that no picture outlives its page.
 * `npm run guide:pictures` keeps what it sees.
 */
test('every page that the user guide shows is there', async ({ browser }) => {
  for (const [name, { email, on, path, heading }] of Object.entries(pictures)) {
    const { page, context } = await open(browser, { email, viewport: on === 'phone' ? phone : desktop })
    await page.goto(path)
    await expect(page.locator('h1'), name).toHaveText(heading)
    if (process.env.GUIDE_PICTURES) {
      await sharp(await page.screenshot())
        .png({ palette: true, colours: 64, effort: 10 })
        .toFile(join(PICTURES, `${name}.png`))
    }
    await context.close()
  }
})

test('the user guide shows every picture that is kept, and no other', () => {
  const shown = readdirSync(GUIDE)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [...readFileSync(join(GUIDE, file), 'utf8').matchAll(/\(gambar\/([\w-]+)\.png\)/g)])
    .map(([, name]) => name)
  const names = Object.keys(pictures).sort()
  expect([...new Set(shown)].sort()).toEqual(names)
  expect(readdirSync(PICTURES).sort()).toEqual(names.map((name) => `${name}.png`))
})
