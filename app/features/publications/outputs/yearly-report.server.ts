import {
  activityCountsOf,
  type CountsByMark,
  underMark,
} from '~/features/activities/activity-counts.queries.server'
import { coverageScreen } from '~/features/coverage/coverage-screen.queries.server'
import { type CoverageMap, drawCoverage } from '~/features/coverage/draw-coverage.server'
import { measures } from '~/features/coverage/measures'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { classWords } from '~/ui/map/classes'
import {
  type DocumentColumn,
  type DocumentMap,
  type DocumentRow,
  type FilledTable,
  hundredthsOf,
} from '../document'
import {
  channelMarks,
  functionMarks,
  markTable,
  reachDefinitions,
  reachWarning,
  regionTable,
} from './activity-recap.server'
import type { Collect } from './asked'
import { activityDefinitions, definitions } from './definitions'
import { variants, variantsTable, variantsWarning } from './district-coverage.server'
import { recapTable } from './group-recap.server'
import { mappingDefinitions, mappingTables } from './mapping-tables.server'
import { partnershipDefinitions, partnershipTable } from './partnership-list.server'
import { collectReachIndicator } from './reach-indicator.server'
import { belowHeaders } from './region-rows.server'
import { reportingTable } from './reporting-table.server'

/** Output 7: a year of a region in one document: everything by the regions below it, a map and the way there. */
export const collectYearlyReport: Collect = async (services, asked) => {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const { region, parameters } = asked
  const { code, level } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  const screen = await coverageScreen(services, { code, date: parameters.until })
  if (!screen) throw new Error(`there is no coverage of ${code}`)
  const { below, limits, trend } = screen
  const header = belowHeaders[level]
  const months = { first: parameters.from.slice(0, 7), last: parameters.until.slice(0, 7) }
  const counts = await activityCountsOf(reading, [code, ...below.map((one) => one.code)], months)
  const marked = below.map((one) => ({ ...one, counts: counts.get(one.code) }))
  const indicator = await collectReachIndicator(services, asked)
  const reporting = await reportingTable(services, asked, { header, below })
  const map = await drawCoverage(reading, screen, {
    measure: measures['desa-aktif'],
    date: undefined,
    onPaper: true,
  })
  return {
    ...(map ? { map: mapOf(map) } : {}),
    tables: [
      await trendTable(
        trend.filter(({ date }) => date >= parameters.from && date <= parameters.until),
        (month) =>
          activityCountsOf(reading, [code], { first: month, last: month }).then((found) => found.get(code)),
      ),
      recapTable(`KIM menurut ${header.toLowerCase()}`, header, below),
      variantsTable(header, below, true),
      markTable('fungsi', 'Menurut fungsi ADINDA', 'Fungsi', counts.get(code), functionMarks),
      regionTable('fungsi-wilayah', `Fungsi menurut ${header.toLowerCase()}`, header, marked, functionMarks),
      regionTable('saluran-wilayah', `Saluran menurut ${header.toLowerCase()}`, header, marked, channelMarks),
      reporting.table,
      ...(await mappingTables(services, region)),
      ...(level === 'regency' ? [] : [await partnershipTable(services, code, header)]),
      ...indicator.tables,
    ],
    warnings: [...new Set([variantsWarning, ...indicator.warnings, reachWarning])],
    definitions: [
      definitions.registered,
      definitions.village,
      ...activityDefinitions(limits),
      definitions.recent,
      ...variants,
      ...indicator.definitions.filter(({ term }) => reachDefinitions.every((one) => one.term !== term)),
      ...reachDefinitions,
      ...reporting.definitions,
      ...mappingDefinitions,
      ...(level === 'regency' ? [] : partnershipDefinitions),
      definitions.edition,
    ],
  }
}

/** The ends of the months, and the last day so far of a year that goes on: what stood then, and what was done in each month. */
async function trendTable(
  trend: { date: string; numbers: RegionNumbers }[],
  countsIn: (month: string) => Promise<CountsByMark | undefined>,
): Promise<FilledTable> {
  const columns: DocumentColumn[] = [
    { header: 'Keadaan per', kind: 'date', weight: 2 },
    { header: 'KIM terdaftar', kind: 'count', weight: 1.2 },
    { header: 'KIM aktif', kind: 'count', weight: 1.2 },
    { header: 'Aktif (%)', kind: 'percent', weight: 1.2 },
    { header: 'Desa ber-KIM', kind: 'count', weight: 1.2 },
    { header: 'Desa ber-KIM (%)', kind: 'percent', weight: 1.3 },
    { header: 'Kegiatan bulan itu', kind: 'count', weight: 1.3 },
  ]
  const rows: DocumentRow[] = []
  for (const { date, numbers } of trend) {
    const month = date.slice(0, 7)
    const { groups, activeGroups, villagesWithGroup, villages } = numbers
    rows.push({
      key: month,
      cells: [
        date,
        groups,
        activeGroups,
        hundredthsOf(activeGroups, groups),
        villagesWithGroup,
        hundredthsOf(villagesWithGroup, villages),
        underMark(await countsIn(month), 'all').activities,
      ],
    })
  }
  return {
    key: 'perjalanan',
    title: 'Perjalanan sepanjang tahun',
    columns,
    charts: [
      { title: 'KIM terdaftar dan aktif', kind: 'lines', columns: [1, 2] },
      { title: 'Kegiatan tiap bulan', kind: 'bars', columns: [6] },
    ],
    rows,
  }
}

function mapOf({ wide, title, description }: CoverageMap): DocumentMap {
  const { width, height, land, neighbours, labels, regions, breaks } = wide
  return {
    title,
    description,
    classes: classWords(breaks, measures['desa-aktif'].none).map(({ words }) => words),
    drawing: {
      width,
      height,
      land,
      neighbours,
      labels,
      regions: regions.map(({ shareClass, path, circle }) => ({ shareClass, path, circle })),
    },
  }
}
