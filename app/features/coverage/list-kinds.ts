import type { MapNumbers } from './region-numbers'

/** The lists behind the numbers, as they stand in addresses. */
export const listKinds = [
  'desa-tanpa-kim',
  'desa-terdaftar',
  'desa-aktif',
  'kecamatan-tanpa-aktif',
  'kecamatan-aktif',
  'kim-terdaftar',
  'kim-aktif',
  'kim-kurang-aktif',
  'kim-vakum',
  'kegiatan',
  'desa-bercalon',
  'desa-kosong',
  'kecamatan-terpetakan',
  'kecamatan-belum-terpetakan',
  'kemitraan',
  'kecamatan-bermitra',
] as const
export type ListKind = (typeof listKinds)[number]

interface ListWords {
  /** As a heading. */
  title: string
  /** Of how many the list is, behind a number. */
  unit: string
  /** How long it is: the number that stands on the map and in the table. */
  count: (numbers: MapNumbers) => number
  /** Said when there is nothing in it. */
  empty: string
  /** Days of the past are not kept: whatever day is asked for, the list is today's. */
  todayOnly?: true
}

export const lists: Record<ListKind, ListWords> = {
  'desa-tanpa-kim': {
    title: 'Desa yang belum punya KIM',
    unit: 'desa, kelurahan dan kampung',
    count: ({ villages, villagesWithGroup }) => Math.max(0, villages - villagesWithGroup),
    empty: 'Semua desa, kelurahan dan kampung di sini sudah punya KIM terdaftar.',
  },
  'desa-terdaftar': {
    title: 'Desa yang punya KIM terdaftar',
    unit: 'desa, kelurahan dan kampung',
    count: ({ villagesWithGroup }) => villagesWithGroup,
    empty: 'Belum ada desa, kelurahan atau kampung di sini yang punya KIM terdaftar.',
  },
  'desa-aktif': {
    title: 'Desa yang punya KIM aktif',
    unit: 'desa, kelurahan dan kampung',
    count: ({ villagesActive }) => villagesActive,
    empty: 'Tidak ada KIM yang aktif di sini pada tanggal ini.',
  },
  'kecamatan-tanpa-aktif': {
    title: 'Kecamatan tanpa KIM aktif',
    unit: 'kecamatan dan distrik',
    count: ({ districts, districtsActive }) => Math.max(0, districts - districtsActive),
    empty: 'Semua kecamatan dan distrik di sini punya KIM aktif.',
  },
  'kecamatan-aktif': {
    title: 'Kecamatan yang punya KIM aktif',
    unit: 'kecamatan dan distrik',
    count: ({ districtsActive }) => districtsActive,
    empty: 'Tidak ada kecamatan atau distrik di sini yang punya KIM aktif pada tanggal ini.',
  },
  'kim-terdaftar': {
    title: 'KIM terdaftar',
    unit: 'KIM',
    count: ({ groups }) => groups,
    empty: 'Belum ada KIM terdaftar di sini pada tanggal ini.',
  },
  'kim-aktif': {
    title: 'KIM aktif',
    unit: 'KIM',
    count: ({ activeGroups }) => activeGroups,
    empty: 'Tidak ada KIM yang aktif di sini pada tanggal ini.',
  },
  'kim-kurang-aktif': {
    title: 'KIM kurang aktif',
    unit: 'KIM',
    count: ({ lessActiveGroups }) => lessActiveGroups,
    empty: 'Tidak ada KIM yang kurang aktif di sini pada tanggal ini.',
  },
  'kim-vakum': {
    title: 'KIM vakum',
    unit: 'KIM',
    count: ({ groups, activeGroups, lessActiveGroups }) => groups - activeGroups - lessActiveGroups,
    empty: 'Tidak ada KIM yang vakum di sini pada tanggal ini.',
  },
  kegiatan: {
    title: 'Kegiatan dalam 30 hari',
    unit: 'kegiatan',
    count: ({ recentActivities }) => recentActivities,
    empty: 'Tidak ada kegiatan terkonfirmasi di sini dalam 30 hari sampai tanggal ini.',
  },
  'desa-bercalon': {
    title: 'Desa yang punya calon KIM',
    unit: 'desa, kelurahan dan kampung',
    count: ({ mapped }) => mapped.withCandidate,
    empty:
      'Belum ada pemetaan di sini yang ditetapkan sampai tanggal ini, atau pemetaannya tidak menemukan calon KIM.',
  },
  'desa-kosong': {
    title: 'Desa tanpa KIM dan tanpa calon',
    unit: 'desa, kelurahan dan kampung',
    count: ({ mapped }) => mapped.withNothing,
    empty:
      'Belum ada pemetaan di sini yang ditetapkan sampai tanggal ini, atau semua desa yang dipetakan punya KIM atau calon KIM.',
  },
  'kecamatan-terpetakan': {
    title: 'Kecamatan yang sudah dipetakan',
    unit: 'kecamatan dan distrik',
    count: ({ mapped }) => mapped.districts,
    empty: 'Belum ada pemetaan di sini yang ditetapkan sampai tanggal ini.',
  },
  'kecamatan-belum-terpetakan': {
    title: 'Kecamatan yang belum dipetakan',
    unit: 'kecamatan dan distrik',
    count: ({ districts, mapped }) => Math.max(0, districts - mapped.districts),
    empty: 'Semua kecamatan dan distrik di sini tercakup pemetaan yang sudah ditetapkan.',
  },
  kemitraan: {
    title: 'Kemitraan yang berlaku',
    unit: 'kemitraan',
    count: ({ partnerships }) => partnerships?.partnerships ?? 0,
    empty: 'Hari ini tidak ada kemitraan dinas yang berlaku di sini.',
    todayOnly: true,
  },
  'kecamatan-bermitra': {
    title: 'Kecamatan tempat mitra',
    unit: 'kecamatan dan distrik',
    count: ({ partnerships }) => partnerships?.districts ?? 0,
    empty: 'Hari ini tidak ada kecamatan atau distrik di sini tempat mitra dari kemitraan yang berlaku.',
    todayOnly: true,
  },
}
