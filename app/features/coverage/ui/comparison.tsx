import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { listHref, mapHref } from '../coverage-address'
import type { Measure } from '../measure'
import { formatDifference, formatParts, formatValue, measureKeys, measures } from '../measures'
import type { RegionPage } from '../region-page.server'
import { CoverageFigure } from './coverage-map'
import { VillageMosaic } from './village-mosaic'

/** What a side is called: its region, and its day where the regions are the same. */
function nameOf({ screen }: RegionPage, other: RegionPage): string {
  const { region, cutOff } = screen
  return region.code === other.screen.region.code ? formatDate(cutOff.date) : region.name
}

/** Two regions or two days: maps side by side, one under the other on a phone, and the differences as a table. */
export function Comparison({ left, right }: { left: RegionPage; right: RegionPage }) {
  return (
    <>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2 print:grid-cols-2">
        {[left, right].map((page, at) => (
          <Side key={at === 0 ? 'kiri' : 'kanan'} page={page} />
        ))}
      </div>
      <Differences left={left} right={right} />
    </>
  )
}

function Side({ page }: { page: RegionPage }) {
  const { screen, map, linked, found } = page
  const measure: Measure = measures[page.measure]
  const { region, cutOff, numbers, villages } = screen
  return (
    <section className="min-w-0">
      <h2 className="text-xl">
        <Link to={mapHref(region.code, { measure: measure.key, date: linked })}>{region.name}</Link>
      </h2>
      <p className="text-soft">
        {formatDate(cutOff.date)}: <strong className="text-ink">{formatValue(measure, numbers)}</strong>
        {measure.denominator && ` (${formatParts(measure, numbers)})`}
      </p>
      <div className="mt-3">
        {map && map.shows !== 'place' ? (
          <CoverageFigure map={map} measure={measure} />
        ) : (
          villages && (
            <VillageMosaic
              districts={villages}
              named={false}
              measure={measure.key}
              date={linked}
              found={found}
            />
          )
        )}
      </div>
    </section>
  )
}

function Differences({ left, right }: { left: RegionPage; right: RegionPage }) {
  const head = 'px-3 py-2 text-right font-semibold'
  return (
    <section className="mt-10">
      <h2 className="text-xl">Selisihnya</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
      <section className="mt-3 overflow-x-auto" tabIndex={0} aria-label="Tabel selisih">
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">Ukuran kedua sisi dan selisihnya</caption>
          <thead>
            <tr className="border-b border-edge text-sm text-soft">
              <th scope="col" className="py-2 pr-3 font-semibold">
                Ukuran
              </th>
              <th scope="col" className={head}>
                {nameOf(left, right)}
              </th>
              <th scope="col" className={head}>
                {nameOf(right, left)}
              </th>
              <th scope="col" className={head}>
                Selisih
              </th>
            </tr>
          </thead>
          <tbody>
            {measureKeys.map((key) => {
              const measure: Measure = measures[key]
              return (
                <tr key={key} className="border-b border-line">
                  <th scope="row" className="py-2 pr-3 font-medium">
                    {measure.name}
                  </th>
                  {[left, right].map(({ screen, linked }, at) => (
                    <td key={at === 0 ? 'kiri' : 'kanan'} className="px-3 py-2 text-right">
                      {formatValue(measure, screen.numbers)}{' '}
                      <Parts measure={measure} screen={screen} date={linked} />
                    </td>
                  ))}
                  <td className="px-3 py-2 text-right font-semibold">
                    {formatDifference(measure, left.screen.numbers, right.screen.numbers)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Parts({
  measure: { numerator, denominator },
  screen: { region, numbers },
  date,
}: {
  measure: Measure
  screen: RegionPage['screen']
  date: string | undefined
}) {
  const part = numerator.of(numbers)
  if (part === null) return <span className="block text-xs text-soft">tidak disimpan</span>
  return (
    <span className="block text-xs text-soft">
      <Link to={listHref(region.code, numerator.list, date)}>{formatNumber(part)}</Link>
      {denominator && ` dari ${formatNumber(denominator.of(numbers))}`}
    </span>
  )
}
