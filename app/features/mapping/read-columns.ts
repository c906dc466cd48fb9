import { searchKey } from '~/platform/text'
import { columnWords } from './mapping.messages'
import { type ImportColumns, type ImportField, importFields } from './mapping.schema'

/** Headings as offices write them, in the order in which they are tried: the more particular ones first. */
const headings: [ImportField, RegExp][] = [
  ['villageCode', /^(kode|kd)( wilayah)?( (desa|kelurahan|kampung|kel|kemendagri))*$|^kode (desa|kel)/],
  ['surveyedOn', /^(tanggal|tgl)( |$)/],
  ['surveyedBy', /didata oleh|pendata|surveyor|petugas/],
  ['contactName', /^(nama )?(kontak|narahubung|ketua|pimpinan)$|^nama (kontak|narahubung|ketua|pimpinan)/],
  ['contact', /\b(hp|wa|whatsapp|telepon|telp|ponsel|e ?mail|surel)\b|^kontak/],
  ['channels', /saluran|kanal|media/],
  ['audience', /sasaran|khalayak|audiens/],
  ['topics', /topik|tema|isu/],
  ['strength', /kekuatan|kelebihan|potensi/],
  ['gap', /kekurangan|kelemahan|kendala|kebutuhan/],
  ['followUp', /usulan|tindak lanjut|rekomendasi/],
  ['class', /^kelas|golongan/],
  ['kind', /^jenis|kategori/],
  ['district', /^(nama )?(kecamatan|kec|distrik|kapanewon|kemantren)\b/],
  ['name', /^nama (kelompok|komunitas|organisasi|lembaga)|^(kelompok|komunitas|organisasi|lembaga|nama)$/],
  ['village', /^(nama )?(desa|kelurahan|kel|kampung|kalurahan|nagari|gampong|pekon|lembang|tiyuh)\b/],
]

/** The field that a heading most likely names. */
export function fieldOf(heading: string): ImportField | undefined {
  const key = searchKey(heading)
  return key === '' ? undefined : headings.find(([, pattern]) => pattern.test(key))?.[0]
}

/** Which column holds what; of two with the same heading the first. */
export function columnsOf(cells: string[]): ImportColumns {
  const fields = cells.map(fieldOf)
  return Object.fromEntries(
    importFields.flatMap((field): [ImportField, number][] => {
      const at = fields.indexOf(field)
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

const required: ImportField[] = ['name', 'kind', 'class']

/** What is missing for the rows to be read, in words; null when nothing is. */
export function columnsMissing(columns: ImportColumns): string | null {
  const place = columns.village === undefined && columns.villageCode === undefined
  const missing = [
    ...(place ? [`“${columnWords.village}” atau “${columnWords.villageCode}”`] : []),
    ...required.filter((field) => columns[field] === undefined).map((field) => `“${columnWords[field]}”`),
  ]
  if (missing.length === 0) return null
  return `Kolom ${missing.join(', ')} tidak ditemukan pada baris judul. Beri judul kolom seperti pada contoh daftar, lalu unggah lagi. Tidak ada yang masuk.`
}
