import type { ActivityState } from '~/features/coverage/activity-state'
import type { ActivityStatus } from './activities.state'
import type { ActivityEventKind, ActivityFunction, Channel, ReachSource, Verdict } from './activity-kinds'

/** ADINDA in words (domain facts 3.2). */
export const functionWords: Record<ActivityFunction, { label: string; meaning: string }> = {
  akses: { label: 'Akses informasi', meaning: 'Mencari informasi dari sumbernya' },
  diskusi: { label: 'Diskusi', meaning: 'Membahasnya dengan anggota dan warga' },
  implementasi: { label: 'Implementasi', meaning: 'Memakainya dalam kehidupan sehari-hari' },
  networking: { label: 'Networking', meaning: 'Berjejaring dengan kelompok dan lembaga' },
  diseminasi: { label: 'Diseminasi', meaning: 'Menyebarkannya kepada warga' },
  aspirasi: { label: 'Aspirasi', meaning: 'Menampung dan meneruskan suara warga' },
}

export const channelNames: Record<Channel, string> = {
  cetak: 'Cetak',
  penyiaran: 'Penyiaran',
  online: 'Online',
  media_sosial: 'Media sosial',
  luar_ruang: 'Luar ruang',
  tatap_muka: 'Tatap muka',
}

export const reachSourceWords: Record<ReachSource, string> = {
  counted: 'Dihitung di tempat',
  attendance_list: 'Daftar hadir',
  platform_statistics: 'Angka dari media sosial atau situs',
  members: 'Jumlah anggota grup atau pelanggan',
  guess: 'Perkiraan saja',
}

export const verdictWords: Record<Verdict, string> = {
  false: 'Salah',
  misleading: 'Menyesatkan',
  true: 'Benar',
  unproven: 'Belum terbukti',
}

export const activityStatusWords: Record<
  ActivityStatus,
  { label: string; tone: 'wait' | 'good' | 'bad' | 'plain' }
> = {
  submitted: { label: 'Menunggu konfirmasi', tone: 'wait' },
  returned: { label: 'Ditanyakan dinas', tone: 'wait' },
  confirmed: { label: 'Dikonfirmasi', tone: 'good' },
  withdrawn: { label: 'Ditarik', tone: 'plain' },
}

export const activityEventWords: Record<ActivityEventKind, string> = {
  submitted: 'Dikirim',
  edited: 'Diubah',
  photo_added: 'Foto ditambahkan',
  photo_removed: 'Foto dihapus',
  confirmed: 'Dikonfirmasi dinas',
  returned: 'Ditanyakan dinas',
  withdrawn: 'Ditarik kelompok',
}

export const activityStateWords: Record<ActivityState, string> = {
  active: 'Aktif',
  less_active: 'Kurang aktif',
  dormant: 'Vakum',
}
