import {
  activityCountsOf,
  type CountsByMark,
  underMark,
} from '~/features/activities/activity-counts.queries.server'
import { type PopulationFigure, populationOf } from '~/features/population/population.queries.server'
import { NATION, withWord } from '~/features/regions/places'
import { childrenOf } from '~/features/regions/regions.queries.server'
import { type DocumentColumn, type DocumentRow, type FilledTable, hundredthsOf, totalRow } from '../document'
import { channelMarks, markTable, reachDefinitions, reachWarning } from './activity-recap.server'
import type { Collect } from './asked'
import { definitions } from './definitions'
import { belowHeaders } from './region-rows.server'

interface Below {
  code: string
  name: string
  figure: PopulationFigure | undefined
  counts: CountsByMark | undefined
}

/**
 * Output 3: what the portal can say in support of the indicator "Persentase masyarakat yang menjadi sasaran penyebaran
 * informasi publik" (domain facts 4.2). The indicator itself is measured by a survey.
 */
export const collectReachIndicator: Collect = async ({ store }, { region, parameters: { from, until } }) => {
  const reading = { db: store.read, tables: store.tables }
  const { code, level } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  const children = await childrenOf(reading, code === NATION ? null : code)
  const codes = [code, ...children.map((child) => child.code)]
  const months = { first: from.slice(0, 7), last: until.slice(0, 7) }
  const [counts, figures] = await Promise.all([
    activityCountsOf(reading, codes, months),
    populationOf(reading, codes, Number(until.slice(0, 4))),
  ])
  const below = children.map((child) => ({
    code: child.code,
    name: withWord(child),
    figure: figures.get(child.code),
    counts: counts.get(child.code),
  }))
  const itself = { code, name: region.name, figure: figures.get(code), counts: counts.get(code) }
  const header = belowHeaders[level]
  return {
    tables: [
      targetTable(
        'sasaran',
        `Sasaran ${region.level === 'nation' ? 'nasional' : 'wilayah ini'}`,
        'Wilayah',
        [itself],
        false,
      ),
      markTable('saluran', 'Bukti: jangkauan per saluran', 'Saluran', itself.counts, channelMarks),
      evidenceTable(`Bukti menurut ${header.toLowerCase()}`, header, below),
      targetTable('sasaran-wilayah', `Sasaran per ${header.toLowerCase()}`, header, below, true),
    ],
    warnings: [
      'Ini bukti pendukung, bukan nilai indikatornya. Indikator “Persentase masyarakat yang menjadi sasaran penyebaran informasi publik” resminya diukur dengan survei.',
      reachWarning,
      ...missing(itself, below),
    ],
    definitions: [
      {
        term: 'Sasaran',
        words:
          'Penduduk berusia 16–64 tahun dibagi jumlah penduduk, kali 100%, dua desimal. Angkanya dari sumber penduduk yang tertulis di tabel.',
      },
      {
        term: 'Enam saluran',
        words: 'Media komunikasi publik: cetak, penyiaran, online, media sosial, luar ruang dan tatap muka.',
      },
      {
        term: 'Jangkauan terhadap sasaran',
        words:
          'Jumlah jangkauan kegiatan KIM dibagi penduduk 16–64 tahun. Karena orang yang sama terhitung berkali-kali, angkanya dapat melebihi 100% dan tidak boleh dibaca sebagai bagian penduduk.',
      },
      definitions.confirmed,
      ...reachDefinitions,
    ],
  }
}

function missing(itself: Below, below: Below[]): string[] {
  const without = below.filter(({ figure }) => !figure).length
  return [
    ...(itself.figure
      ? []
      : [`Angka penduduk ${itself.name} belum diimpor, jadi persentasenya belum dapat dihitung.`]),
    ...(without > 0
      ? [
          `${without} dari ${below.length} wilayah di bawahnya belum punya angka penduduk dan tidak masuk jumlahnya.`,
        ]
      : []),
  ]
}

function targetTable(
  key: string,
  title: string,
  header: string,
  regions: Below[],
  withTotal: boolean,
): FilledTable {
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 2.6 },
    { header: 'Penduduk', kind: 'count', weight: 1.4 },
    { header: 'Usia 16–64', kind: 'count', weight: 1.4 },
    { header: 'Sasaran (%)', kind: 'percent', weight: 1.2 },
    { header: 'Sumber', kind: 'text', weight: 3 },
  ]
  const rows: DocumentRow[] = regions.map(({ code, name, figure }) => ({
    key: code,
    cells: figure
      ? [
          name,
          figure.total,
          figure.target,
          hundredthsOf(figure.target, figure.total),
          `${figure.source}, ${figure.year}`,
        ]
      : [name, null, null, null, 'belum ada'],
  }))
  const total = totalRow('Jumlah', columns, rows, { 3: (sums) => hundredthsOf(sums(2), sums(1)) })
  return { key, title, columns, rows: withTotal ? [...rows, total] : rows }
}

function evidenceTable(title: string, header: string, regions: Below[]): FilledTable {
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 3 },
    { header: 'Kegiatan', kind: 'count', weight: 1.2 },
    { header: 'Jangkauan', kind: 'count', weight: 1.4 },
    { header: 'Jangkauan perkiraan', kind: 'count', weight: 1.5 },
    { header: 'Kegiatan tanpa angka', kind: 'count', weight: 1.5 },
    { header: 'Jangkauan terhadap sasaran (%)', kind: 'percent', weight: 1.8 },
  ]
  const rows: DocumentRow[] = regions.map(({ code, name, counts, figure }) => {
    const { activities, reach, estimatedReach, withoutReach } = underMark(counts, 'all')
    const share = figure ? hundredthsOf(reach, figure.target) : null
    return { key: code, cells: [name, activities, reach, estimatedReach, withoutReach, share] }
  })
  return { key: 'bukti', title, columns, rows: [...rows, totalRow('Jumlah', columns, rows)] }
}
