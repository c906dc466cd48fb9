import { formatNumber, formatPercent } from '~/ui/format'
import type { ListKind } from './list-kinds'
import type { RegionNumbers } from './region-numbers'

/** What a map can show, as it stands in addresses. */
export const measureKeys = [
  'desa-terdaftar',
  'desa-aktif',
  'kecamatan-aktif',
  'kim-per-kecamatan',
  'kim-aktif',
  'kegiatan',
] as const
export type MeasureKey = (typeof measureKeys)[number]

type Breaks = readonly [number, number, number, number]

export interface Measure {
  key: MeasureKey
  /** As a heading: "Desa dengan KIM terdaftar". */
  name: string
  /** As the head of a column. */
  short: string
  /** What it says and what it does not, for someone who has never seen it. */
  definition: string
  numerator: { words: string; of: (numbers: RegionNumbers) => number; list: ListKind }
  /** Null where something is only counted. */
  denominator: { words: string; of: (numbers: RegionNumbers) => number } | null
  /** Where the classes of a map begin: always the same, so that dates and regions can be compared. */
  breaks: Breaks
  /** What the emptiest class of a map is called. */
  none: string
}

/** Says after how many days a group is no longer active; the definitions of active measures go on with it. */
export function activeMeans(days: number): string {
  return `Aktif berarti punya paling sedikit satu kegiatan yang dikonfirmasi Dinas Kominfo dalam ${formatNumber(days)} hari terakhir.`
}

const shares: Breaks = [0.05, 0.1, 0.25, 0.5]

export const measures: Record<MeasureKey, Measure> = {
  'desa-terdaftar': {
    key: 'desa-terdaftar',
    name: 'Desa dengan KIM terdaftar',
    short: 'Desa ber-KIM',
    definition:
      'Berapa bagian desa, kelurahan dan kampung yang punya paling sedikit satu KIM terdaftar. KIM yang dibekukan atau ditutup tidak dihitung.',
    numerator: {
      words: 'desa, kelurahan dan kampung yang punya KIM terdaftar',
      of: ({ villagesWithGroup }) => villagesWithGroup,
      list: 'desa-terdaftar',
    },
    denominator: { words: 'semua desa, kelurahan dan kampung', of: ({ villages }) => villages },
    breaks: shares,
    none: 'belum ada KIM',
  },
  'desa-aktif': {
    key: 'desa-aktif',
    name: 'Desa dengan KIM aktif',
    short: 'Desa ber-KIM aktif',
    definition: 'Berapa bagian desa, kelurahan dan kampung yang punya paling sedikit satu KIM aktif.',
    numerator: {
      words: 'desa, kelurahan dan kampung yang punya KIM aktif',
      of: ({ villagesActive }) => villagesActive,
      list: 'desa-aktif',
    },
    denominator: { words: 'semua desa, kelurahan dan kampung', of: ({ villages }) => villages },
    breaks: shares,
    none: 'tidak ada KIM aktif',
  },
  'kecamatan-aktif': {
    key: 'kecamatan-aktif',
    name: 'Kecamatan dengan KIM aktif',
    short: 'Kecamatan ber-KIM aktif',
    definition:
      'Cakupan tingkat kecamatan, cara A: berapa bagian kecamatan atau distrik yang punya paling sedikit satu KIM aktif. Ada dua cara yang beredar; cara B adalah “KIM per kecamatan”.',
    numerator: {
      words: 'kecamatan atau distrik yang punya KIM aktif',
      of: ({ districtsActive }) => districtsActive,
      list: 'kecamatan-aktif',
    },
    denominator: { words: 'semua kecamatan dan distrik', of: ({ districts }) => districts },
    breaks: [0.1, 0.25, 0.5, 0.75],
    none: 'tidak ada KIM aktif',
  },
  'kim-per-kecamatan': {
    key: 'kim-per-kecamatan',
    name: 'KIM per kecamatan',
    short: 'KIM per kecamatan',
    definition:
      'Cakupan tingkat kecamatan, cara B: jumlah KIM terdaftar dibagi jumlah kecamatan atau distrik. Satu kecamatan boleh punya banyak KIM, jadi angkanya dapat melebihi 100% dan 100% tidak berarti semua kecamatan sudah punya KIM. Cara A adalah “Kecamatan dengan KIM aktif”.',
    numerator: { words: 'KIM terdaftar', of: ({ groups }) => groups, list: 'kim-terdaftar' },
    denominator: { words: 'semua kecamatan dan distrik', of: ({ districts }) => districts },
    breaks: [0.25, 0.5, 1, 2],
    none: 'belum ada KIM',
  },
  'kim-aktif': {
    key: 'kim-aktif',
    name: 'KIM terdaftar yang aktif',
    short: 'KIM yang aktif',
    definition:
      'Berapa bagian KIM terdaftar yang aktif. Sisanya kurang aktif atau vakum: terdaftar, tetapi kegiatannya tidak terdengar.',
    numerator: { words: 'KIM aktif', of: ({ activeGroups }) => activeGroups, list: 'kim-aktif' },
    denominator: { words: 'semua KIM terdaftar', of: ({ groups }) => groups },
    breaks: [0.2, 0.4, 0.6, 0.8],
    none: 'tidak ada yang aktif',
  },
  kegiatan: {
    key: 'kegiatan',
    name: 'Kegiatan dalam 30 hari',
    short: 'Kegiatan 30 hari',
    definition:
      'Berapa kegiatan yang berlangsung dalam 30 hari sampai tanggal ini dan sudah dikonfirmasi Dinas Kominfo. Kegiatan yang belum dikonfirmasi tidak dihitung.',
    numerator: {
      words: 'kegiatan terkonfirmasi dalam 30 hari',
      of: ({ recentActivities }) => recentActivities,
      list: 'kegiatan',
    },
    denominator: null,
    breaks: [5, 20, 50, 100],
    none: 'tidak ada kegiatan',
  },
}

