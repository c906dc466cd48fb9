import { meeting, print, type Story, social, use, whatsapp } from './story'

/** Children and school. */
export const learningStories: Story[] = [
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
]
