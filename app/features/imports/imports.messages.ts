import type { Tone } from '~/ui/callout'
import type { ImportField, ImportStatus } from './imports.schema'

/** What a column may hold, as the officer reads it. */
export const fieldWords: Record<ImportField, string> = {
  village: 'Desa atau kelurahan',
  district: 'Kecamatan',
  villageCode: 'Kode desa',
  name: 'Nama KIM',
  scope: 'Lingkup',
  foundedOn: 'Tanggal berdiri',
  chairName: 'Nama ketua',
  decreeNumber: 'Nomor SK',
  decreeDate: 'Tanggal SK',
  decreeIssuer: 'Penerbit SK',
  decreeValidUntil: 'SK berlaku sampai',
  address: 'Alamat sekretariat',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
}

export const importStatusWords: Record<ImportStatus, string> = {
  uploaded: 'Kolom belum dicocokkan',
  checked: 'Sudah diperiksa',
  applied: 'Sudah masuk',
  discarded: 'Dibuang',
}

export const importStatusTones: Record<ImportStatus, Tone> = {
  uploaded: 'wait',
  checked: 'wait',
  applied: 'good',
  discarded: 'plain',
}
