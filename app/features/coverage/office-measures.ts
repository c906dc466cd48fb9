import { districtShares, type Measure, shares } from './measure'

/** What maps show of the mappings and partnerships of offices. */
export const officeMeasureKeys = [
  'desa-bercalon',
  'desa-kosong',
  'kecamatan-terpetakan',
  'kemitraan',
  'kecamatan-bermitra',
] as const
export type OfficeMeasureKey = (typeof officeMeasureKeys)[number]

/** Measures of what settled mappings found: they are of the days of settling. */
export function isOfMappings(key: string): boolean {
  return ['desa-bercalon', 'desa-kosong', 'kecamatan-terpetakan'].includes(key)
}

const mapped = {
  words: 'desa, kelurahan dan kampung yang sudah dipetakan',
  of: ({ mapped: { villages } }) => villages,
} satisfies Measure['denominator']

const ofMappings =
  'Dihitung pada hari pemetaan terbaru tiap kabupaten/kota ditetapkan; daerah yang pemetaannya belum ditetapkan di portal ini tidak ikut dihitung.'
const notMapped = 'belum ada pemetaan yang ditetapkan'
const notKept = 'keadaan tanggal yang lalu tidak disimpan'
const ofToday = 'Hanya diketahui untuk hari ini.'

export const officeMeasures: Record<OfficeMeasureKey, Measure> = {
  'desa-bercalon': {
    key: 'desa-bercalon',
    name: 'Desa dengan calon KIM',
    short: 'Desa bercalon KIM',
    definition: `Berapa bagian desa, kelurahan dan kampung yang punya calon KIM: kelompok yang giat menyebarkan informasi atau memberdayakan warga, tetapi belum terdaftar sebagai KIM. ${ofMappings} Nama kelompoknya tidak dibuka untuk umum.`,
    numerator: {
      words: 'desa, kelurahan dan kampung yang punya calon KIM',
      of: ({ mapped: { withCandidate } }) => withCandidate,
      list: 'desa-bercalon',
    },
    denominator: mapped,
    breaks: shares,
    none: 'tanpa calon, atau belum dipetakan',
    unknown: notMapped,
  },
  'desa-kosong': {
    key: 'desa-kosong',
    name: 'Desa tanpa KIM dan tanpa calon',
    short: 'Desa tanpa apa pun',
    definition: `Berapa bagian desa, kelurahan dan kampung yang tidak punya KIM dan tidak punya calon KIM. Di sana kelompok perlu dibentuk dari awal. ${ofMappings}`,
    numerator: {
      words: 'desa, kelurahan dan kampung tanpa KIM dan tanpa calon',
      of: ({ mapped: { withNothing } }) => withNothing,
      list: 'desa-kosong',
    },
    denominator: mapped,
    breaks: shares,
    none: 'tidak ada, atau belum dipetakan',
    unknown: notMapped,
  },
  'kecamatan-terpetakan': {
    key: 'kecamatan-terpetakan',
    name: 'Kecamatan yang sudah dipetakan',
    short: 'Kecamatan dipetakan',
    definition:
      'Berapa bagian kecamatan atau distrik yang tercakup pemetaan yang sudah ditetapkan. Satu pemetaan mencakup satu kabupaten atau kota. Pemetaan yang masih berjalan, atau yang dibuat di luar portal ini, tidak dihitung.',
    numerator: {
      words: 'kecamatan atau distrik dengan pemetaan yang sudah ditetapkan',
      of: ({ mapped: { districts } }) => districts,
      list: 'kecamatan-terpetakan',
    },
    denominator: { words: 'semua kecamatan dan distrik', of: ({ districts }) => districts },
    breaks: districtShares,
    none: 'belum dipetakan',
    unknown: notMapped,
  },
  kemitraan: {
    key: 'kemitraan',
    name: 'Kemitraan yang berlaku',
    short: 'Kemitraan berlaku',
    definition: `Berapa kemitraan Dinas Kominfo di wilayah ini yang berlaku, termasuk yang berakhir dalam 90 hari. Usulan tidak dihitung. Angka provinsi dan Indonesia memuat juga kemitraan dinas provinsi dan kementerian, jadi dapat lebih besar daripada jumlah daerah di bawahnya; untuk kecamatan, yang dihitung ialah kemitraan yang mitranya di sana. ${ofToday}`,
    numerator: {
      words: 'kemitraan yang berlaku',
      of: ({ partnerships }) => partnerships?.partnerships ?? null,
      list: 'kemitraan',
    },
    denominator: null,
    breaks: [2, 5, 10, 20],
    none: 'tidak ada kemitraan, atau tidak diketahui',
    unknown: notKept,
    todayOnly: true,
  },
  'kecamatan-bermitra': {
    key: 'kecamatan-bermitra',
    name: 'Kecamatan dengan kemitraan',
    short: 'Kecamatan bermitra',
    definition: `Berapa bagian kecamatan atau distrik tempat mitra atau KIM dari kemitraan yang berlaku. Mitra yang wilayahnya lebih luas daripada satu kecamatan tidak dihitung di sini. ${ofToday}`,
    numerator: {
      words: 'kecamatan atau distrik tempat mitra dari kemitraan yang berlaku',
      of: ({ partnerships }) => partnerships?.districts ?? null,
      list: 'kecamatan-bermitra',
    },
    denominator: { words: 'semua kecamatan dan distrik', of: ({ districts }) => districts },
    breaks: districtShares,
    none: 'tidak ada kemitraan, atau tidak diketahui',
    unknown: notKept,
    todayOnly: true,
  },
}