/** The value of a measure: a share of 1 (or more), or a count; null where there is nothing to be a share of. */
export function measureValue({ numerator, denominator }: Measure, numbers: RegionNumbers): number | null {
  if (!denominator) return numerator.of(numbers)
  const whole = denominator.of(numbers)
  return whole === 0 ? null : numerator.of(numbers) / whole
}

/** A value in words: `19,9%`, `212%`, `14`, or a dash where there is none. */
export function formatValue(measure: Measure, numbers: RegionNumbers): string {
  const { numerator, denominator } = measure
  if (!denominator) return formatNumber(numerator.of(numbers))
  const whole = denominator.of(numbers)
  return whole === 0 ? '–' : formatPercent(numerator.of(numbers), whole)
}

/** What a value is made of: `34 dari 171`; a count alone stays alone. */
export function formatParts({ numerator, denominator }: Measure, numbers: RegionNumbers): string {
  const part = formatNumber(numerator.of(numbers))
  return denominator ? `${part} dari ${formatNumber(denominator.of(numbers))}` : part
}

/** `Pacitan: 19,9% (34 dari 171)`, for whom the map is read aloud. */
export function describe(measure: Measure, name: string, numbers: RegionNumbers): string {
  if (!measure.denominator) return `${name}: ${formatValue(measure, numbers)} kegiatan`
  if (measure.denominator.of(numbers) === 0) return `${name}: belum ada KIM terdaftar`
  return `${name}: ${formatValue(measure, numbers)} (${formatParts(measure, numbers)})`
}

/** By how much a measure differs, in the words of its kind: `+3,2 poin persen`, `−4`. */
export function formatDifference(measure: Measure, from: RegionNumbers, to: RegionNumbers): string {
  const a = measureValue(measure, from)
  const b = measureValue(measure, to)
  if (a === null || b === null) return '–'
  const scaled = measure.denominator ? Math.round((b - a) * 1000) / 10 : b - a
  const sign = scaled > 0 ? '+' : scaled < 0 ? '−' : '±'
  return `${sign}${formatNumber(Math.abs(scaled))}${measure.denominator ? ' poin persen' : ''}`
}
