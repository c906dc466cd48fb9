import type { ListShape } from '~/features/imports/columns'
import { columnWords } from './mapping.messages'
import { type ImportField, importFields } from './mapping.schema'

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

/** The columns of a list of communities. */
export const listColumns: ListShape = {
  fields: importFields,
  words: columnWords,
  headings,
  required: ['name', 'kind', 'class'] satisfies ImportField[],
}
