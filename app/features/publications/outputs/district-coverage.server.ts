import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { numbersOf } from '~/features/coverage/region-numbers.queries.server'
import { limitsOn } from '~/features/coverage/thresholds.queries.server'
import { type DocumentColumn, type DocumentRow, type FilledTable, hundredthsOf, totalRow } from '../document'
import type { Collect } from './asked'
import { activityDefinitions, definitions } from './definitions'
import { belowHeaders, regionsBelow } from './region-rows.server'

/** Output 4: coverage at the level of districts, in both ways that circulate (domain facts 4.3). */
export const collectDistrictCoverage: Collect = async (
  { store },
  { region, parameters: { until: date } },
) => {
  const reading = { db: store.read, tables: store.tables }
  const { code, level, name } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  const [below, whole, limits] = await Promise.all([
    regionsBelow(reading, code, date),
    numbersOf(reading, [code], date),
    limitsOn(reading, code, date),
  ])
  const numbers = whole.get(code)
  const tables: FilledTable[] =
    level === 'regency'
      ? [
          variantsTable('Kabupaten/kota', numbers ? [{ code, name, numbers }] : [], false),
          districtTable(below),
        ]
      : [variantsTable(belowHeaders[level], below, true)]
  return { tables, warnings: [variantsWarning], definitions: [...variants, ...more(limits)] }
}

export const variantsWarning =
  'Ada dua cara menghitung yang beredar dan hasilnya tidak boleh dicampur. Rumus resminya tidak kami temukan; sebutkan cara yang dipakai setiap kali mengutip angkanya.'

export const variants = [
  {
    term: 'Cara A',
    words:
      'Kecamatan yang punya paling sedikit satu KIM dibagi semua kecamatan, kali 100%. Disebut dua kali: dengan KIM terdaftar, dan dengan KIM aktif. Paling tinggi 100%.',
  },
  {
    term: 'Cara B',
    words:
      'Jumlah KIM terdaftar dibagi jumlah kecamatan, kali 100%. Satu kecamatan boleh punya banyak KIM, jadi dapat melebihi 100%, dan 100% tidak berarti semua kecamatan sudah punya.',
  },
]

function more(limits: { active: number; lessActive: number }) {
  return [definitions.registered, ...activityDefinitions(limits), definitions.edition]
}

/** Both ways side by side, each with what it is made of. */
export function variantsTable(
  header: string,
  regions: { code: string; name: string; numbers: RegionNumbers }[],
  withTotal: boolean,
): FilledTable {
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 3.2 },
    { header: 'Kecamatan', kind: 'count', weight: 1.3 },
    { header: 'Kecamatan ber-KIM', kind: 'count', weight: 1.4 },
    { header: 'Cara A, terdaftar (%)', kind: 'percent', weight: 1.5 },
    { header: 'Kecamatan ber-KIM aktif', kind: 'count', weight: 1.4 },
    { header: 'Cara A, aktif (%)', kind: 'percent', weight: 1.5 },
    { header: 'KIM terdaftar', kind: 'count', weight: 1.3 },
    { header: 'Cara B (%)', kind: 'percent', weight: 1.5 },
  ]
  const rows: DocumentRow[] = regions.map(({ code, name, numbers }) => {
    const { districts, districtsWithGroup, districtsActive, groups } = numbers
    return {
      key: code,
      cells: [
        name,
        districts,
        districtsWithGroup,
        hundredthsOf(districtsWithGroup, districts),
        districtsActive,
        hundredthsOf(districtsActive, districts),
        groups,
        hundredthsOf(groups, districts),
      ],
    }
  })
  const total = totalRow('Jumlah', columns, rows, {
    3: (sums) => hundredthsOf(sums(2), sums(1)),
    5: (sums) => hundredthsOf(sums(4), sums(1)),
    7: (sums) => hundredthsOf(sums(6), sums(1)),
  })
  return {
    key: 'cara',
    title: 'Cakupan kecamatan, dua cara',
    columns,
    rows: withTotal ? [...rows, total] : rows,
  }
}

function districtTable(below: { code: string; name: string; numbers: RegionNumbers }[]): FilledTable {
  const columns: DocumentColumn[] = [
    { header: 'Kecamatan', kind: 'text', weight: 3 },
    { header: 'Desa', kind: 'count', weight: 1 },
    { header: 'KIM terdaftar', kind: 'count', weight: 1 },
    { header: 'KIM aktif', kind: 'count', weight: 1 },
    { header: 'Terhitung di cara A', kind: 'text', weight: 1.8 },
  ]
  const rows: DocumentRow[] = below.map(({ code, name, numbers }) => ({
    key: code,
    cells: [name, numbers.villages, numbers.groups, numbers.activeGroups, inVariantA(numbers)],
  }))
  return {
    key: 'rincian',
    title: 'Rincian per kecamatan',
    columns,
    rows: [...rows, totalRow('Jumlah', columns, rows)],
  }
}

function inVariantA({ groups, activeGroups }: RegionNumbers): string {
  if (activeGroups > 0) return 'terdaftar dan aktif'
  return groups > 0 ? 'terdaftar saja' : 'tidak'
}
