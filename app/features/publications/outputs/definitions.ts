import { activeMeans } from '~/features/coverage/measures'
import { edition } from '~/features/regions/read-region-files.server'
import { formatNumber } from '~/ui/format'
import type { Definition } from '../document'

export const definitions = {
  registered: {
    term: 'KIM terdaftar',
    words:
      'Komunitas Informasi Masyarakat yang bernomor registrasi di Simpul KIM dan pada tanggal itu tidak dibekukan dan tidak ditutup.',
  },
  village: {
    term: 'Desa',
    words: 'Desa, kelurahan dan kampung, dihitung menurut kode wilayah yang berlaku.',
  },
  recent: {
    term: 'Kegiatan 30 hari',
    words:
      'Kegiatan yang berlangsung dalam 30 hari sampai tanggal ini dan sudah dikonfirmasi Dinas Kominfo. Yang belum dikonfirmasi tidak dihitung.',
  },
  confirmed: {
    term: 'Kegiatan',
    words:
      'Kegiatan yang tanggalnya dalam periode dan sudah dikonfirmasi Dinas Kominfo saat data diambil. Yang menunggu, ditanyakan atau ditarik tidak dihitung.',
  },
  edition: { term: 'Wilayah menurut', words: `${edition.name}.` },
} as const satisfies Record<string, Definition>

/** When a group counts as active, and that the limits are ours. */
export function activityDefinitions(limits: { active: number; lessActive: number }): Definition[] {
  const portal = 'Batas hari ini pengaturan portal (bawaan), bukan dari peraturan.'
  return [
    { term: 'Aktif', words: `${activeMeans(limits.active)} ${portal}` },
    {
      term: 'Kurang aktif dan vakum',
      words: `Kurang aktif: kegiatan terakhirnya lebih dari ${formatNumber(limits.active)} sampai ${formatNumber(limits.lessActive)} hari yang lalu. Vakum: lebih lama, atau belum pernah ada. KIM yang vakum tetap masuk penyebut.`,
    },
  ]
}
