import { type Period, periodKinds, periodKindWords, periodWords } from '~/features/reporting/periods'
import { rateDefinitions } from '~/features/reporting/reporting.messages'
import { yearRates } from '~/features/reporting/year-rates.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import {
  type Definition,
  type DocumentColumn,
  type DocumentRow,
  type FilledTable,
  hundredthsOf,
  totalRow,
} from '../document'
import type { Asked } from './asked'

/** How the periodic reports of a year stand in each region below one, and what the figures mean. */
export async function reportingTable(
  services: Services,
  { region, parameters }: Pick<Asked, 'region' | 'parameters'>,
  { header, below }: { header: string; below: { code: string; name: string }[] },
): Promise<{ table: FilledTable; definitions: Definition[] }> {
  const { periods, rates } = await yearRates(
    services,
    below.map(({ code }) => code),
    {
      within: region.code,
      year: parameters.until.slice(0, 4),
      today: localDate(services.clock(), region.zone),
    },
  )
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 3 },
    { header: 'Wajib lapor', kind: 'count', weight: 1.2 },
    { header: 'Dari KIM vakum', kind: 'count', weight: 1.3 },
    { header: 'Masuk', kind: 'count', weight: 1.1 },
    { header: 'Masuk (%)', kind: 'percent', weight: 1.2 },
    { header: 'Tepat waktu', kind: 'count', weight: 1.2 },
    { header: 'Tepat waktu (%)', kind: 'percent', weight: 1.3 },
  ]
  const rows: DocumentRow[] = below.map(({ code, name }) => {
    const { expected = 0, dormant = 0, actual = 0, onTime = 0 } = rates.get(code) ?? {}
    const shares = [actual, onTime].map((part) => hundredthsOf(part, expected))
    return {
      key: code,
      cells: [name, expected, dormant, actual, shares[0] ?? null, onTime, shares[1] ?? null],
    }
  })
  const total = totalRow('Jumlah', columns, rows, {
    4: (sums) => hundredthsOf(sums(3), sums(1)),
    6: (sums) => hundredthsOf(sums(5), sums(1)),
  })
  return {
    table: {
      key: 'laporan',
      title: `Laporan menurut ${header.toLowerCase()}`,
      columns,
      rows: [...rows, total],
    },
    definitions: [
      { term: 'Masa laporan', words: periodsInWords(periods) },
      { term: 'Wajib lapor', words: `${rateDefinitions.expected} Dijumlahkan atas semua masa laporan.` },
      { term: 'Dari KIM vakum', words: rateDefinitions.dormant },
      { term: 'Masuk', words: `${rateDefinitions.actual} Persentasenya dari yang wajib lapor.` },
      { term: 'Tepat waktu', words: `${rateDefinitions.onTime} Persentasenya dari yang wajib lapor.` },
    ],
  }
}

function periodsInWords(periods: Period[]): string {
  const spans = periodKinds.flatMap((kind) => {
    const own = periods.filter((period) => period.kind === kind)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const words = own.length === 1 ? periodWords(first) : `${periodWords(first)} sampai ${periodWords(last)}`
    return [`${periodKindWords[kind].toLowerCase()}, ${words}`]
  })
  if (spans.length === 0) return 'Belum ada masa laporan yang batas kirimnya sudah lewat.'
  return `Yang batas kirimnya sudah lewat saat data diambil: ${spans.join('; ')}.`
}
