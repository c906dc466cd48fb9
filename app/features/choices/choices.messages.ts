import type { ChoiceList } from './choices.schema'

interface ChoiceWords {
  path: string
  title: string
  /** One of the list. */
  one: string
  /** Who chooses, and when. */
  chosenBy: string
  /** What carries a choice. */
  carriers: string
}

export const choiceWords: Record<ChoiceList, ChoiceWords> = {
  topics: {
    path: '/admin/topik',
    title: 'Topik kegiatan',
    one: 'topik',
    chosenBy: 'KIM ketika mencatat kegiatan',
    carriers: 'kegiatan',
  },
  partnerKinds: {
    path: '/admin/jenis-mitra',
    title: 'Jenis mitra',
    one: 'jenis',
    chosenBy: 'dinas ketika mencatat mitra',
    carriers: 'mitra',
  },
  communityKinds: {
    path: '/admin/jenis-komunitas',
    title: 'Jenis komunitas',
    one: 'jenis',
    chosenBy: 'dinas ketika mendata kelompok dalam pemetaan',
    carriers: 'kelompok',
  },
}
