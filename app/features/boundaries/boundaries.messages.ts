import type { RegionLevel } from '~/features/regions/regions.tables'
import { formatNumber } from '~/ui/format'
import type { Flaw, FlawKind } from './check-outline'

/** A level as the importer speaks of it. */
export const levelWords: Record<RegionLevel, string> = {
  province: 'provinsi',
  regency: 'kabupaten/kota',
  district: 'kecamatan/distrik',
  village: 'desa/kelurahan/kampung',
}

const flawWords: Record<FlawKind, string> = {
  empty: 'tidak ada garis batas yang dapat digambar',
  not_numbers: 'ada titik yang bukan sepasang angka',
  too_few_points: 'garisnya kurang dari 4 titik',
  unclosed: 'garisnya tidak tertutup: titik pertama dan titik terakhir berbeda',
  no_area: 'garisnya tidak mempunyai luas',
  swapped: 'urutan lintang dan bujur tertukar; tukar dulu urutannya lalu impor lagi',
  not_degrees: 'koordinatnya bukan derajat; ubah dulu ke WGS 84 (EPSG:4326)',
  outside: 'ada titik di luar Indonesia',
  speck: 'keping yang lebih kecil dari 100 meter dan tanpa luas dilewati',
  crosses_itself: 'garisnya memotong dirinya sendiri; tetap dipakai',
  loose_hole: 'lubang ini di luar garis luarnya; dipakai sebagai bagian tersendiri',
}

/** "poligon 2, garis luar: garisnya tidak tertutup …; 3 garis lain sama". */
export function flawSentence({ kind, piece, hole, rings, point }: Flaw): string {
  const where = `poligon ${formatNumber(piece)}, ${hole === 0 ? 'garis luar' : `lubang ${formatNumber(hole)}`}`
  const told = point ? ` (${point.join(', ')})` : ''
  const others = rings > 1 ? `; begitu juga ${formatNumber(rings - 1)} garis lain` : ''
  return `${where}: ${flawWords[kind]}${told}${others}.`
}

/** `35.01.01` for `350101`. */
export function dotted(code: string): string {
  return [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6)].filter(Boolean).join('.')
}

/** What is said of a region that cannot be taken as it is. */
export const regionSentences = {
  noGeometry: 'Tidak ada garis batas (geometri kosong).',
  otherGeometry: (type: string) =>
    `Bentuknya ${type === 'path' ? 'tidak dikenali' : type}; yang dipakai Polygon atau MultiPolygon.`,
  tooDetailed: (points: number) =>
    `Garis batasnya ${formatNumber(points)} titik; paling banyak 3 juta. Pakai garis yang lebih sederhana.`,
  noCode: (property: string) => `Properti ${property} kosong, jadi kodenya tidak diketahui.`,
  notCode: (value: string) =>
    `“${value}” bukan kode wilayah Kemendagri (2, 4, 6 atau 10 angka).${codeHint(value)}`,
  unknown: 'Kode ini tidak ada di daftar wilayah portal.',
  ended: (until: string) => `Kode ini tidak berlaku lagi sejak ${until}.`,
  duplicate: (place: string) => `Kode ini sudah ada di ${place}.`,
  sameTwice: (count: number, file: string) =>
    `${formatNumber(count)} wilayah sama persis dengan yang di ${file}; dipakai satu kali.`,
  otherName: (written: string, known: string) => `Namanya “${written}”; di portal “${known}”.`,
  skipped: 'Dilewati.',
}

function codeHint(value: string): string {
  const digits = value.replace(/\D/g, '').length
  if (digits === 7) return ' Tujuh angka biasanya kode BPS.'
  if (digits === 3 || digits === 5) return ' Bila nol di belakang hilang, simpan kodenya sebagai teks.'
  return ''
}
