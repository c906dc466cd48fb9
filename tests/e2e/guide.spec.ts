import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { desktop, open, phone } from './support'

const GUIDE = 'docs/panduan'
const PICTURES = join(GUIDE, 'gambar')

interface Picture {
  email?: string
  on: 'phone' | 'desktop'
  path: string
  /** Links that are followed from there, each the first that fits. */
  via?: string[]
  heading: string | RegExp
  /** Brought to the top, when what the guide tells of stands further down. */
  from?: string
}

const training = 'main a:text-is("Bimtek menulis kabar kampung dengan ponsel")'
const settled = 'main a:text-matches("^Pemetaan [0-9]{4}$")'
const ownGroup = 'main a[href^="/kelompok/0"]'

/** The pictures of the user guide: who sees the page, on what, and the heading by which it is known. */
const pictures: Record<string, Picture> = {
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
    via: [settled],
    heading: /^Pemetaan \d{4}, Kabupaten Mimika$/,
  },
  'kabupaten-mitra': { email: 'mimika@contoh.id', on: 'desktop', path: '/dinas/mitra', heading: 'Mitra' },
  'kabupaten-kemitraan': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/kemitraan',
    heading: 'Kemitraan',
  },
  'kabupaten-jejaring': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/kemitraan/jejaring',
    heading: /^Jejaring/,
  },
  'kabupaten-acara': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/acara',
    via: [training],
    heading: /^Bimtek/,
  },
  'kabupaten-pintu': {
    email: 'mimika@contoh.id',
    on: 'phone',
    path: '/dinas/acara',
    via: [training, 'main a[href$="/hadir"]'],
    heading: 'Kehadiran',
  },
  'kabupaten-dokumen': {
    email: 'mimika@contoh.id',
    on: 'desktop',
    path: '/dinas/rekap',
    via: ['main a[href^="/dinas/rekap/dokumen/"]:text-is("Rekapitulasi KIM menurut kecamatan")'],
    heading: 'Rekapitulasi KIM menurut kecamatan',
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
  'ketua-undangan': {
    email: 'ketua@contoh.id',
    on: 'phone',
    path: '/kelompok',
    via: [ownGroup, 'a:text-is("Undangan acara")'],
    heading: 'Undangan acara',
  },
  'ketua-tiket': {
    email: 'ketua@contoh.id',
    on: 'phone',
    path: '/kelompok',
    via: [ownGroup, 'a:text-is("Undangan acara")', training, 'main a:text("Tautan tiket Ida Contoh")'],
    heading: 'Ida Contoh',
  },
  'ketua-sertifikat': {
    email: 'mimika@contoh.id',
    on: 'phone',
    path: '/dinas/acara',
    via: [training, 'main a[href$="/sertifikat"]', 'main a:text-is("Ida Contoh")'],
    heading: /^Sertifikat SA-9404-/,
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
  'provinsi-catatan': {
    email: 'papuatengah@contoh.id',
    on: 'desktop',
    path: '/dinas/koordinasi?keadaan=semua',
    via: ['main a:text-is("Bahan rapat koordinasi nasional KIM")'],
    heading: 'Bahan rapat koordinasi nasional KIM',
  },
  'provinsi-tahunan': {
    email: 'jatim@contoh.id',
    on: 'desktop',
    path: '/dinas/rekap/tahunan',
    heading: 'Laporan tahunan',
    from: 'main section:has(table)',
  },
  'nasional-papan': {
    email: 'nasional@contoh.id',
    on: 'desktop',
    path: '/dinas/papan?urut=menunggu',
    heading: /Papan koordinasi/,
  },
  'nasional-persetujuan': {
    email: 'nasional@contoh.id',
    on: 'desktop',
    path: '/dinas/laporan/persetujuan',
    heading: /^Persetujuan laporan/,
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
  for (const [name, { email, on, path, via = [], heading, from }] of Object.entries(pictures)) {
    const { page, context } = await open(browser, { email, viewport: on === 'phone' ? phone : desktop })
    await page.goto(path)
    for (const link of via) await page.locator(link).first().click()
    await expect(page.locator('h1'), name).toHaveText(heading)
    expect(await page.evaluate(() => window.scrollY), `${name} begins at its top`).toBe(0)
    if (process.env.GUIDE_PICTURES) {
      if (from)
        await page
          .locator(from)
          .first()
          .evaluate((element) => element.scrollIntoView())
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
