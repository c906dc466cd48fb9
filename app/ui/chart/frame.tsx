import { type ReactNode, useId } from 'react'
import { Fold } from '../fold'
import type { Tick } from './axis'
import type { MonthLabel } from './months'

/** A chart under its title, and its numbers as a table to unfold. The first column names the row. */
export function ChartFrame({
  title,
  description,
  headers,
  rows,
  children,
}: {
  title: string
  description?: string
  headers: string[]
  rows: string[][]
  children: ReactNode
}) {
  return (
    <figure>
      <figcaption className="mb-2">
        <span className="font-semibold">{title}</span>
        {description && <span className="block text-sm text-soft">{description}</span>}
      </figcaption>
      {children}
      <Fold look="plain" label="Angkanya dalam tabel" className="mt-1 text-sm">
        <table className="w-full max-w-xl border-collapse text-left">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-edge">
              {headers.map((header, at) => (
                <th key={header} scope="col" className={`py-1.5 pr-3 ${at > 0 ? 'text-right' : ''}`}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name} className="border-b border-line">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  {name}
                </th>
                {values.map((value, at) => (
                  <td key={headers[at + 1]} className="py-1.5 pr-3 text-right">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </figure>
  )
}

const TOP = 14
const BELOW = 36
/** About the width of a figure of the axis. */
const FIGURE = 7.5

/**
 * The space in which a chart is drawn. Across it is measured in percent and upwards in pixels, so that it takes any
 * width while its words and lines keep their size.
 */
export function Plot({
  title,
  description,
  height,
  ticks,
  labels,
  children,
}: {
  title: string
  description?: string
  height: number
  ticks: Tick[]
  labels: ((MonthLabel & { x: number }) | null)[]
  children: ReactNode
}) {
  const id = useId()
  const gutter = Math.max(...ticks.map(({ label }) => label.length)) * FIGURE + 12
  const tall = TOP + height + BELOW
  return (
    <div className="flex">
      <svg
        aria-hidden="true"
        width={gutter}
        height={tall}
        className="shrink-0 fill-soft text-xs"
        fontSize="12"
      >
        {ticks.map(({ y, label }) => (
          <text key={label} x={gutter - 8} y={TOP + y + 4} textAnchor="end">
            {label}
          </text>
        ))}
      </svg>
      <svg
        role="img"
        aria-labelledby={description ? `${id}t ${id}d` : `${id}t`}
        width="100%"
        height={tall}
        className="min-w-0 flex-1 overflow-visible"
        fontSize="12"
      >
        <title id={`${id}t`}>{title}</title>
        {description && <desc id={`${id}d`}>{description}</desc>}
        <g transform={`translate(0 ${TOP})`}>
          {ticks.map(({ y }) => (
            <line
              key={y}
              x1="0"
              x2="100%"
              y1={y}
              y2={y}
              className={y === height ? 'stroke-edge' : 'stroke-line'}
            />
          ))}
          {children}
        </g>
        <g className="fill-soft" textAnchor="middle" fontSize="11">
          {labels.map(
            (label) =>
              label && (
                <g key={label.x}>
                  <text x={`${label.x}%`} y={TOP + height + 16}>
                    {label.month}
                  </text>
                  {label.year && (
                    <text x={`${label.x}%`} y={TOP + height + 31}>
                      {label.year}
                    </text>
                  )}
                </g>
              ),
          )}
        </g>
      </svg>
    </div>
  )
}
