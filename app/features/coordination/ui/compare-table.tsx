import { type Column, DataTable } from '~/ui/data'
import { formatDate, formatNumber, formatPercent } from '~/ui/format'
import { daysInWords } from '../board-columns'
import type { ComparedRow, CompareScreen, PastFigures } from '../compare.queries.server'
import { changeWords } from '../trend.schema'

interface Compared {
  name: string
  value: (figures: PastFigures) => number | null
  words: (figures: PastFigures) => string
  /** What the words are made of. */
  parts?: (figures: PastFigures) => string
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
  {
    name: 'Laporan masuk',
    value: ({ reports: { actual, expected } }) => (expected === 0 ? null : actual / expected),
    words: ({ reports: { actual, expected } }) => (expected === 0 ? '–' : formatPercent(actual, expected)),
    parts: ({ reports: { actual, expected } }) =>
      expected === 0 ? 'tidak ditunggu' : `${formatNumber(actual)} dari ${formatNumber(expected)}`,
    isShare: true,
  },
  {
    name: 'Tepat waktu',
    value: ({ reports: { onTime, expected } }) => (expected === 0 ? null : onTime / expected),
    words: ({ reports: { onTime, expected } }) => (expected === 0 ? '–' : formatPercent(onTime, expected)),
    parts: ({ reports: { onTime, expected } }) =>
      expected === 0 ? 'tidak ditunggu' : `${formatNumber(onTime)} dari ${formatNumber(expected)}`,
    isShare: true,
  },
]

/** What is known of both days, region by region: from one day to the other, and by how much it changed. */
export function CompareTable({ screen }: { screen: CompareScreen }) {
  const { rows, total, belowWords, a, b, region } = screen
  const columns: Column<ComparedRow>[] = [
    { header: belowWords, cell: ({ name }) => name },
    ...compared.map(
      (figure): Column<ComparedRow> => ({
        header: figure.name,
        numeric: true,
        cell: (row) => <Change figure={figure} row={row} />,
      }),
    ),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className="board" tabIndex={0} aria-label="Tabel perbandingan">
      <DataTable
        caption={`${region.name}: dari ${formatDate(a)} ke ${formatDate(b)}`}
        columns={columns}
        rows={rows}
        total={total}
        keyOf={({ code }) => code}
      />
    </section>
  )
}

function Change({ figure: { value, words, parts, isShare }, row }: { figure: Compared; row: ComparedRow }) {
  const small = 'block text-xs font-normal whitespace-nowrap text-soft'
  return (
    <>
      <span className="whitespace-nowrap">
        {words(row.a)} <Becomes /> {words(row.b)}
      </span>
      {parts && (
        <span className={small}>
          {parts(row.a)} <Becomes /> {parts(row.b)}
        </span>
      )}
      <span className={small}>{difference(value(row.a), value(row.b), isShare)}</span>
    </>
  )
}

function Becomes() {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="sr-only">menjadi</span>
    </>
  )
}

function difference(a: number | null, b: number | null, isShare: boolean): string {
  if (a === null || b === null) return 'tidak dapat dibandingkan'
  return `${changeWords(b - a, isShare)}${isShare ? '' : ' hari'}`
}
