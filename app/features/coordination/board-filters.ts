import { DAY, type Instant } from '~/platform/clock'
import { type BoardRow, CONTACT_DAYS } from './board-row'

export const boardFilters = [
  'lewat',
  'lewat-dua-kali',
  'tanpa-aktif',
  'tanpa-kim',
  'lapor-rendah',
  'belum-petakan',
  'lama',
] as const
export type BoardFilter = (typeof boardFilters)[number]

interface Filter {
  words: string
  keeps: (row: BoardRow, now: Instant) => boolean
}

/** Which rows the board may be narrowed to, and whom a note may be meant for. */
export const filterDefinitions: Record<BoardFilter, Filter> = {
  lewat: { words: 'Ada permohonan lewat batas', keeps: ({ late }) => late > 0 },
  'lewat-dua-kali': {
    words: 'Ada permohonan lewat dua kali batas',
    keeps: ({ twiceLate }) => twiceLate > 0,
  },
  'tanpa-aktif': {
    words: 'Ada KIM, tidak satu pun aktif',
    keeps: ({ groups, activeGroups }) => groups > 0 && activeGroups === 0,
  },
  'tanpa-kim': { words: 'Belum ada KIM terdaftar', keeps: ({ groups }) => groups === 0 },
  'lapor-rendah': {
    words: 'Kurang dari separuh laporan masuk',
    keeps: ({ actual, expected }) => expected > 0 && 2 * actual < expected,
  },
  'belum-petakan': {
    words: 'Pemetaan belum ditetapkan',
    keeps: ({ settled, regencies }) => settled < regencies,
  },
  lama: {
    words: `Tanpa kabar ${CONTACT_DAYS} hari`,
    keeps: ({ lastContactAt }, now) => lastContactAt === null || lastContactAt < now - CONTACT_DAYS * DAY,
  },
}

export function keeps(filter: BoardFilter | undefined, row: BoardRow, now: Instant): boolean {
  return filter === undefined || filterDefinitions[filter].keeps(row, now)
}
