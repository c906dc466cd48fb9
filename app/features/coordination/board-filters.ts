import { DAY, type Instant } from '~/platform/clock'
import { type BoardRow, CONTACT_DAYS, type Duties } from './board-row'

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

/** Less than half of the reports came that were expected. */
export function reportsUnderHalf({ actual, expected }: Duties): boolean {
  return expected > 0 && 2 * actual < expected
}

/** The newest mapping of a regency there is not settled. */
export function lacksMapping({ settled, regencies }: Duties): boolean {
  return settled < regencies
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
    keeps: reportsUnderHalf,
  },
  'belum-petakan': {
    words: 'Pemetaan belum ditetapkan',
    keeps: lacksMapping,
  },
  lama: {
    words: `Tanpa kabar ${CONTACT_DAYS} hari`,
    keeps: ({ lastContact }, now) => lastContact === null || lastContact.at < now - CONTACT_DAYS * DAY,
  },
}

export function keeps(filter: BoardFilter | undefined, row: BoardRow, now: Instant): boolean {
  return filter === undefined || filterDefinitions[filter].keeps(row, now)
}
