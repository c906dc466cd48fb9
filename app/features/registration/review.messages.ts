import { documentWords } from '~/features/documents/documents.messages'
import { sectionWords } from './registration.messages'
import type { ReviewItem } from './registration.schema'

/** Sections and documents as the office and the group name them; a document says that it is a file. */
export const reviewItemWords: Record<ReviewItem, string> = {
  ...sectionWords,
  decree: `Berkas ${documentWords.decree}`,
  minutes: `Berkas ${documentWords.minutes}`,
  statutes: `Berkas ${documentWords.statutes}`,
}

const unreadable = 'Berkas tidak terbaca. Unggah ulang pindaian atau foto yang jelas.'
const otherDocument = 'Berkas yang diunggah bukan dokumen yang diminta.'

/** Reasons that officers give again and again, offered so that nobody types them twice. */
export const commonReasons: Record<ReviewItem, readonly string[]> = {
  identity: [
    'Desa, kelurahan atau kampung yang dipilih tidak sesuai dengan SK.',
    'Nama kelompok tidak sama dengan nama pada SK.',
    'Alamat sekretariat belum lengkap.',
  ],
  formation: [
    'Nomor atau tanggal SK tidak sama dengan berkasnya.',
    'Masa berlaku SK sudah berakhir.',
    'Tanggal musyawarah belum diisi atau tidak sesuai berita acara.',
  ],
  board: [
    'Susunan pengurus tidak sama dengan SK.',
    'Sekretaris atau bendahara belum diisi.',
    'Jumlah pengurus dan anggota belum mencukupi.',
  ],
  contact: ['Nomor WhatsApp atau e-mail tidak dapat dihubungi.', 'Alamat media sosial tidak dapat dibuka.'],
  decree: [unreadable, otherDocument, 'SK belum ditandatangani.'],
  minutes: [unreadable, otherDocument, 'Berita acara belum ditandatangani peserta musyawarah.'],
  statutes: [unreadable, otherDocument, 'AD/ART belum lengkap.'],
}
