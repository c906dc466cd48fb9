/** What an output tells of: the state on a day, the state now that has no past, or what happened in months. */
export type PeriodKind = 'day' | 'now' | 'months' | 'year'

interface OutputWords {
  title: string
  /** What it is for, in a sentence. */
  lead: string
  period: PeriodKind
}

/** The outputs of an office, as they stand in addresses. */
export const officeOutputs = ['kim', 'kegiatan', 'sasaran', 'kecamatan', 'kemitraan', 'tahunan'] as const
export type OfficeOutput = (typeof officeOutputs)[number]
/** An office's, or the one that a group makes for itself. */
export type OutputKey = OfficeOutput | 'pertanggungjawaban'

export const outputWords: Record<OutputKey, OutputWords> = {
  kim: {
    title: 'Rekapitulasi KIM menurut kecamatan',
    lead: 'Berapa KIM terdaftar di tiap kecamatan, berapa yang aktif, dan desa mana yang sudah punya.',
    period: 'day',
  },
  kegiatan: {
    title: 'Kegiatan menurut fungsi, saluran dan topik',
    lead: 'Kegiatan yang sudah dikonfirmasi dalam satu periode, dan jangkauan yang disebut kelompok.',
    period: 'months',
  },
  sasaran: {
    title: 'Bukti pendukung sasaran penyebaran informasi publik',
    lead: 'Penduduk usia 16–64 tahun dan jangkauan KIM lewat enam saluran, untuk mendampingi hasil survei.',
    period: 'year',
  },
  kecamatan: {
    title: 'Cakupan KIM di tingkat kecamatan',
    lead: 'Kedua cara menghitung yang beredar, berdampingan dan diberi nama, dengan pembilang dan penyebutnya.',
    period: 'day',
  },
  kemitraan: {
    title: 'Daftar kemitraan',
    lead: 'Dengan siapa dinas bekerja sama, dengan dokumen apa, dan sampai kapan.',
    period: 'now',
  },
  tahunan: {
    title: 'Laporan tahunan',
    lead: 'Satu tahun dalam satu dokumen: KIM, cakupan, kegiatan, laporan berkala, pemetaan, kemitraan dan sasaran, dengan peta dan perjalanannya.',
    period: 'year',
  },
  pertanggungjawaban: {
    title: 'Lembar pertanggungjawaban KIM',
    lead: 'Kegiatan, bukti, uang yang diterima dan dipakai, tempat tanda tangan, dan satu halaman foto.',
    period: 'months',
  },
}

/** True for a key that stands for an output. */
export function isOutput(key: string): key is OutputKey {
  return Object.hasOwn(outputWords, key)
}
