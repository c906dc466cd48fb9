import { AppError } from '~/platform/errors'

/** A file that cannot be read to its end; what was stored before stays. */
const unreadable = (code: string, message: string) => new AppError(code, 422, message)

export const fileMissing = () =>
  unreadable('boundary_file_missing', 'Berkas atau folder ini tidak ditemukan. Periksa kembali namanya.')

export const fileClosed = () =>
  unreadable('boundary_file_closed', 'Berkas ini tidak dapat dibuka. Periksa apakah Anda boleh membacanya.')

export const folderEmpty = () =>
  unreadable(
    'boundary_folder_empty',
    'Folder ini tidak berisi berkas .geojson, .json, .geojsonl, .ndjson atau .sql.',
  )

export const otherFormat = () =>
  unreadable(
    'boundary_other_format',
    'Jenis berkas ini tidak dikenal. Yang dapat dibaca: GeoJSON (.geojson, .json, .geojsonl, .ndjson) dan SQL wilayah_boundaries (.sql).',
  )

export const fileEmpty = () => unreadable('boundary_file_empty', 'Berkas ini kosong.')

export const notUtf8 = (byte: number) =>
  unreadable(
    'boundary_not_utf8',
    `Isi berkas ini bukan teks UTF-8 (di sekitar bita ke-${byte}). Simpan ulang sebagai UTF-8.`,
  )

export const notJson = (features: number) =>
  unreadable('boundary_not_json', `Isi berkas ini bukan JSON yang benar; rusaknya ${after(features)}.`)

export const truncated = (features: number) =>
  unreadable(
    'boundary_truncated',
    `Berkas ini terpotong: isinya berhenti di tengah jalan ${after(features)}. Unduh atau salin ulang.`,
  )

export const notFeatures = (type: string) =>
  unreadable(
    'boundary_not_features',
    type === 'Topology'
      ? 'Berkas ini TopoJSON. Ubah dulu menjadi GeoJSON (FeatureCollection).'
      : 'Berkas ini bukan GeoJSON FeatureCollection, jadi tidak ada wilayah yang dapat dibaca.',
  )

export const noCodeProperty = (names: string[]) =>
  unreadable(
    'boundary_no_code',
    names.length === 0
      ? 'Wilayah di berkas ini tidak mempunyai properti, jadi kodenya tidak diketahui.'
      : `Tidak ada properti yang berisi kode wilayah Kemendagri. Yang ada: ${names.join(', ')}. Bila salah satunya kode wilayah, sebutkan dengan --kode=<properti>.`,
  )

export const noRows = () =>
  unreadable(
    'boundary_no_rows',
    'Tidak ada baris batas wilayah di berkas SQL ini. Yang dibaca: INSERT INTO … (kode, nama, lat, lng, path) VALUES (…).',
  )

export const brokenSql = (line: number) =>
  unreadable(
    'boundary_broken_sql',
    `Susunan SQL tidak dikenali di baris ${line}. Yang dibaca: INSERT INTO … (kode, nama, lat, lng, path) VALUES (…).`,
  )

export const truncatedSql = (line: number) =>
  unreadable(
    'boundary_truncated',
    `Berkas ini terpotong: pernyataan yang dimulai di baris ${line} tidak selesai. Unduh atau salin ulang.`,
  )

export const valueTooLong = (line: number) =>
  unreadable(
    'boundary_value_too_long',
    `Satu nilai di baris ${line} lebih dari 64 juta karakter. Pakai garis batas yang lebih sederhana.`,
  )

export const tooManyPoints = (limit: string) =>
  unreadable(
    'boundary_too_many_points',
    `Semua berkas bersama-sama memuat lebih dari ${limit} titik. Impor satu provinsi demi satu, atau pakai garis yang lebih sederhana.`,
  )

function after(features: number): string {
  return features === 0 ? 'sebelum wilayah pertama' : `sesudah wilayah ke-${features}`
}
