import { officeName, type Place } from '~/features/regions/places'
import type { ChannelKind, GroupScope, IssuerKind, Post } from './groups.schema'
import type { GroupStatus } from './groups.state'

export const groupStatusWords: Record<GroupStatus, string> = {
  registered: 'Terdaftar',
  suspended: 'Dibekukan sementara',
  closed: 'Ditutup',
}

export const scopeWords: Record<GroupScope, string> = {
  village: 'Desa, kelurahan atau kampung',
  neighbourhood: 'Padukuhan, dusun atau RW',
  district: 'Kecamatan atau distrik',
  pkk: 'PKK',
  business: 'Komunitas UMKM',
  regency_forum: 'Forum KIM',
  other: 'Lainnya',
}

export const issuerWords: Record<IssuerKind, string> = {
  village_head: 'Kepala desa, lurah atau kepala kampung',
  camat: 'Camat atau kepala distrik',
  dinas: 'Dinas Kominfo kabupaten/kota',
  regent: 'Bupati atau wali kota',
  other: 'Lainnya',
}

/** Heads of villages and districts that are not called "kepala …". */
const headTitles: Record<string, string> = {
  kelurahan: 'Lurah',
  kalurahan: 'Lurah',
  nagari: 'Wali nagari',
  gampong: 'Keuchik',
  kecamatan: 'Camat',
  kapanewon: 'Panewu',
  kemantren: 'Mantri pamong praja',
}

/** Who issued a decree, as the office is called at the place; null when only the decree itself could tell. */
export function issuerTitle(kind: IssuerKind, { village, district, regency }: Place): string | null {
  switch (kind) {
    case 'village_head':
      return `${headTitles[village.word] ?? `Kepala ${village.word}`} ${village.name}`
    case 'camat':
      return `${headTitles[district.word] ?? `Kepala ${district.word}`} ${district.name}`
    case 'dinas':
      return officeName(regency)
    case 'regent':
      return `${regency.word === 'kota' ? 'Wali Kota' : 'Bupati'} ${regency.name}`
    case 'other':
      return null
  }
}

export const postWords: Record<Post, string> = {
  ketua: 'Ketua',
  wakil_ketua: 'Wakil ketua',
  sekretaris: 'Sekretaris',
  bendahara: 'Bendahara',
  pengumpulan: 'Bidang pengumpulan informasi',
  pengolahan: 'Bidang pengolahan informasi',
  penyebaran: 'Bidang penyebaran informasi',
  anggota: 'Anggota',
}

export const channelWords: Record<ChannelKind, string> = {
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  website: 'Situs web',
  instagram: 'Instagram',
  facebook: 'Facebook',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  x: 'X',
}
