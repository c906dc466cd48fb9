import { Fold } from '~/ui/fold'
import { formatDate } from '~/ui/format'
import { mapHref } from '../coverage-address'
import type { Measure } from '../measure'
import { formatParts, formatValue, measureValue } from '../measures'
import type { MapNumbers } from '../region-numbers'
import { shortMonth } from './cut-off-form'

interface Point {
  date: string
  numbers: MapNumbers
}

interface TrendProps {
  code: string
  measure: Measure
  points: Point[]
  /** The day that the map shows. */
  date: string
  today: string
}

const WIDTH = 720
const HEIGHT = 190
const LEFT = 52
const RIGHT = 14
const TOP = 14
const BOTTOM = 26

/** How a measure went through 24 months: a line whose points lead to their day, and its numbers as a table. */
export function Trend({ code, measure, points, date, today }: TrendProps) {
  const values = points.map(({ numbers }) => measureValue(measure, numbers))
  const top = roundUp(Math.max(...values.map((value) => value ?? 0)), measure)
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / Math.max(1, points.length - 1)
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / top
  const href = (day: string) => mapHref(code, { measure: measure.key, date: day === today ? undefined : day })
  const known = points.flatMap((point, at) => {
    const value = values[at]
    return value === null || value === undefined
      ? []
      : [{ ...point, at, cx: round(x(at)), cy: round(y(value)) }]
  })
  return (
    <figure>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn; `img` would hide the links. */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-auto w-full max-w-3xl"
        role="group"
        aria-label={`${measure.name} selama 24 bulan; angkanya ada di tabel di bawah gambar.`}
      >
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={round(y(value))}
              y2={round(y(value))}
              className="stroke-line"
            />
            <text x={LEFT - 8} y={round(y(value)) + 4} textAnchor="end" fontSize="12" className="fill-soft">
              {axisWord(value, measure)}
            </text>
          </g>
        ))}
        {points.map(
          (point, at) =>
            at % 6 === 0 && (
              <text
                key={point.date}
                x={round(x(at))}
                y={HEIGHT - 6}
                textAnchor={at === points.length - 1 ? 'end' : at === 0 ? 'start' : 'middle'}
                fontSize="12"
                className="fill-soft"
              >
                {shortMonth(point.date)}
              </text>
            ),
        )}
        <path
          d={known.map(({ cx, cy }, at) => `${at === 0 ? 'M' : 'L'}${cx} ${cy}`).join('')}
          className="fill-none stroke-teal-700"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        {known.map(({ date: day, numbers, cx, cy }) => {
          const words = `${formatDate(day)}: ${formatValue(measure, numbers)}`
          const chosen = day === date
          return (
            <a key={day} href={href(day)} aria-label={words} aria-current={chosen ? 'date' : undefined}>
              <title>{words}</title>
              <rect
                x={cx - 12}
                y={TOP - 6}
                width="24"
                height={HEIGHT - TOP - BOTTOM + 12}
                fill="transparent"
              />
              <circle
                cx={cx}
                cy={cy}
                r={chosen ? 7 : 4}
                strokeWidth="2"
                className={chosen ? 'fill-teal-700 stroke-white' : 'fill-white stroke-teal-700'}
              />
            </a>
          )
        })}
      </svg>
      <Fold label="Lihat angkanya sebagai tabel" className="mt-2">
        <table className="mt-1 w-full max-w-xl border-collapse text-left">
          <caption className="sr-only">{measure.name} selama 24 bulan</caption>
          <thead>
            <tr className="border-b border-edge text-sm text-soft">
              <th scope="col" className="py-2 pr-3 font-semibold">
                Tanggal
              </th>
              <th scope="col" className="px-3 py-2 text-right font-semibold">
                {measure.short}
              </th>
              {measure.denominator && (
                <th scope="col" className="py-2 pl-3 text-right font-semibold">
                  Dari
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map(({ date: day, numbers }) => (
              <tr key={day} className="border-b border-line">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  <a href={href(day)}>{formatDate(day)}</a>
                </th>
                <td className="px-3 py-1.5 text-right">{formatValue(measure, numbers)}</td>
                {measure.denominator && (
                  <td className="py-1.5 pl-3 text-right text-soft">{formatParts(measure, numbers)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </figure>
  )
}

/** The upper end of the scale: a round number not below the highest value. */
function roundUp(highest: number, { denominator }: Measure): number {
  const least = denominator ? 0.02 : 4
  const value = Math.max(highest, least)
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value - 1e-12) ?? value
}

function axisWord(value: number, { denominator }: Measure): string {
  const scaled = denominator ? value * 100 : value
  const words = scaled.toLocaleString('id-ID', { maximumFractionDigits: 1 })
  return denominator ? `${words}%` : words
}

const round = (value: number) => Math.round(value * 10) / 10
