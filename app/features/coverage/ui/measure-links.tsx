import { Link } from '@remix-run/react'
import { mapHref } from '../coverage-address'
import { formatParts, formatValue, type MeasureKey, measureKeys, measures } from '../measures'
import type { RegionNumbers } from '../region-numbers'

/** All measures of a region with their values; pressing one shows it on the map. */
export function MeasureLinks({
  code,
  numbers,
  current,
  date,
}: {
  code: string
  numbers: RegionNumbers
  current: MeasureKey
  date: string | undefined
}) {
  return (
    <nav aria-label="Ukuran pada peta" className="mb-6">
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6 print:grid-cols-6">
        {measureKeys.map((key) => {
          const measure = measures[key]
          return (
            <li key={key} className="flex">
              <Link
                to={mapHref(code, { measure: key, date })}
                aria-current={key === current ? 'true' : undefined}
                className="group w-full rounded-md border border-line px-3 py-2.5 print:px-1.5 print:py-1 text-ink no-underline hover:border-teal-700 hover:bg-teal-50 aria-[current]:border-teal-700 aria-[current]:bg-teal-50 aria-[current]:shadow-[inset_0_-3px_0_var(--color-teal-700)]"
              >
                <span className="block text-xl font-bold text-teal-800 sm:text-2xl print:text-lg">
                  {formatValue(measure, numbers)}
                </span>
                <span className="block text-sm leading-snug font-semibold print:text-[7.5pt]">
                  {measure.short}
                </span>
                {measure.denominator && (
                  <span className="block text-sm text-soft print:text-[7.5pt]">
                    {formatParts(measure, numbers)}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
