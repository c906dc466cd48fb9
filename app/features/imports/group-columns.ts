import type { ListShape } from './columns'
import { fieldWords } from './imports.messages'
import { type ImportField, importFields } from './imports.schema'

/** Headings as offices write them, in the order in which they are tried: the more particular ones first. */
const headings: [ImportField, RegExp][] = [
  ['villageCode', /^(kode|kd)( wilayah)?( (desa|kelurahan|kampung|kel|kemendagri))*$|^kode (desa|kel)/],
  ['decreeValidUntil', /(berlaku|masa).*(sampai|hingga|akhir|berakhir|sd|s d)|^(akhir|masa berlaku|berlaku)/],
  ['decreeDate', /^(tanggal|tgl|tg)( |$).*\b(sk|surat keputusan)\b/],
  ['decreeIssuer', /penerbit|penandatangan|pejabat|yang mengesahkan|^sk oleh|pemberi sk/],
  ['decreeNumber', /^(no|nomor|nmr)( |$).*\b(sk|surat keputusan)\b|^sk( kim| pengukuhan| pembentukan)?$/],
  ['foundedOn', /berdiri|dibentuk|pembentukan|tgl lahir kim/],
  ['whatsapp', /^(no |nomor )?(wa|whatsapp|whats app|hp|handphone|telepon|telp|ponsel|kontak|no telp)\b/],
  ['email', /e ?mail|surel/],
  ['chairName', /ketua/],
  ['address', /alamat|sekretariat/],
  ['scope', /lingkup|jenis kim|tingkat|kategori|cakupan/],
  ['district', /^(nama )?(kecamatan|kec|distrik|kapanewon|kemantren)\b/],
  ['name', /^nama (kim|kelompok|komunitas)|^(kim|kelompok|nama)$|nama kim/],
  ['village', /^(nama )?(desa|kelurahan|kel|kampung|kalurahan|nagari|gampong|pekon|lembang|tiyuh)\b/],
]

/** The columns of an office's list of KIM. */
export const groupColumns: ListShape = {
  fields: importFields,
  words: fieldWords,
  headings,
  required: ['name', 'chairName'] satisfies ImportField[],
}
