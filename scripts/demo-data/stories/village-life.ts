import { board, meeting, print, radio, type Story, site, social, use, whatsapp } from './story'

/** What a village goes through together. */
export const villageLifeStories: Story[] = [
  {
    topic: 'bencana',
    months: [11, 12, 1, 2, 3],
    weight: 4,
    titles: [
      () => 'Peringatan dini cuaca dari BMKG diteruskan ke warga',
      ({ village }) => `Jalur evakuasi ${village} dipasang di titik kumpul`,
    ],
    stories: [
      ({ village }) =>
        `Peringatan hujan lebat kami teruskan ke seluruh RT di ${village} beserta nomor yang dapat dihubungi. Sumber aslinya selalu kami cantumkan.`,
    ],
    functions: [['akses', 'diseminasi'], ['diseminasi']],
    channels: [use(whatsapp), use(radio, whatsapp), use(board)],
    reach: [60, 500],
    sources: ['members', 'guess'],
    partners: ['BPBD', ''],
    scene: 'river',
  },
  {
    topic: 'wisata-budaya',
    months: [8],
    weight: 16,
    titles: [
      ({ village }) => `Siaran langsung karnaval kemerdekaan ${village}`,
      () => 'Jadwal lomba 17 Agustus dan panitianya',
      ({ village }) => `Malam tasyakuran kemerdekaan di ${village}`,
    ],
    stories: [
      () =>
        'Seluruh rangkaian acara kami siarkan dan jadwalnya kami bagikan sejak awal bulan. Warga di perantauan ikut menonton.',
    ],
    functions: [['diseminasi'], ['diseminasi', 'networking']],
    channels: [use(social), use(social, board), use(radio)],
    reach: [120, 2400],
    sources: ['platform_statistics', 'guess'],
    partners: ['Karang taruna, panitia desa', ''],
    scene: 'stage',
  },
  {
    topic: 'wisata-budaya',
    weight: 4,
    titles: [
      ({ village }) => `Cerita rakyat ${village} direkam untuk arsip`,
      ({ regency }) => `Promosi wisata ${regency} lewat video pendek`,
    ],
    stories: [
      () =>
        'Kami merekam cerita para tetua, menulis ringkasannya, dan mengunggah potongannya setelah mereka setuju.',
    ],
    functions: [['diseminasi'], ['networking', 'diseminasi']],
    channels: [use(social), use(site, social)],
    reach: [80, 1800],
    sources: ['platform_statistics'],
    partners: ['Pokdarwis', 'Dinas Pariwisata', ''],
    scene: 'stage',
  },
  {
    topic: 'pemerintahan-desa',
    months: [12, 1, 6, 9],
    weight: 9,
    titles: [
      ({ village }) => `Ringkasan APBDes ${village} untuk warga`,
      ({ village }) => `Usulan warga untuk musyawarah pembangunan ${village}`,
      () => 'Warga menanyakan jalan rusak: jawaban kantor',
    ],
    stories: [
      () =>
        'Anggaran dan rencana kerja kami ringkas menjadi satu halaman bergambar. Usulan warga dikumpulkan lewat kotak saran dan grup, lalu diserahkan dalam musyawarah.',
    ],
    functions: [['aspirasi', 'diseminasi'], ['aspirasi'], ['diskusi', 'aspirasi']],
    channels: [use(board, whatsapp), use(meeting), use(print)],
    reach: [30, 260],
    sources: ['counted', 'guess', 'members'],
    present: [20, 70],
    partners: ['Pemerintah desa, BPD', ''],
    scene: 'hall',
  },
  {
    topic: 'lingkungan',
    weight: 5,
    titles: [
      ({ village }) => `Bank sampah ${village}: harga dan jadwal setor`,
      () => 'Tanam bibit pohon di bantaran sungai',
    ],
    stories: [
      () =>
        'Sampah yang dipilah kini punya jadwal jemput. Harga per kilogram kami perbarui setiap minggu di papan.',
    ],
    functions: [['implementasi', 'diseminasi'], ['implementasi']],
    channels: [use(board), use(whatsapp), use(meeting)],
    reach: [15, 150],
    sources: ['counted', 'members'],
    present: [10, 50],
    partners: ['Dinas Lingkungan Hidup', 'Karang taruna', ''],
    scene: 'river',
  },
  {
    topic: 'keamanan',
    weight: 3,
    titles: [
      () => 'Awas penipuan undangan digital dan file APK',
      ({ village }) => `Jadwal ronda ${village} bulan ini`,
    ],
    stories: [
      () =>
        'Dua warga hampir tertipu lewat pesan undangan. Kami menjelaskan cirinya dan cara melapor, dengan contoh layar.',
    ],
    functions: [['diseminasi'], ['diseminasi', 'diskusi']],
    channels: [use(whatsapp), use(meeting, whatsapp)],
    reach: [40, 300],
    sources: ['members', 'guess'],
    partners: ['Bhabinkamtibmas', ''],
    scene: 'poster',
  },
  {
    topic: 'lainnya',
    weight: 3,
    titles: [
      () => 'Kunjungan belajar ke KIM tetangga',
      ({ regency }) => `Rapat koordinasi forum KIM ${regency}`,
      () => 'Pelatihan menulis berita warga',
    ],
    stories: [
      () =>
        'Kami bertukar cara mengelola grup, membagi tugas meliput, dan sepakat saling meneruskan klarifikasi.',
    ],
    functions: [['networking'], ['networking', 'diskusi'], ['diskusi', 'implementasi']],
    channels: [use(meeting), []],
    reach: [8, 45],
    sources: ['attendance_list', 'counted'],
    present: [8, 40],
    partners: ['Dinas Kominfo, forum KIM', 'KIM tetangga'],
    scene: 'hall',
  },
]
