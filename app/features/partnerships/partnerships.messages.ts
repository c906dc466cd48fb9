import type { Tone } from '~/ui/callout'
import type { FundingSource, KeptGrade, Outlook, PartnershipKind } from './partnerships.schema'
import type { PartnershipStatus } from './partnerships.state'

export const partnershipStatusWords: Record<PartnershipStatus, { label: string; tone: Tone }> = {
  proposed: { label: 'Diusulkan', tone: 'wait' },
  active: { label: 'Berlaku', tone: 'good' },
  ending: { label: 'Segera berakhir', tone: 'wait' },
  ended: { label: 'Berakhir', tone: 'plain' },
  broken_off: { label: 'Dihentikan', tone: 'plain' },
}

export const partnershipKindWords: Record<PartnershipKind, string> = {
  memorandum: 'Nota kesepahaman',
  agreement: 'Perjanjian kerja sama',
  decree: 'SK',
  informal: 'Tanpa naskah',
}

export const fundingWords: Record<FundingSource, string> = {
  apbd_regency: 'APBD kabupaten/kota',
  apbd_province: 'APBD provinsi',
  apbn: 'APBN',
  village_fund: 'Dana desa',
  own: 'Swadaya',
  partner: 'Biaya mitra',
  other: 'Sumber lain',
  none: 'Tanpa biaya',
}

export const keptWords: Record<KeptGrade, string> = {
  full: 'Ditepati sepenuhnya',
  partly: 'Ditepati sebagian',
  little: 'Banyak yang belum',
}

export const outlookWords: Record<Outlook, string> = {
  continue: 'Diteruskan',
  change: 'Diteruskan dengan perubahan',
  stop: 'Tidak diteruskan',
}
