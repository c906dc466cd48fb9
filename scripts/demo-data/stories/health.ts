import { board, meeting, print, radio, type Story, social, use, whatsapp } from './story'

/** Health and food, over the year. */
export const healthStories: Story[] = [
  {
    topic: 'stunting',
    weight: 9,
    titles: [
      ({ village }) => `Penyuluhan gizi balita di Posyandu ${village}`,
      ({ village }) => `Jadwal timbang balita bulan ini untuk warga ${village}`,
      () => 'Ibu-ibu belajar membuat makanan pendamping dari bahan lokal',
    ],
    stories: [
      ({ village }) =>
        `Bersama kader dan bidan, kami membagikan jadwal timbang dan menjelaskan tanda anak kurang gizi kepada orang tua di ${village}. Ibu yang belum datang kami hubungi lewat grup warga.`,
      ({ district }) =>
        `Petugas puskesmas ${district} menjelaskan pentingnya seribu hari pertama. Kami menyiapkan lembar ringkas dan menjawab pertanyaan sesudahnya.`,
    ],
    functions: [['diseminasi'], ['diseminasi', 'diskusi'], ['akses', 'diseminasi'], ['implementasi']],
    channels: [use(meeting), use(meeting, whatsapp), use(whatsapp, print)],
    reach: [18, 140],
    sources: ['attendance_list', 'counted', 'members'],
    present: [12, 60],
    partners: ['Puskesmas, kader posyandu', 'TP PKK, bidan desa', ''],
    scene: 'hall',
  },
  {
    topic: 'kesehatan',
    months: [11, 12, 1, 2, 3],
    weight: 6,
    titles: [
      ({ village }) => `Ajakan 3M Plus cegah demam berdarah di ${village}`,
      () => 'Periksa jentik bersama: hasil minggu ini',
      ({ village }) => `Kerja bakti bersih selokan ${village}`,
    ],
    stories: [
      () =>
        'Musim hujan datang dan kasus demam berdarah naik. Kami mengajak warga menguras tampungan air setiap Jumat dan membagikan hasil pemeriksaan jentik per RT.',
      ({ village }) =>
        `Warga ${village} membersihkan selokan dan mengubur barang bekas. Foto dan daftar titik rawan kami bagikan di grup.`,
    ],
    functions: [['diseminasi', 'implementasi'], ['diseminasi'], ['implementasi']],
    channels: [use(whatsapp), use(meeting, whatsapp), use(radio, board)],
    reach: [40, 320],
    sources: ['members', 'counted', 'guess'],
    present: [15, 70],
    partners: ['Puskesmas', 'Ketua RT', ''],
    scene: 'field',
  },
  {
    topic: 'cek-kesehatan-gratis',
    weight: 5,
    titles: [
      ({ district }) => `Cara mendaftar Cek Kesehatan Gratis di ${district}`,
      ({ village }) => `Warga lansia ${village} diantar Cek Kesehatan Gratis`,
    ],
    stories: [
      () =>
        'Banyak warga belum tahu bahwa pemeriksaan ini tidak dipungut biaya. Kami menjelaskan cara mendaftar lewat aplikasi dan membantu yang tidak punya HP.',
    ],
    functions: [['akses', 'diseminasi'], ['diseminasi', 'implementasi'], ['akses']],
    channels: [use(whatsapp, print), use(meeting), use(social)],
    reach: [25, 260],
    sources: ['counted', 'members', 'platform_statistics'],
    present: [10, 40],
    partners: ['Puskesmas', ''],
    scene: 'poster',
  },
  {
    topic: 'tbc',
    weight: 3,
    titles: [
      () => 'TBC bisa sembuh: obrolan dengan mantan pasien',
      ({ village }) => `Kenali gejala TBC, info untuk warga ${village}`,
    ],
    stories: [
      () =>
        'Seorang warga yang sudah sembuh bercerita tentang pengobatan enam bulan. Warga yang batuk lebih dari dua minggu diajak periksa ke puskesmas.',
    ],
    functions: [['diskusi', 'diseminasi'], ['diseminasi']],
    channels: [use(meeting), use(radio), use(whatsapp)],
    reach: [15, 120],
    sources: ['attendance_list', 'guess'],
    present: [10, 45],
    partners: ['Puskesmas, kader TBC'],
    scene: 'hall',
  },
  {
    topic: 'makan-bergizi-gratis',
    weight: 4,
    titles: [
      ({ village }) => `Menu dan jadwal makan bergizi di sekolah ${village}`,
      () => 'Masukan orang tua tentang makan bergizi diteruskan ke sekolah',
    ],
    stories: [
      () =>
        'Kami mengumpulkan pertanyaan orang tua murid, menanyakannya ke sekolah dan dapur penyedia, lalu membagikan jawabannya.',
    ],
    functions: [['akses', 'aspirasi'], ['aspirasi'], ['diseminasi']],
    channels: [use(whatsapp), use(meeting, whatsapp)],
    reach: [30, 210],
    sources: ['members', 'guess'],
    partners: ['SD setempat', ''],
    scene: 'poster',
  },
]
