import { everyRow } from '~/features/coverage/coverage-list.queries.server'
import type { ListRow } from '~/features/coverage/list-rows.queries.server'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { stateWords } from '~/features/coverage/state-words'
import { limitsOn } from '~/features/coverage/thresholds.queries.server'
import { parentOf } from '~/features/regions/places'
import {
  type DocumentCell,
  type DocumentColumn,
  type DocumentRow,
  type FilledTable,
  hundredthsOf,
  totalRow,
} from '../document'
import type { Collect } from './asked'
import { activityDefinitions, definitions } from './definitions'
import { belowHeaders, districtsInside, regionsBelow } from './region-rows.server'

/** Output 1: how many groups there are by region, how active they are, and which they are. */
export const collectGroupRecap: Collect = async ({ store }, { region, parameters: { until: date } }) => {
  const reading = { db: store.read, tables: store.tables }
  const { code, level } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  const [below, limits] = await Promise.all([
    regionsBelow(reading, code, date),
    limitsOn(reading, code, date),
  ])
  const header = belowHeaders[level]
  const tables: FilledTable[] = [recapTable(`KIM menurut ${header.toLowerCase()}`, header, below)]
  if (level !== 'regency') {
    tables.push({
      key: 'kecamatan',
      title: 'KIM menurut kecamatan',
      isList: true,
      columns: [{ header: 'Kecamatan', kind: 'text', weight: 3 }, above, ...numberColumns],
      rows: mapRows(districtsInside(reading, code, date), ({ code: key, name, regency, numbers }) => ({
        key,
        cells: [name, regency, ...numberCells(numbers)],
      })),
    })
  }
  tables.push({
    key: 'kim',
    title: 'Daftar KIM',
    isList: true,
    columns: groupColumns,
    rows: mapRows(everyRow(reading, code, 'kim-terdaftar', { date, today: date }), ({ row, names }) =>
      groupRow(row, names),
    ),
  })
  return {
    tables,
    warnings: [],
    definitions: [
      definitions.registered,
      definitions.village,
      ...activityDefinitions(limits),
      definitions.recent,
      definitions.edition,
    ],
  }
}

const above: DocumentColumn = { header: 'Kabupaten/kota', kind: 'text', weight: 3 }

const numberColumns: DocumentColumn[] = [
  { header: 'Desa', kind: 'count', weight: 1.2 },
  { header: 'Desa ber-KIM', kind: 'count', weight: 1.2 },
  { header: 'Desa ber-KIM (%)', kind: 'percent', weight: 1.4 },
  { header: 'KIM terdaftar', kind: 'count', weight: 1.3 },
  { header: 'Aktif', kind: 'count', weight: 1.1 },
  { header: 'Kurang aktif', kind: 'count', weight: 1.1 },
  { header: 'Vakum', kind: 'count', weight: 1.1 },
  { header: 'Aktif (%)', kind: 'percent', weight: 1.3 },
  { header: 'Kegiatan 30 hari', kind: 'count', weight: 1.3 },
]

function numberCells(numbers: RegionNumbers): DocumentCell[] {
  const { villages, villagesWithGroup, groups, activeGroups, lessActiveGroups, recentActivities } = numbers
  return [
    villages,
    villagesWithGroup,
    hundredthsOf(villagesWithGroup, villages),
    groups,
    activeGroups,
    lessActiveGroups,
    groups - activeGroups - lessActiveGroups,
    hundredthsOf(activeGroups, groups),
    recentActivities,
  ]
}

/** The recapitulation of regions with its sum. */
export function recapTable(
  title: string,
  header: string,
  below: { code: string; name: string; numbers: RegionNumbers }[],
): FilledTable {
  const columns: DocumentColumn[] = [{ header, kind: 'text', weight: 3.4 }, ...numberColumns]
  const rows: DocumentRow[] = below.map(({ code, name, numbers }) => ({
    key: code,
    cells: [name, ...numberCells(numbers)],
  }))
  const total = totalRow('Jumlah', columns, rows, {
    3: (sums) => hundredthsOf(sums(2), sums(1)),
    8: (sums) => hundredthsOf(sums(5), sums(4)),
  })
  return { key: 'rekap', title, columns, rows: [...rows, total] }
}

const groupColumns: DocumentColumn[] = [
  { header: 'Nama KIM', kind: 'text', weight: 4 },
  { header: 'Nomor registrasi', kind: 'text', weight: 2.2 },
  { header: 'Keadaan', kind: 'text', weight: 1.6 },
  { header: 'Desa, kelurahan atau kampung', kind: 'text', weight: 3 },
  { header: 'Kecamatan', kind: 'text', weight: 3 },
  { header: 'Kabupaten/kota', kind: 'text', weight: 3 },
]

function groupRow(
  { villageCode, districtCode, line }: ListRow,
  names: ReadonlyMap<string, string>,
): DocumentRow {
  if (line.of !== 'group') throw new Error('a list of groups holds groups')
  const place = [villageCode, districtCode, parentOf(districtCode)].map((code) => names.get(code) ?? code)
  return { key: line.number, cells: [line.name, line.number, stateWords[line.state], ...place] }
}

async function* mapRows<T>(
  rows: AsyncIterable<T>,
  toRow: (row: T) => DocumentRow,
): AsyncGenerator<DocumentRow> {
  for await (const row of rows) yield toRow(row)
}
