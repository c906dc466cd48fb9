import { formatNumber, formatPercent } from '~/ui/format'
import { lists } from './list-kinds'
import { districtShares, type Measure, shares } from './measure'
import { officeMeasureKeys, officeMeasures } from './office-measures'
import type { RegionNumbers } from './region-numbers'

/** What maps show of groups and how active they are. */
export const groupMeasureKeys = [
  'desa-terdaftar',
  'desa-aktif',
  'kecamatan-aktif',
  'kim-per-kecamatan',
  'kim-aktif',
  'kegiatan',
] as const
type GroupMeasureKey = (typeof groupMeasureKeys)[number]

/** What a map can show, as it stands in addresses. */
export const measureKeys = [...groupMeasureKeys, ...officeMeasureKeys] as const
export type MeasureKey = (typeof measureKeys)[number]

/** Says after how many days a group is no longer active; the definitions of active measures go on with it. */
export function activeMeans(days: number): string {
  return `Aktif berarti punya paling sedikit satu kegiatan yang dikonfirmasi Dinas Kominfo dalam ${formatNumber(days)} hari terakhir.`
}

const noGroup = 'belum ada KIM terdaftar'

const groupMeasures: Record<GroupMeasureKey, Measure<RegionNumbers>> = {
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
    unknown: noGroup,
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
    unknown: noGroup,
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
    breaks: districtShares,
    none: 'tidak ada KIM aktif',
    unknown: noGroup,
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
    unknown: noGroup,
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
    unknown: noGroup,
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
    unknown: noGroup,
  },
}

export const measures = { ...groupMeasures, ...officeMeasures }

/** The value of a measure: a share of 1 (or more), or a count; null where it is not known or a part of nothing. */
export function measureValue<N>({ numerator, denominator }: Measure<N>, numbers: N): number | null {
  const part = numerator.of(numbers)
  if (part === null || !denominator) return part
  const whole = denominator.of(numbers)
  return whole === 0 ? null : part / whole
}

/** A value in words: `19,9%`, `212%`, `14`, or a dash where there is none. */
export function formatValue<N>(measure: Measure<N>, numbers: N): string {
  const value = measureValue(measure, numbers)
  if (value === null) return '–'
  const { numerator, denominator } = measure
  return denominator
    ? formatPercent(numerator.of(numbers) ?? 0, denominator.of(numbers))
    : formatNumber(value)
}

/** What a value is made of: `34 dari 171`; a count alone stays alone, and what is not known is a dash. */
export function formatParts<N>({ numerator, denominator }: Measure<N>, numbers: N): string {
  const part = numerator.of(numbers)
  if (part === null) return '–'
  return denominator
    ? `${formatNumber(part)} dari ${formatNumber(denominator.of(numbers))}`
    : formatNumber(part)
}

/** `Pacitan: 19,9% (34 dari 171)`, for whom the map is read aloud. */
export function describe<N>(measure: Measure<N>, name: string, numbers: N): string {
  if (measureValue(measure, numbers) === null) return `${name}: ${measure.unknown}`
  const value = formatValue(measure, numbers)
  return measure.denominator
    ? `${name}: ${value} (${formatParts(measure, numbers)})`
    : `${name}: ${value} ${lists[measure.numerator.list].unit}`
}

/** By how much a measure differs, in the words of its kind: `+3,2 poin persen`, `−4`. */
export function formatDifference<N>(measure: Measure<N>, from: N, to: N): string {
  const a = measureValue(measure, from)
  const b = measureValue(measure, to)
  if (a === null || b === null) return '–'
  const scaled = measure.denominator ? Math.round((b - a) * 1000) / 10 : b - a
  const sign = scaled > 0 ? '+' : scaled < 0 ? '−' : '±'
  return `${sign}${formatNumber(Math.abs(scaled))}${measure.denominator ? ' poin persen' : ''}`
}
