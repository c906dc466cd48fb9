import type { StoryPlace } from './story'

/** The claim of the wave, and others that come up now and then. */
export const hoaxes = {
  wave: {
    claim:
      'Pesan berantai: bantuan sosial dihentikan bila warga tidak mengisi "tautan pendataan ulang" sebelum hari Minggu.',
    wheres: ['Grup WhatsApp warga', 'Status WhatsApp', 'Komentar Facebook', 'Selebaran tanpa nama'],
    titles: [
      ({ village }: StoryPlace) => `Klarifikasi: tautan pendataan ulang bansos di ${village} itu palsu`,
      () => 'Hoaks: bansos dihentikan bila tidak mengisi tautan',
      () => 'Jangan isi tautan pendataan ulang bansos',
    ],
    story:
      'Pesan ini menyebar cepat di grup warga. Kami menanyakan ke dinas sosial: tidak ada pendataan lewat tautan. Warga yang sudah mengisi kami bantu mengganti sandi dan melapor.',
    reference: 'Keterangan tertulis Dinas Sosial (contoh)',
  },
  others: [
    {
      claim: 'Gempa besar akan terjadi malam ini pukul 23.00.',
      title: 'Hoaks: ramalan gempa malam ini',
      verdict: 'false',
      reference: 'BMKG: gempa tidak dapat diramal waktunya (contoh)',
    },
    {
      claim: 'Imunisasi di sekolah membuat anak sakit.',
      title: 'Klarifikasi kabar tentang imunisasi sekolah',
      verdict: 'misleading',
      reference: 'Penjelasan Dinas Kesehatan (contoh)',
    },
    {
      claim: 'Gas elpiji 3 kg tidak dijual lagi di pengecer mulai besok.',
      title: 'Cek fakta: elpiji 3 kg di pengecer',
      verdict: 'misleading',
      reference: 'Surat edaran yang sebenarnya (contoh)',
    },
    {
      claim: 'Jembatan ditutup tiga hari untuk perbaikan.',
      title: 'Benar: jembatan ditutup tiga hari',
      verdict: 'true',
      reference: 'Pengumuman Dinas Pekerjaan Umum (contoh)',
    },
    {
      claim: 'Ada lowongan pabrik tanpa tes dengan membayar uang seragam.',
      title: 'Lowongan kerja berbayar: belum terbukti',
      verdict: 'unproven',
      reference: 'Masih ditanyakan ke Dinas Tenaga Kerja (contoh)',
    },
  ],
} as const
