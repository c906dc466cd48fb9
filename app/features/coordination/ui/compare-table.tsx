import { type Column, DataTable } from '~/ui/data'
import { formatDate, formatPercent } from '~/ui/format'
import { daysInWords } from '../board-columns'
import type { ComparedRow, CompareScreen, PastFigures } from '../compare.queries.server'
import { changeWords } from '../trend.schema'

interface Compared {
  name: string
  value: (figures: PastFigures) => number | null
  words: (figures: PastFigures) => string
  isShare: boolean
}

const compared: Compared[] = [
  {
    name: 'Desa ber-KIM',
    value: ({ villagesWithGroup, villages }) => (villages === 0 ? null : villagesWithGroup / villages),
    words: ({ villagesWithGroup, villages }) => formatPercent(villagesWithGroup, villages),
    isShare: true,
  },
  {
    name: 'KIM aktif',
    value: ({ activeGroups, groups }) => (groups === 0 ? null : activeGroups / groups),
    words: ({ activeGroups, groups }) => (groups === 0 ? '–' : formatPercent(activeGroups, groups)),
    isShare: true,
  },
  {
    name: 'Lama memutuskan',
    value: ({ medianDays }) => medianDays,
    words: ({ medianDays }) => (medianDays === null ? '–' : daysInWords(medianDays)),
    isShare: false,
  },
]

/** What is known of both days, region by region. */
export function CompareTable({ screen }: { screen: CompareScreen }) {
  const { rows, total, belowWords, a, b, region } = screen
  const columns: Column<ComparedRow>[] = [
    { header: belowWords, cell: ({ name }) => name },
    ...compared.flatMap(({ name, value, words, isShare }): Column<ComparedRow>[] => [
      { header: `${name}, ${formatDate(a)}`, numeric: true, cell: (row) => words(row.a) },
      { header: `${name}, ${formatDate(b)}`, numeric: true, cell: (row) => words(row.b) },
      {
        header: `${name}, selisih`,
        numeric: true,
        cell: (row) => (
          <span className="whitespace-nowrap">{difference(value(row.a), value(row.b), isShare)}</span>
        ),
      },
    ]),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className="board" tabIndex={0} aria-label="Tabel perbandingan">
      <DataTable
        caption={`${region.name} per ${formatDate(a)} dan ${formatDate(b)}`}
        columns={columns}
        rows={rows}
        total={total}
        keyOf={({ code }) => code}
      />
    </section>
  )
}

function difference(a: number | null, b: number | null, isShare: boolean): string {
  if (a === null || b === null) return '–'
  return `${changeWords(b - a, isShare)}${isShare ? '' : ' hari'}`
}
