import type { ActivityFunction, Channel, ReachSource } from '~/features/activities/activities.schema'
import type { Scene } from './pictures'

/** The words of a place that stories are told with. */
export interface StoryPlace {
  /** "Kampung Nawaripi". */
  village: string
  /** "Distrik Mimika Baru". */
  district: string
  /** "Kabupaten Mimika". */
  regency: string
  provinceCode: string
}

/** What groups do, as it is told; one of each list is picked. */
export interface Story {
  topic: string
  /** Months of the year, 1 to 12; without them all the year round. */
  months?: number[]
  /** Only there. */
  province?: string
  weight: number
  titles: ((place: StoryPlace) => string)[]
  stories: ((place: StoryPlace) => string)[]
  functions: ActivityFunction[][]
  channels: { channel: Channel; platforms: string[] }[][]
  /** People reached, from and to. */
  reach: [number, number]
  sources: ReachSource[]
  /** People present, from and to; without it nobody counted. */
  present?: [number, number]
  partners: string[]
  scene: Scene
}

const whatsapp = { channel: 'media_sosial', platforms: ['WhatsApp'] } as const
const social = { channel: 'media_sosial', platforms: ['Facebook', 'Instagram', 'TikTok', 'YouTube'] } as const
const meeting = {
  channel: 'tatap_muka',
  platforms: ['Pertemuan warga', 'Posyandu', 'Rumah ke rumah'],
} as const
const board = { channel: 'luar_ruang', platforms: ['Papan informasi', 'Spanduk', 'Baliho'] } as const
const print = { channel: 'cetak', platforms: ['Selebaran', 'Buletin warga', 'Poster'] } as const
const radio = { channel: 'penyiaran', platforms: ['Radio komunitas', 'Pengeras suara balai', 'RRI'] } as const
const site = { channel: 'online', platforms: ['Situs desa', 'Blog kelompok'] } as const

const use = (...channels: { channel: Channel; platforms: readonly string[] }[]) =>
  channels.map(({ channel, platforms }) => ({ channel, platforms: [...platforms] }))

/** The daily life of groups, over the year. */
export const stories: Story[] = [
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
  {
    topic: 'anak-di-ruang-digital',
    weight: 5,
    titles: [
      () => 'Orang tua belajar mengatur HP anak',
      ({ village }) => `Kelas aman berinternet bagi remaja ${village}`,
    ],
    stories: [
      () =>
        'Kami menunjukkan cara menyetel batas usia, waktu layar dan cara melapor. Peserta mencoba di HP sendiri.',
    ],
    functions: [['diskusi', 'implementasi'], ['diseminasi'], ['implementasi']],
    channels: [use(meeting), use(meeting, social)],
    reach: [18, 75],
    sources: ['attendance_list'],
    present: [16, 60],
    partners: ['Sekolah, komite orang tua', 'Relawan TIK'],
    scene: 'hall',
  },
  {
    topic: 'pendidikan',
    months: [5, 6, 7],
    weight: 7,
    titles: [() => 'Tanya jawab penerimaan murid baru', ({ regency }) => `Syarat beasiswa daerah ${regency}`],
    stories: [
      () =>
        'Jalur, jadwal dan berkas penerimaan murid baru kami ringkas dalam satu lembar. Pertanyaan yang sama kami kumpulkan menjadi daftar tanya jawab.',
    ],
    functions: [['akses', 'diseminasi'], ['diseminasi']],
    channels: [use(whatsapp), use(print, whatsapp), use(social)],
    reach: [40, 380],
    sources: ['members', 'platform_statistics', 'guess'],
    partners: ['Dinas Pendidikan', ''],
    scene: 'poster',
  },
  {
    topic: 'sekolah-rakyat',
    weight: 2,
    titles: [() => 'Info pendaftaran Sekolah Rakyat untuk keluarga tidak mampu'],
    stories: [
      () =>
        'Pendamping sosial menjelaskan syaratnya. Tiga keluarga kami antar ke kantor untuk melengkapi berkas.',
    ],
    functions: [['akses', 'diseminasi']],
    channels: [use(meeting), use(whatsapp)],
    reach: [10, 80],
    sources: ['counted', 'guess'],
    partners: ['Dinas Sosial'],
    scene: 'hall',
  },
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

/** What the groups of Kabupaten Pacitan did in the week of the flood. */
export const flood: Story = {
  topic: 'bencana',
  weight: 1,
  titles: [
    ({ village }) => `Banjir ${village}: titik genangan dan jalur yang dapat dilalui`,
    ({ village }) => `Posko dan dapur umum ${village}`,
    () => 'Daftar kebutuhan pengungsi hari ini',
    ({ district }) => `Perkembangan tinggi air di ${district}`,
    ({ village }) => `Permintaan perahu dan air bersih dari ${village}`,
    () => 'Meluruskan kabar tanggul jebol',
  ],
  stories: [
    ({ village }) =>
      `Kami memperbarui keadaan di ${village} setiap tiga jam: jalan yang tergenang, rumah yang kosong, dan warga yang perlu dijemput. Data diteruskan ke posko kabupaten.`,
    () =>
      'Kebutuhan warga kami catat dari rumah ke rumah dan serahkan ke posko: selimut, popok, obat, air bersih. Yang sudah terpenuhi langsung dicoret supaya bantuan tidak menumpuk.',
    () =>
      'Pengurus berbagi tugas dengan Tagana dan karang taruna: satu di posko, satu di lapangan, satu menjawab pertanyaan keluarga di luar kota.',
  ],
  functions: [
    ['networking', 'aspirasi'],
    ['diseminasi', 'networking'],
    ['aspirasi'],
    ['akses', 'diseminasi', 'networking'],
  ],
  channels: [use(whatsapp), use(whatsapp, radio), use(meeting), use(social, radio)],
  reach: [80, 1500],
  sources: ['members', 'guess', 'platform_statistics'],
  partners: ['BPBD Kabupaten Pacitan, Tagana', 'Tagana, karang taruna, puskesmas', 'BPBD, PMI'],
  scene: 'river',
}

/** What offices ask back, and how groups answer. */
export const questions = [
  {
    comment: 'Mohon tambahkan jumlah yang hadir dan asal angkanya.',
    answer: 'Jumlah hadir sudah dilengkapi.',
  },
  {
    comment: 'Kapan dan di mana kegiatan ini berlangsung? Ceritanya masih terlalu singkat.',
    answer: 'Acara berlangsung pagi hari di balai.',
  },
  {
    comment: 'Apakah ini kegiatan yang sama dengan catatan sebelumnya?',
    answer: 'Ini pertemuan kedua, dengan peserta berbeda.',
  },
  {
    comment: 'Tolong sebutkan sumber informasinya.',
    answer: 'Sumbernya kami tulis: keterangan resmi dinas.',
  },
] as const
