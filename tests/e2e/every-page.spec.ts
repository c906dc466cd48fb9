import { expect, test } from '@playwright/test'
import { looksRightEverywhere, open, phone } from './support'

/** Every screen that can be reached without a record of one's own; the stories look at the others. */
const screens: Record<string, string[]> = {
  '': [
    '/',
    '/kim',
    '/kim?q=sinar&wilayah=9404',
    '/kim?q=tidakadaapapun',
    '/peta',
    '/peta?ukuran=kim-aktif&tanggal=2026-06-30',
    '/peta/35',
    '/peta/9404',
    '/peta/940401',
    '/peta/9404011003',
    '/peta/indonesia/daftar?isi=kim-terdaftar',
    '/peta/94/daftar?isi=desa-tanpa-kim',
    '/peta/bandingkan?a=35&b=94',
    '/peta?ukuran=kecamatan-terpetakan',
    '/peta/94?ukuran=desa-kosong',
    '/peta/9404?ukuran=desa-bercalon',
    '/peta/940401?ukuran=desa-bercalon',
    '/peta/94?ukuran=kemitraan&tanggal=2026-06-30',
    '/peta/bandingkan?a=9404&b=9401&ukuran=kecamatan-bermitra',
    '/peta/9404/daftar?isi=desa-kosong',
    '/peta/9404/daftar?isi=kemitraan',
    '/peta/94/daftar?isi=kecamatan-bermitra',
    '/verifikasi',
    '/verifikasi/000000000000',
    '/acara/sertifikat/tidak-ada',
    '/verifikasi/dokumen/R-9404-2026-9999',
    '/tentang',
    '/dasar-hukum',
    '/privasi',
    '/aksesibilitas',
    '/daftar',
    '/masuk',
    '/lupa-sandi',
    '/kode',
    '/tidak-ada',
  ],
  'warga@contoh.id': [
    '/beranda',
    '/kelompok',
    '/kelompok/baru',
    '/kegiatan/baru',
    '/akun',
    '/akun/sesi',
    '/pemberitahuan',
  ],
  'sekretaris@contoh.id': ['/beranda', '/kelompok'],
  'ketua@contoh.id': ['/beranda', '/kelompok', '/kegiatan/baru'],
  'mimika@contoh.id': [
    '/beranda',
    '/dinas',
    '/dinas/antrean',
    '/dinas/entri',
    '/dinas/kelompok',
    '/dinas/kegiatan',
    '/dinas/kegiatan?status=submitted&pilih=semua',
    '/dinas/laporan',
    '/dinas/laporan/daftar?keadaan=belum',
    '/dinas/laporan/antrean?pilih=semua',
    '/dinas/laporan/persetujuan',
    '/dinas/laporan/perubahan',
    '/dinas/keaktifan',
    '/dinas/keaktifan?lihat=segera',
    '/dinas/keaktifan?lihat=keadaan',
    '/dinas/pemetaan',
    '/dinas/koordinasi',
    '/dinas/koordinasi?keadaan=selesai',
    '/dinas/acara',
    '/dinas/acara?q=tidakadaapapun',
    '/dinas/acara?kecamatan=940401',
    '/dinas/acara/baru',
    '/dinas/acara/keputusan',
    '/dinas/acara/keputusan?keadaan=done',
    '/dinas/mitra',
    '/dinas/mitra?q=tidakadaapapun',
    '/dinas/mitra/baru',
    '/dinas/kemitraan',
    '/dinas/kemitraan?keadaan=berlaku',
    '/dinas/kemitraan/baru',
    '/dinas/kemitraan/jejaring',
    '/dinas/ketua',
    '/dinas/impor',
    '/dinas/rekap',
    '/dinas/rekap/kim',
    '/dinas/rekap/kegiatan',
    '/dinas/rekap/sasaran',
    '/dinas/rekap/kecamatan',
    '/dinas/rekap/kemitraan',
    '/dinas/rekap/tahunan',
    '/dinas/penduduk',
    '/dinas/subdomain',
    '/dinas/kode',
    '/dinas/pengaturan',
    '/dinas/jejak',
  ],
  'papuatengah@contoh.id': [
    '/beranda',
    '/dinas',
    '/dinas/antrean',
    '/dinas/kelompok',
    '/dinas/kegiatan',
    '/dinas/laporan',
    '/dinas/laporan?wilayah=9404',
    '/dinas/laporan/persetujuan',
    '/dinas/keaktifan',
    '/dinas/rekap',
    '/dinas/rekap/kim',
    '/dinas/rekap/kecamatan?kabupaten=9404',
    '/dinas/rekap/tahunan',
    '/dinas/papan',
    '/dinas/papan?urut=tertua&saring=lewat',
    '/dinas/papan?saring=tanpa-kim',
    '/dinas/papan/tren',
    '/dinas/papan/bandingkan',
    '/dinas/papan?saring=belum-petakan',
    '/dinas/papan?saring=lapor-rendah',
    '/peta/94/daftar?isi=kemitraan',
    '/dinas/papan/terlambat',
    '/dinas/koordinasi',
    '/dinas/koordinasi?keadaan=semua&wilayah=9404',
    '/dinas/koordinasi/baru?saring=lewat&angka=tertua',
    '/dinas/acara?provinsi=94&kabupaten=9404',
    '/dinas/acara/baru',
    '/dinas/mitra',
    '/dinas/kemitraan',
    '/dinas/kemitraan/jejaring',
    '/dinas/petugas',
  ],
  'nasional@contoh.id': [
    '/beranda',
    '/dinas',
    '/dinas/kelompok',
    '/dinas/kegiatan',
    '/dinas/laporan',
    '/dinas/laporan/persetujuan',
    '/dinas/keaktifan',
    '/dinas/rekap',
    '/dinas/rekap/kim',
    '/dinas/rekap/kecamatan',
    '/dinas/rekap/tahunan',
    '/dinas/papan',
    '/dinas/papan?wilayah=94',
    '/dinas/papan/tren?wilayah=35&ukuran=kim-aktif',
    '/dinas/koordinasi/baru',
    '/dinas/acara?provinsi=94',
  ],
  'registrar@contoh.id': ['/beranda', '/registrar'],
  'admin@contoh.id': [
    '/beranda',
    '/admin',
    '/admin/akun',
    '/admin/petugas',
    '/admin/pengaturan',
    '/admin/topik',
    '/admin/jenis-mitra',
    '/admin/jenis-komunitas',
    '/admin/pesan',
    '/admin/tugas',
    '/admin/jejak',
  ],
}

for (const [email, paths] of Object.entries(screens)) {
  test(`${email || 'everyone'}: every page is accessible and fits a phone and a desk`, async ({
    browser,
  }) => {
    const { page, context } = await open(browser, { email, viewport: phone })
    for (const path of paths) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBeLessThan(500)
      await looksRightEverywhere(page)
    }
    await context.close()
  })
}

test('a public page moves at most 40 kB the first time, one with a map 120 kB', async ({ browser }) => {
  for (const path of ['/', '/peta', '/peta/35', '/peta/9404', '/kim', '/tentang', '/verifikasi']) {
    const { page, context } = await open(browser, {})
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    let moved = 0
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      moved += encodedDataLength
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(moved, path).toBeGreaterThan(1000)
    expect(moved, path).toBeLessThanOrEqual(path === '/' || path.startsWith('/peta') ? 120_000 : 40_000)
    await context.close()
  }
})
