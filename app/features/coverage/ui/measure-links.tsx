import { Link } from '~/ui/link'
import { mapHref } from '../coverage-address'
import type { Measure } from '../measure'
import {
  formatParts,
  formatValue,
  groupMeasureKeys,
  type MeasureKey,
  measures,
  measureValue,
} from '../measures'
import { officeMeasureKeys } from '../office-measures'
import type { MapNumbers } from '../region-numbers'

const parts: { title: string; keys: readonly MeasureKey[]; columns: string }[] = [
  { title: 'Cakupan dan keaktifan', keys: groupMeasureKeys, columns: 'lg:grid-cols-6 print:grid-cols-6' },
  { title: 'Pemetaan dan kemitraan', keys: officeMeasureKeys, columns: 'lg:grid-cols-5 print:grid-cols-5' },
]

interface MeasureLinksProps {
  code: string
  numbers: MapNumbers
  current: MeasureKey
  date: string | undefined
}

/** All measures of a region with their values; pressing one shows it on the map. */
export function MeasureLinks(props: MeasureLinksProps) {
  return (
    <nav aria-label="Ukuran pada peta" className="mb-6 grid gap-4 print:gap-2">
      {parts.map(({ title, keys, columns }) => (
        <div key={title}>
          <h2 className="mb-1.5 text-sm font-semibold text-soft print:text-[8pt]">{title}</h2>
          <ul className={`grid grid-cols-2 gap-2 sm:grid-cols-3 ${columns}`}>
            {keys.map((key) => (
              <li key={key} className="flex">
                <MeasureLink {...props} measure={measures[key]} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function MeasureLink({ code, numbers, current, date, measure }: MeasureLinksProps & { measure: Measure }) {
  const known = measureValue(measure, numbers) !== null
  const parts = known ? measure.denominator && formatParts(measure, numbers) : measure.unknown
  return (
    <Link
      to={mapHref(code, { measure: measure.key, date })}
      aria-current={measure.key === current ? 'true' : undefined}
      className="group w-full rounded-md border border-line px-3 py-2.5 print:px-1.5 print:py-1 text-ink no-underline hover:border-teal-700 hover:bg-teal-50 aria-[current]:border-teal-700 aria-[current]:bg-teal-50 aria-[current]:shadow-[inset_0_-3px_0_var(--color-teal-700)]"
    >
      <span className="block text-xl font-bold text-teal-800 sm:text-2xl print:text-lg">
        {formatValue(measure, numbers)}
      </span>
      <span className="block text-sm leading-snug font-semibold print:text-[7.5pt]">{measure.short}</span>
      {parts && <span className="block text-sm text-soft print:text-[7.5pt]">{parts}</span>}
    </Link>
  )
}
