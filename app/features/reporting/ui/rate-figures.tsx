import { formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'
import { type ListedReports, reportsHref } from '../office-reports.schema'
import { rateDefinitions } from '../reporting.messages'
import type { Rates } from '../reporting-rates.queries.server'
import type { ShownPlace } from './place-form'

/** Expected, actual, on time and dormant, each with its list, its share and what it means. */
export function RateFigures({ rates, place }: { rates: Rates; place: Pick<ShownPlace, 'code' | 'period'> }) {
  const { expected, actual, onTime, dormant } = rates
  const figures: { n: number; words: string; share: string; kind: ListedReports; meaning: string }[] = [
    { n: expected, words: 'KIM wajib lapor', share: '', kind: 'semua', meaning: rateDefinitions.expected },
    {
      n: actual,
      words: 'laporan masuk',
      share: `${formatPercent(actual, expected)} dari yang wajib`,
      kind: 'masuk',
      meaning: rateDefinitions.actual,
    },
    {
      n: onTime,
      words: 'tepat waktu',
      share: `${formatPercent(onTime, expected)} dari yang wajib`,
      kind: 'tepat',
      meaning: rateDefinitions.onTime,
    },
    {
      n: dormant,
      words: 'KIM vakum',
      share: `${formatPercent(dormant, expected)} dari yang wajib`,
      kind: 'vakum',
      meaning: rateDefinitions.dormant,
    },
  ]
  return (
    <dl className="my-6 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {figures.map(({ n, words, share, kind, meaning }) => (
        <div key={kind} className="flex flex-col">
          <dt className="order-2">
            {words}
            {share && <span className="block font-semibold">{share}</span>}
            <span className="block text-sm text-soft">{meaning}</span>
          </dt>
          <dd className="text-3xl font-bold">
            <Link
              to={reportsHref('list', { masa: place.period, wilayah: place.code, keadaan: kind })}
              className="inline-flex min-h-11 items-center text-teal-800"
            >
              {formatNumber(n)}
              <span className="sr-only"> {words}, buka daftarnya</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}
