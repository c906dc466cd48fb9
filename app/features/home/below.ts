/** A regency of a province or a province of the country, as an office compares them. */
export interface BelowRow {
  code: string
  name: string
  groups: number
  active: number
  /** Activities that wait for confirmation. */
  waiting: number
  /** The day of the latest confirmed activity. */
  lastOn: string | null
  /** The active share 90 days ago; null where no group was registered then. */
  activeBefore: number | null
}

/** By what the rows are ordered, as in the address. */
export const belowSorts = ['kode', 'terdaftar', 'aktif', 'turun', 'menunggu', 'terakhir'] as const
export type BelowSort = (typeof belowSorts)[number]

export const belowSortWords: Record<BelowSort, string> = {
  kode: 'Kode wilayah',
  terdaftar: 'KIM terbanyak',
  aktif: 'Bagian aktif terendah',
  turun: 'Bagian aktif paling turun',
  menunggu: 'Paling banyak menunggu',
  terakhir: 'Paling lama tanpa kegiatan',
}

/** By how much the active share is lower than 90 days ago, of 1; negative where it rose, 0 where that says nothing. */
export function fellBy({ groups, active, activeBefore }: BelowRow): number {
  return activeBefore === null ? 0 : activeBefore - (groups === 0 ? 0 : active / groups)
}

/** Orders rows; equal ones, and ones without any group where that says nothing, by code at the end. */
export function compareBy(sort: BelowSort): (a: BelowRow, b: BelowRow) => number {
  const key = (row: BelowRow): number | string => {
    if (sort === 'terdaftar') return -row.groups
    if (sort === 'aktif') return row.groups === 0 ? 2 : row.active / row.groups
    if (sort === 'turun') return row.groups === 0 ? 2 : -fellBy(row)
    if (sort === 'menunggu') return -row.waiting
    if (sort === 'terakhir') return row.groups === 0 ? '9' : (row.lastOn ?? '')
    return row.code
  }
  return (a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one !== other) return one < other ? -1 : 1
    return a.code < b.code ? -1 : 1
  }
}
