import { channelNames, functionWords } from '~/features/activities/activities.messages'
import {
  activityCountsOf,
  type CountsByMark,
  underMark,
} from '~/features/activities/activity-counts.queries.server'
import { activityFunctions, channels } from '~/features/activities/activity-kinds'
import type { ActivityCounts } from '~/features/activities/activity-marks'
import { allChoices } from '~/features/choices/choices.queries.server'
import { NATION, withWord } from '~/features/regions/places'
import { childrenOf } from '~/features/regions/regions.queries.server'
import { type DocumentColumn, type DocumentRow, type FilledTable, totalRow } from '../document'
import type { Collect } from './asked'
import { definitions } from './definitions'
import { belowHeaders } from './region-rows.server'

/** Output 2: confirmed activities of a period by function, channel, topic and region. */
export const collectActivityRecap: Collect = async ({ store }, { region, parameters: { from, until } }) => {
  const reading = { db: store.read, tables: store.tables }
  const { code, level } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  const children = await childrenOf(reading, code === NATION ? null : code)
  const codes = children.map((child) => child.code)
  const months = { first: from.slice(0, 7), last: until.slice(0, 7) }
  const marksBelow = ['all', ...[...functionMarks, ...channelMarks].map(({ mark }) => mark)]
  const [counts, countsBelow, topics] = await Promise.all([
    activityCountsOf(reading, [code], months),
    activityCountsOf(reading, codes, months, marksBelow),
    allChoices(reading, 'topics'),
  ])
  const whole = counts.get(code)
  const below = children.map((child) => ({
    code: child.code,
    name: withWord(child),
    counts: countsBelow.get(child.code),
  }))
  const header = belowHeaders[level]
  return {
    tables: [
      markTable('fungsi', 'Menurut fungsi ADINDA', 'Fungsi', whole, functionMarks),
      markTable('saluran', 'Menurut saluran', 'Saluran', whole, channelMarks),
      markTable(
        'topik',
        'Menurut topik',
        'Topik',
        whole,
        topics
          .map((topic) => ({ mark: `topic:${topic.code}`, name: topic.name }))
          .filter(({ mark }) => underMark(whole, mark).activities > 0),
      ),
      regionTable('fungsi-wilayah', `Fungsi menurut ${header.toLowerCase()}`, header, below, functionMarks),
      regionTable('saluran-wilayah', `Saluran menurut ${header.toLowerCase()}`, header, below, channelMarks),
    ],
    warnings: [reachWarning],
    definitions: [definitions.confirmed, marksDefinition, ...reachDefinitions],
  }
}

export const reachWarning =
  'Jangkauan adalah angka dari kelompok sendiri. Menjumlahkannya menghitung orang yang sama lebih dari sekali, jadi jumlahnya bukan jumlah orang.'

const marksDefinition = {
  term: 'Fungsi dan saluran',
  words:
    'Satu kegiatan dapat punya beberapa fungsi dan beberapa saluran, dan dihitung pada masing-masing. Baris “Semua kegiatan” menghitung tiap kegiatan satu kali, jadi bukan jumlah baris di atasnya.',
}

export const reachDefinitions = [
  {
    term: 'Perkiraan',
    words:
      'Kegiatan yang jangkauannya tidak dihitung melainkan diperkirakan oleh kelompok, dan bagian jangkauan dari kegiatan itu.',
  },
  {
    term: 'Tanpa angka',
    words: 'Kegiatan yang tidak menyebut jangkauan. Kegiatannya dihitung, jangkauannya tidak.',
  },
]

interface Marked {
  mark: string
  name: string
}

export const functionMarks: Marked[] = activityFunctions.map((name) => ({
  mark: `function:${name}`,
  name: functionWords[name].label,
}))

export const channelMarks: Marked[] = channels.map((name) => ({
  mark: `channel:${name}`,
  name: channelNames[name],
}))

const countColumns: DocumentColumn[] = [
  { header: 'Kegiatan', kind: 'count', weight: 1.2 },
  { header: 'Jangkauan', kind: 'count', weight: 1.4 },
  { header: 'Kegiatan dengan perkiraan', kind: 'count', weight: 1.5 },
  { header: 'Jangkauan perkiraan', kind: 'count', weight: 1.5 },
  { header: 'Kegiatan tanpa angka', kind: 'count', weight: 1.5 },
]

function countCells({
  activities,
  reach,
  estimated,
  estimatedReach,
  withoutReach,
}: ActivityCounts): number[] {
  return [activities, reach, estimated, estimatedReach, withoutReach]
}

/** What is counted under each of some marks, and of all activities once. */
export function markTable(
  key: string,
  title: string,
  header: string,
  counts: CountsByMark | undefined,
  marks: Marked[],
): FilledTable {
  const rows: DocumentRow[] = marks.map(({ mark, name }) => ({
    key: mark,
    cells: [name, ...countCells(underMark(counts, mark))],
  }))
  const all: DocumentRow = {
    key: 'all',
    isTotal: true,
    cells: ['Semua kegiatan', ...countCells(underMark(counts, 'all'))],
  }
  return { key, title, columns: [{ header, kind: 'text', weight: 3 }, ...countColumns], rows: [...rows, all] }
}

/** How many activities carry each mark, region by region. */
export function regionTable(
  key: string,
  title: string,
  header: string,
  below: { code: string; name: string; counts: CountsByMark | undefined }[],
  marks: Marked[],
): FilledTable {
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 3 },
    { header: 'Semua kegiatan', kind: 'count', weight: 1.2 },
    ...marks.map(({ name }): DocumentColumn => ({ header: name, kind: 'count', weight: 1.3 })),
  ]
  const rows: DocumentRow[] = below.map(({ code, name, counts }) => ({
    key: code,
    cells: [
      name,
      ...['all', ...marks.map(({ mark }) => mark)].map((mark) => underMark(counts, mark).activities),
    ],
  }))
  return { key, title, columns, rows: [...rows, totalRow('Jumlah', columns, rows)] }
}
