import { board, meeting, print, radio, type Story, site, social, use, whatsapp } from './story'

/** Services, trade and fields. */
export const livelihoodStories: Story[] = [
  {
    topic: 'koperasi-merah-putih',
    weight: 5,
    titles: [
      ({ village }) => `Sosialisasi Koperasi Merah Putih ${village}`,
      () => 'Tanya jawab syarat menjadi anggota koperasi',
      ({ village }) => `Hasil rapat anggota koperasi ${village}`,
    ],
    stories: [
      ({ village }) =>
        `Pengurus koperasi menjelaskan usaha yang akan dijalankan di ${village}: sembako, pupuk dan simpan pinjam. Pertanyaan warga kami catat dan bagikan beserta jawabannya.`,
    ],
    functions: [['diseminasi', 'diskusi'], ['diskusi'], ['akses', 'diseminasi']],
    channels: [use(meeting), use(meeting, whatsapp), use(site)],
    reach: [25, 160],
    sources: ['attendance_list', 'counted'],
    present: [20, 90],
    partners: ['Pengurus koperasi', 'Dinas Koperasi dan UKM'],
    scene: 'hall',
  },
  {
    topic: 'layanan-publik',
    weight: 9,
    titles: [
      ({ village }) => `Jemput bola KTP dan KK di ${village}`,
      () => 'Cara mengurus akta kelahiran tanpa calo',
      ({ district }) => `Jadwal layanan keliling ${district}`,
      () => 'Cara memeriksa penerima bantuan sosial sendiri',
    ],
    stories: [
      ({ regency }) =>
        `Kami menyebarkan jadwal dan syarat layanan dari Disdukcapil ${regency}, lalu membantu warga menyiapkan berkas supaya tidak bolak-balik.`,
      () =>
        'Banyak pertanyaan tentang berkas yang hilang. Kami menanyakannya ke kantor dan menempel jawabannya di papan informasi.',
    ],
    functions: [['akses', 'diseminasi'], ['diseminasi'], ['akses'], ['diseminasi', 'aspirasi']],
    channels: [use(whatsapp), use(board, whatsapp), use(meeting), use(radio), use(print)],
    reach: [30, 400],
    sources: ['members', 'counted', 'guess'],
    partners: ['Disdukcapil', 'Kantor desa', ''],
    scene: 'poster',
  },
  {
    topic: 'umkm',
    weight: 7,
    titles: [
      ({ village }) => `Pelatihan foto produk untuk UMKM ${village}`,
      () => 'Pendampingan pendaftaran NIB bagi pelaku usaha',
      ({ village }) => `Etalase daring: keripik dan kopi dari ${village}`,
    ],
    stories: [
      () =>
        'Peserta belajar memotret dengan HP, menulis keterangan dan menghitung harga. Hasilnya langsung diunggah ke akun masing-masing.',
      () => 'Sebelas pelaku usaha mendapat NIB hari itu juga; sisanya melengkapi berkas minggu depan.',
    ],
    functions: [['implementasi'], ['implementasi', 'diseminasi'], ['networking', 'implementasi']],
    channels: [use(meeting), use(social), use(meeting, social)],
    reach: [12, 900],
    sources: ['attendance_list', 'platform_statistics'],
    present: [8, 30],
    partners: ['Dinas Koperasi dan UKM', 'Karang taruna', ''],
    scene: 'market',
  },
  {
    topic: 'pertanian',
    months: [10, 11, 12, 1, 3, 4],
    province: '35',
    weight: 8,
    titles: [
      () => 'Jadwal tanam dan gilir air musim ini',
      ({ village }) => `Harga gabah dan pupuk minggu ini di ${village}`,
      () => 'Mengenali wereng sebelum terlambat',
    ],
    stories: [
      ({ district }) =>
        `Penyuluh pertanian ${district} menjelaskan waktu tanam dan cara melapor serangan hama. Ringkasannya kami bacakan sesudah pengajian dan dibagikan di grup tani.`,
    ],
    functions: [['akses', 'diseminasi'], ['diseminasi', 'implementasi'], ['diskusi']],
    channels: [use(whatsapp), use(meeting), use(radio, whatsapp)],
    reach: [25, 180],
    sources: ['members', 'counted'],
    present: [15, 45],
    partners: ['PPL Pertanian, kelompok tani', ''],
    scene: 'field',
  },
  {
    topic: 'pertanian',
    province: '94',
    weight: 7,
    titles: [
      ({ village }) => `Mama-mama ${village} belajar mengolah sagu kemasan`,
      () => 'Harga hasil kebun di pasar minggu ini',
      ({ village }) => `Kebun ubi bersama ${village}`,
    ],
    stories: [
      ({ village }) =>
        `Di para-para ${village} kami membahas hasil kebun dan harga di pasar. Informasi harga ditulis di papan dan dibacakan seusai ibadah.`,
    ],
    functions: [['diskusi', 'implementasi'], ['akses', 'diseminasi'], ['implementasi']],
    channels: [use(meeting), use(board, meeting), use(radio)],
    reach: [12, 90],
    sources: ['counted', 'guess'],
    present: [10, 40],
    partners: ['Dinas Pertanian', 'Gereja setempat', ''],
    scene: 'field',
  },
]
