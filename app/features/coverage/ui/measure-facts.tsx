import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { listHref } from '../coverage-address'
import { lists } from '../list-kinds'
import type { Measure } from '../measure'
import { activeMeans, formatValue } from '../measures'
import { isOfMappings } from '../office-measures'
import type { MapNumbers } from '../region-numbers'

interface MeasureFactsProps {
  code: string
  measure: Measure
  numbers: MapNumbers
  /** The day whose numbers these are. */
  date: string
  /** In links; left out for today. */
  linked: string | undefined
  activeDays: number
}

/** One measure as a large number with all that it takes to read it: definition, numerator, denominator, day. */
export function MeasureFacts({ code, measure, numbers, date, linked, activeDays }: MeasureFactsProps) {
  const { numerator, denominator } = measure
  const part = numerator.of(numbers)
  return (
    <section aria-labelledby="ukuran">
      <h2 id="ukuran" className="text-lg">
        {measure.name}
      </h2>
      <p className="mt-1 text-4xl font-bold tracking-tight text-teal-800">{formatValue(measure, numbers)}</p>
      <dl className="mt-2 text-sm">
        <div className="flex flex-wrap gap-x-1.5">
          <dt className="sr-only">Pembilang</dt>
          <dd>
            <Link to={listHref(code, numerator.list, linked)} className="inline-block py-1 font-semibold">
              {part === null ? 'Keadaan hari ini' : formatNumber(part)}
            </Link>{' '}
            {part === null ? `(${measure.unknown})` : numerator.words}
          </dd>
        </div>
        {denominator && part !== null && (
          <div className="flex flex-wrap gap-x-1.5">
            <dt className="sr-only">Penyebut</dt>
            <dd>
              dari <strong>{formatNumber(denominator.of(numbers))}</strong> {denominator.words}
            </dd>
          </div>
        )}
        <div className="mt-1">
          <dt className="sr-only">Tanggal batas</dt>
          <dd>
            Keadaan per <strong>{formatDate(date)}</strong>
            <SettledOn numbers={numbers} measure={measure} />
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-soft">
        {measure.definition} {measure.key.endsWith('aktif') && activeMeans(activeDays)}
      </p>
      {measure.key.startsWith('desa') && (
        <p className="no-print mt-2 text-sm">
          <Link to={listHref(code, 'desa-tanpa-kim', linked)} className="inline-flex min-h-11 items-center">
            {formatNumber(lists['desa-tanpa-kim'].count(numbers))} belum punya KIM
          </Link>
        </p>
      )}
    </section>
  )
}

/** On which days the mappings were settled whose findings these are. */
function SettledOn({ numbers: { mapped }, measure }: { numbers: MapNumbers; measure: Measure }) {
  const { firstOn, lastOn } = mapped
  if (!isOfMappings(measure.key) || !firstOn || !lastOn) return null
  return (
    <>
      , menurut pemetaan yang ditetapkan{' '}
      {firstOn === lastOn ? formatDate(lastOn) : `antara ${formatDate(firstOn)} dan ${formatDate(lastOn)}`}
    </>
  )
}
