import { line } from 'd3-shape'
import { Drawn } from '~/ui/drawn'
import { formatDate } from '~/ui/format'
import { drawAxis, inWords, round, type Tick, type Unit } from './axis'
import { ChartFrame, Plot } from './frame'
import { type MonthLabel, monthLabels } from './months'

const HEIGHT = 170
/** The width in which lines are drawn before they are stretched. */
export const ACROSS = 1000
/** From a point up to its figure, and from one figure to the next below it. */
const ABOVE = 8
const LINE = 14

export interface TrendSeries {
  name: string
  /** One for each date; null where nothing is known. */
  values: readonly (number | null)[]
}

export interface LineTrendDrawing {
  ticks: Tick[]
  dates: string[]
  labels: (MonthLabel | null)[]
  series: {
    name: string
    path: string
    words: string[]
    /** The latest known point and where its figure stands; `x` in percent, `y` in pixels. */
    last: { x: number; y: number; words: string; wordsY: number } | null
  }[]
}

/**
 * One to three lines through time, ready to be shown by `LineTrend`. Call it in the read model, so that browsers need
 * no d3.
 * @param dates `yyyy-mm-dd`, in order and evenly spaced
 *
 * @example
 * <LineTrend title="KIM terdaftar dan aktif" drawing={drawLineTrend(['2026-10-31', '2026-11-22'],
 *   [{ name: 'Terdaftar', values: [700, 705] }, { name: 'Aktif', values: [210, 231] }])} />
 */
export function drawLineTrend(
  dates: readonly string[],
  series: readonly TrendSeries[],
  { unit = 'count' }: { unit?: Unit } = {},
): LineTrendDrawing {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const { ticks, yOf } = drawAxis(known, unit, HEIGHT)
  const xOf = (at: number) => ((at + 0.5) / Math.max(1, dates.length)) * ACROSS
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => round(xOf(at)))
    .y((value) => yOf(value ?? 0))
  const drawn = series.map(({ name, values }) => {
    const at = values.findLastIndex((value) => value !== null)
    const latest = values[at] ?? null
    return {
      name,
      path: path(values) ?? '',
      words: values.map((value) => (value === null ? '–' : inWords(value, unit))),
      last:
        latest === null
          ? null
          : {
              x: round((xOf(at) / ACROSS) * 100),
              y: yOf(latest),
              words: inWords(latest, unit),
              wordsY: yOf(latest) - ABOVE,
            },
    }
  })
  spreadWords(drawn.flatMap(({ last }) => last ?? []))
  return { ticks, dates: [...dates], labels: monthLabels(dates), series: drawn }
}

/** Moves figures that would lie on each other down, the lower ones further. */
function spreadWords(points: { y: number; wordsY: number }[]): void {
  let free = Number.NEGATIVE_INFINITY
  for (const point of [...points].sort((a, b) => a.y - b.y)) {
    point.wordsY = Math.max(point.wordsY, free)
    free = point.wordsY + LINE
  }
}

/** Told apart by dashes as well as by shade. */
const strokes = [
  { line: 'stroke-teal-700', dot: 'fill-teal-700', dashes: undefined },
  { line: 'stroke-teal-500', dot: 'fill-teal-500', dashes: '6 3' },
  { line: 'stroke-edge', dot: 'fill-edge', dashes: '2 3' },
] as const

/** Lines through time with a legend and their numbers as a table to unfold. */
export function LineTrend(props: LineTrendProps) {
  return <Drawn as={Lines} of={props} />
}

interface LineTrendProps {
  title: string
  description?: string
  drawing: LineTrendDrawing
}

function Lines({ title, description, drawing }: LineTrendProps) {
  const { ticks, dates, labels, series } = drawing
  const styled = series.map((one, at) => ({ ...one, ...(strokes[at] ?? strokes[0]) }))
  return (
    <ChartFrame
      title={title}
      description={description}
      headers={['Tanggal', ...series.map(({ name }) => name)]}
      rows={dates.map((date, at) => [formatDate(date), ...series.map(({ words }) => words[at] ?? '')])}
    >
      {series.length > 1 && (
        <ul className="mb-1 flex flex-wrap gap-x-5 text-sm">
          {styled.map(({ name, line, dashes }) => (
            <li key={name} className="flex items-center gap-2">
              <svg aria-hidden="true" width="28" height="8">
                <line
                  x1="0"
                  x2="28"
                  y1="4"
                  y2="4"
                  strokeWidth="2.5"
                  strokeDasharray={dashes}
                  className={line}
                />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <Plot
        title={title}
        description={description}
        height={HEIGHT}
        ticks={ticks}
        labels={labels.map((label, at) => label && { ...label, x: round(((at + 0.5) / dates.length) * 100) })}
      >
        <svg
          aria-hidden="true"
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${ACROSS} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {styled.map(({ name, path, line, dashes }) => (
            <path
              key={name}
              d={path}
              fill="none"
              strokeWidth="2.5"
              strokeLinejoin="round"
              strokeDasharray={dashes}
              vectorEffect="non-scaling-stroke"
              className={line}
            />
          ))}
        </svg>
        {styled.map(
          ({ name, last, dot }) =>
            last && (
              <g key={name}>
                <circle cx={`${last.x}%`} cy={last.y} r="4" className={dot} />
                <text
                  x={`${last.x}%`}
                  y={last.wordsY}
                  textAnchor="end"
                  className="fill-ink stroke-paper font-semibold [paint-order:stroke]"
                  strokeWidth="4"
                >
                  {last.words}
                </text>
              </g>
            ),
        )}
      </Plot>
    </ChartFrame>
  )
}
