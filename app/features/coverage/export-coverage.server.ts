import { edition } from '~/features/regions/read-region-files.server'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import type { TableColumn } from '~/platform/spreadsheet/spreadsheet'
import { formatDate, formatNumber } from '~/ui/format'
import { coverageList, everyRow } from './coverage-list.queries.server'
import { type CoverageScreen, coverageScreen, type RegionBelow } from './coverage-screen.queries.server'
import { columnsOfList, type NamedRow } from './list-columns'
import { type ListKind, lists } from './list-kinds'
import type { Measure } from './measure'
import { activeMeans, measureKeys, measures, measureValue } from './measures'

interface Asked {
  code: string
  /** The list behind a number; left out for the table of the regions below. */
  kind?: ListKind
  date?: string
  format: FileFormat
}

/** The table of a coverage page, or a list behind one of its numbers, made while it is sent; null for an unknown code. */
export function exportCoverage(services: Services, asked: Asked): Promise<FileToSend | null> {
  return asked.kind ? exportList(services, { ...asked, kind: asked.kind }) : exportTable(services, asked)
}

async function exportList(
  services: Services,
  { code, kind, date: askedDate, format }: Asked & { kind: ListKind },
): Promise<FileToSend | null> {
  const { store } = services
  const list = await coverageList(services, { code, kind, date: askedDate, page: 1 })
  if (!list) return null
  const { date } = list.cutOff
  const { title, unit } = lists[kind]
  const columns = columnsOfList(kind)
  return tableFile<NamedRow>(`${kind}-${code}-${date}`, format, {
    name: title,
    columns,
    rows: everyRow({ db: store.read, tables: store.tables }, code, kind, list.cutOff),
    notes: () => [
      ['Isi', title],
      ['Wilayah', list.region.name],
      ['Keadaan per', formatDate(date)],
      ['Jumlah', `${formatNumber(list.total)} ${unit}`],
      ['Wilayah menurut', edition.name],
    ],
  })
}

async function exportTable(services: Services, { code, date, format }: Asked): Promise<FileToSend | null> {
  const screen = await coverageScreen(services, { code, date })
  if (!screen) return null
  return tableFile<RegionBelow>(`cakupan-kim-${code}-${screen.cutOff.date}`, format, {
    name: 'Cakupan KIM',
    columns: tableColumns(screen),
    rows: [...screen.below, { code, name: screen.region.name, numbers: screen.numbers }],
    notes: () => [
      ['Isi', `Cakupan Komunitas Informasi Masyarakat (KIM) menurut ${screen.belowWords}`],
      ['Wilayah', screen.region.name],
      ['Keadaan per', formatDate(screen.cutOff.date)],
      ...measureKeys.map((key): [string, string] => [measures[key].name, measures[key].definition]),
      [
        'Aktif',
        `${activeMeans(screen.limits.active)} Batas hari ini pengaturan portal, bukan bunyi peraturan.`,
      ],
      ['Wilayah menurut', edition.name],
    ],
  })
}

function tableColumns({ belowWords }: CoverageScreen): TableColumn<RegionBelow>[] {
  const plain: [string, (region: RegionBelow) => number | null][] = [
    ['Desa', ({ numbers }) => numbers.villages],
    ['Desa ber-KIM', ({ numbers }) => numbers.villagesWithGroup],
    ['Desa ber-KIM aktif', ({ numbers }) => numbers.villagesActive],
    ['Kecamatan', ({ numbers }) => numbers.districts],
    ['Kecamatan ber-KIM', ({ numbers }) => numbers.districtsWithGroup],
    ['Kecamatan ber-KIM aktif', ({ numbers }) => numbers.districtsActive],
    ['KIM terdaftar', ({ numbers }) => numbers.groups],
    ['KIM aktif', ({ numbers }) => numbers.activeGroups],
    ['KIM kurang aktif', ({ numbers }) => numbers.lessActiveGroups],
    ['KIM vakum', ({ numbers }) => lists['kim-vakum'].count(numbers)],
    ['Kegiatan 30 hari', ({ numbers }) => numbers.recentActivities],
    ['Kecamatan dipetakan', ({ numbers }) => numbers.mapped.districts],
    ['Desa dipetakan', ({ numbers }) => numbers.mapped.villages],
    ['Desa bercalon KIM', ({ numbers }) => numbers.mapped.withCandidate],
    ['Desa tanpa apa pun', ({ numbers }) => numbers.mapped.withNothing],
    ['Kemitraan berlaku', ({ numbers }) => numbers.partnerships?.partnerships ?? null],
    ['Kecamatan bermitra', ({ numbers }) => numbers.partnerships?.districts ?? null],
  ]
  return [
    { header: 'Kode wilayah', cell: ({ code }) => code },
    { header: belowWords, cell: ({ name }) => name, width: 30 },
    ...plain.map(([header, cell]) => ({ header, cell })),
    ...measureKeys.flatMap((key) => {
      const measure: Measure = measures[key]
      const cell = ({ numbers }: RegionBelow) => {
        const share = measureValue(measure, numbers)
        return share === null ? null : { share }
      }
      return measure.denominator ? [{ header: `${measure.name} (%)`, cell, width: 20 }] : []
    }),
  ]
}
