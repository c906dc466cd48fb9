import { partnershipKindWords } from '~/features/partnerships/partnerships.messages'
import { parentOf } from '~/features/regions/places'
import type { Cell } from '~/platform/spreadsheet/spreadsheet'
import { mapHref } from './coverage-address'
import type { ListKind } from './list-kinds'
import type { ListRow } from './list-rows.queries.server'
import { stateWords } from './state-words'

/** A line with the names of where it is. */
export interface NamedRow {
  row: ListRow
  names: ReadonlyMap<string, string>
}

/** A column of a list, the same on the page and in a file. */
export interface ListColumn {
  header: string
  cell: (named: NamedRow) => Cell
  /** Where the cell leads on the page. */
  href?: (named: NamedRow, date: string | undefined) => string | null
  /** Codes and the like: of use to a program only. */
  inFilesOnly?: boolean
  width?: number
}

const nameOf =
  (code: (row: ListRow) => string) =>
  ({ row, names }: NamedRow) =>
    names.get(code(row)) ?? code(row)

const village: ListColumn = {
  header: 'Desa, kelurahan atau kampung',
  cell: nameOf(({ villageCode }) => villageCode),
  href: ({ row }, date) => mapHref(row.villageCode, { date }),
  width: 32,
}
const district: ListColumn = {
  header: 'Kecamatan',
  cell: nameOf(({ districtCode }) => districtCode),
  width: 28,
}
const above: ListColumn[] = [
  { header: 'Kabupaten atau kota', cell: nameOf(({ districtCode }) => parentOf(districtCode)), width: 28 },
  { header: 'Provinsi', cell: nameOf(({ districtCode }) => districtCode.slice(0, 2)), width: 24 },
]
const code: ListColumn = {
  header: 'Kode wilayah',
  cell: ({ row }) => row.villageCode,
  inFilesOnly: true,
}

const villageColumns: ListColumn[] = [
  village,
  district,
  ...above,
  code,
  { header: 'KIM terdaftar', cell: ({ row: { line } }) => (line.of === 'village' ? line.groups : null) },
  { header: 'KIM aktif', cell: ({ row: { line } }) => (line.of === 'village' ? line.activeGroups : null) },
]

const districtColumns: ListColumn[] = [
  { ...district, href: ({ row }, date) => mapHref(row.districtCode, { date }) },
  ...above,
  code,
  { header: 'Desa', cell: ({ row: { line } }) => (line.of === 'district' ? line.numbers.villages : null) },
  {
    header: 'Desa ber-KIM',
    cell: ({ row: { line } }) => (line.of === 'district' ? line.numbers.villagesWithGroup : null),
  },
  {
    header: 'KIM terdaftar',
    cell: ({ row: { line } }) => (line.of === 'district' ? line.numbers.groups : null),
  },
  {
    header: 'KIM aktif',
    cell: ({ row: { line } }) => (line.of === 'district' ? line.numbers.activeGroups : null),
  },
]

const mappedOn: ListColumn = {
  header: 'Pemetaan ditetapkan',
  cell: ({ row: { line } }) =>
    line.of === 'district' && line.numbers.mapped.lastOn ? { date: line.numbers.mapped.lastOn } : null,
}
const inForce: ListColumn = {
  header: 'Kemitraan berlaku',
  cell: ({ row: { line } }) =>
    line.of === 'district' ? (line.numbers.partnerships?.partnerships ?? null) : null,
}

const groupColumns: ListColumn[] = [
  {
    header: 'KIM',
    cell: ({ row: { line } }) => (line.of === 'group' ? line.name : null),
    href: ({ row: { line } }) => (line.of === 'group' ? `/kim/${line.number}` : null),
    width: 36,
  },
  {
    header: 'Nomor registrasi',
    cell: ({ row: { line } }) => (line.of === 'group' ? line.number : null),
    inFilesOnly: true,
  },
  { header: 'Keadaan', cell: ({ row: { line } }) => (line.of === 'group' ? stateWords[line.state] : null) },
  village,
  district,
  ...above,
  code,
]

const HIDDEN = 'Tidak dibuka untuk umum'

const activityColumns: ListColumn[] = [
  {
    header: 'Kegiatan',
    cell: ({ row: { line } }) => (line.of === 'activity' ? (line.shown?.title ?? HIDDEN) : null),
    href: ({ row: { line } }) => (line.of === 'activity' && line.shown ? `/kegiatan/${line.shown.id}` : null),
    width: 48,
  },
  {
    header: 'Tanggal',
    cell: ({ row: { line } }) => (line.of === 'activity' && line.shown ? { date: line.localDate } : null),
  },
  {
    header: 'KIM',
    cell: ({ row: { line } }) => (line.of === 'activity' ? (line.shown?.groupName ?? null) : null),
    href: ({ row: { line } }) =>
      line.of === 'activity' && line.shown ? `/kim/${line.shown.groupNumber}` : null,
    width: 36,
  },
  village,
  district,
  ...above,
]

const partnershipColumns: ListColumn[] = [
  {
    header: 'Kemitraan',
    cell: ({ row: { line } }) => (line.of === 'partnership' ? (line.shown?.title ?? HIDDEN) : null),
    width: 48,
  },
  {
    header: 'Dinas',
    cell: ({ row: { line } }) => (line.of === 'partnership' ? line.office : null),
    width: 40,
  },
  {
    header: 'Naskah',
    cell: ({ row: { line } }) =>
      line.of === 'partnership' && line.shown ? partnershipKindWords[line.shown.kind] : null,
    width: 24,
  },
  {
    header: 'KIM',
    cell: ({ row: { line } }) => (line.of === 'partnership' ? (line.shown?.group?.name ?? null) : null),
    href: ({ row: { line } }) =>
      line.of === 'partnership' && line.shown?.group ? `/kim/${line.shown.group.number}` : null,
    width: 36,
  },
  {
    header: 'Mulai',
    cell: ({ row: { line } }) =>
      line.of === 'partnership' && line.shown ? { date: line.shown.startsOn } : null,
  },
  {
    header: 'Sampai',
    cell: ({ row: { line } }) =>
      line.of === 'partnership' && line.shown?.endsOn ? { date: line.shown.endsOn } : null,
  },
]

/** The columns of a list; its first names the line. */
export function columnsOfList(kind: ListKind): ListColumn[] {
  if (kind === 'kegiatan') return activityColumns
  if (kind === 'kemitraan') return partnershipColumns
  if (kind === 'kecamatan-terpetakan') return [...districtColumns, mappedOn]
  if (kind === 'kecamatan-bermitra') return [...districtColumns, inForce]
  if (kind.startsWith('desa')) return villageColumns
  return kind.startsWith('kecamatan') ? districtColumns : groupColumns
}
