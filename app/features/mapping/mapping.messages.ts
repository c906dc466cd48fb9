import type { Tone } from '~/ui/callout'
import type { FollowUp, ImportField, ImportStatus, RowClass, RowContent, RowSource } from './mapping.schema'
import type { MappingStatus } from './mapping.state'

export const mappingStatusWords: Record<MappingStatus, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: 'Direncanakan', tone: 'plain', meaning: 'Belum dimulai; belum ada yang dicatat.' },
  running: { label: 'Berjalan', tone: 'wait', meaning: 'Kelompok di desa-desa sedang didata.' },
  settled: { label: 'Ditetapkan', tone: 'good', meaning: 'Terkunci dan bernomor; menjadi dasar rencana.' },
}

export const classWords: Record<RowClass, { label: string; short: string; meaning: string }> = {
  kim: { label: 'KIM terdaftar', short: 'KIM', meaning: 'Sudah bernomor di registri.' },
  a: {
    label: 'Kelas (a): pengelola informasi',
    short: 'Calon (a)',
    meaning: 'Komunitas yang aktif mengelola dan menyebarkan informasi.',
  },
  b: {
    label: 'Kelas (b): pemberdayaan',
    short: 'Calon (b)',
    meaning:
      'Komunitas yang aktif memberdayakan masyarakat, yang dapat ditambahi fungsi penyebaran informasi.',
  },
}

export const followUpWords: Record<FollowUp, { label: string; meaning: string }> = {
  form: {
    label: 'Bentuk KIM',
    meaning: 'Ajak mendaftar sebagai KIM; pembentukannya oleh masyarakat sendiri.',
  },
  strengthen: { label: 'Perkuat', meaning: 'Bina: pelatihan, pendampingan, sarana.' },
  partner: { label: 'Kemitraan', meaning: 'Bekerja sama lewat kesepakatan tertulis.' },
  watch: { label: 'Pantau', meaning: 'Lihat lagi pada pemetaan berikutnya.' },
  none: { label: 'Belum ada usulan', meaning: 'Belum diputuskan, atau tidak perlu apa-apa.' },
}

export const sourceWords: Record<RowSource, string> = {
  entry: 'didata di desa',
  import: 'dari daftar yang diunggah',
  registry: 'dari registri KIM',
  copied: 'dari pemetaan sebelumnya',
}

export const fieldWords: Record<keyof RowContent, string> = {
  name: 'Nama kelompok',
  class: 'Kelas',
  kindCode: 'Jenis',
  contactName: 'Nama kontak',
  contact: 'Nomor HP atau e-mail',
  channels: 'Saluran',
  audience: 'Sasaran',
  topics: 'Topik',
  strength: 'Kekuatan',
  gap: 'Kekurangan',
  followUp: 'Usulan tindak lanjut',
  surveyedBy: 'Didata oleh',
  surveyedOn: 'Tanggal pendataan',
}

/** Where the two classes come from, for everyone who asks. */
export const classSource =
  'Dua kelas calon mengikuti rancangan perubahan peraturan (bahan rakor Juni 2022); istilah pada layar ini bawaan portal, bukan dari peraturan.'

/** The columns of a list as the portal writes them. */
export const columnWords: Record<ImportField, string> = {
  village: 'Desa',
  district: 'Kecamatan',
  villageCode: 'Kode desa',
  name: 'Nama kelompok',
  kind: 'Jenis',
  class: 'Kelas',
  followUp: 'Usulan',
  contactName: 'Nama kontak',
  contact: 'HP atau e-mail',
  channels: 'Saluran',
  audience: 'Sasaran',
  topics: 'Topik',
  strength: 'Kekuatan',
  gap: 'Kekurangan',
  surveyedBy: 'Didata oleh',
  surveyedOn: 'Tanggal pendataan',
}

export const importStatusWords: Record<ImportStatus, { label: string; tone: Tone }> = {
  uploaded: { label: 'Kolom belum dicocokkan', tone: 'wait' },
  checking: { label: 'Sedang diperiksa', tone: 'wait' },
  checked: { label: 'Sudah diperiksa', tone: 'wait' },
  refused: { label: 'Tidak dapat dibaca', tone: 'bad' },
  applying: { label: 'Sedang dimasukkan', tone: 'wait' },
  applied: { label: 'Sudah masuk', tone: 'good' },
  discarded: { label: 'Dibuang', tone: 'plain' },
}
