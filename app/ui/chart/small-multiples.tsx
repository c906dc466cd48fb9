import { line } from 'd3-shape'
import { formatDate } from '~/ui/format'
import { Fold } from '../fold'
import { drawAxis, inWords, round, type Unit } from './axis'
import { monthName } from './months'

const HEIGHT = 56
const ACROSS = 200

export interface SmallMultiplesDrawing {
  dates: string[]
  /** The top of the scale that all lines share, in words. */
  top: string
  panels: {
    key: string
    name: string
    path: string
    words: string[]
    last: { y: number; words: string } | null
  }[]
}

/**
 * One small line for each of many regions, all in the same scale, ready to be shown by `SmallMultiples`. Call it in the
 * read model, so that browsers need no d3.
 * @param dates `yyyy-mm-dd`, in order and evenly spaced; values are null where nothing is known
 */
export function drawSmallMultiples(
  dates: readonly string[],
  series: readonly { key: string; name: string; values: readonly (number | null)[] }[],
  { unit = 'count' }: { unit?: Unit } = {},
): SmallMultiplesDrawing {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const { ticks, yOf } = drawAxis(known, unit, HEIGHT)
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => round((at / Math.max(1, dates.length - 1)) * ACROSS))
    .y((value) => yOf(value ?? 0))
  return {
    dates: [...dates],
    top: ticks.at(-1)?.label ?? '',
    panels: series.map(({ key, name, values }) => {
      const latest = values.at(-1) ?? null
      return {
        key,
        name,
        path: path(values) ?? '',
        words: values.map((value) => (value === null ? '–' : inWords(value, unit))),
        last: latest === null ? null : { y: yOf(latest), words: inWords(latest, unit) },
      }
    }),
  }
}

/** Many small lines side by side, to be compared at a glance; their numbers stand in a table to unfold. */
export function SmallMultiples({
  title,
  rowHeader,
  drawing: { dates, top, panels },
}: {
  title: string
  /** What each line stands for: "Kabupaten atau Kota". */
  rowHeader: string
  drawing: SmallMultiplesDrawing
}) {
  const [from = '', last = ''] = [dates[0], dates.at(-1)]
  return (
    <figure>
      <figcaption className="mb-4 text-sm text-soft">
        {monthName(from)} sampai {formatDate(last)}; semua gambar berskala sama, dari 0 sampai {top}.
      </figcaption>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
        {panels.map((panel) => (
          <li key={panel.key}>
            <p className="text-sm leading-tight">{panel.name}</p>
            <Panel panel={panel} />
          </li>
        ))}
      </ul>
      <Fold look="plain" label="Angkanya dalam tabel" className="mt-4 text-sm">
        <NumberTable title={title} rowHeader={rowHeader} dates={dates} panels={panels} />
      </Fold>
    </figure>
  )
}

function Panel({ panel: { name, path, words, last } }: { panel: SmallMultiplesDrawing['panels'][number] }) {
  return (
    <div className="flex items-center gap-2">
      <svg
        role="img"
        aria-label={`${name}: dari ${words[0]} ke ${words.at(-1)}`}
        viewBox={`0 -4 ${ACROSS} ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT + 8}
        className="min-w-0 flex-1 overflow-visible"
      >
        <line
          x1="0"
          x2={ACROSS}
          y1={HEIGHT}
          y2={HEIGHT}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={path}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-teal-700"
        />
      </svg>
      <span className="w-14 shrink-0 text-right font-semibold" aria-hidden="true">
        {last?.words ?? '–'}
      </span>
    </div>
  )
}

function NumberTable({
  title,
  rowHeader,
  dates,
  panels,
}: { title: string; rowHeader: string } & Pick<SmallMultiplesDrawing, 'dates' | 'panels'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className="overflow-x-auto print:overflow-visible" tabIndex={0} aria-label={`Tabel: ${title}`}>
      <table className="w-full border-collapse text-left whitespace-nowrap print:text-[7pt]">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-edge">
            <th scope="col" className="py-1.5 pr-3">
              {rowHeader}
            </th>
            {dates.map((date) => (
              <th key={date} scope="col" className="py-1.5 pr-3 text-right">
                {monthName(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {panels.map(({ key, name, words }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-3 font-normal">
                {name}
              </th>
              {dates.map((date, at) => (
                <td key={date} className="py-1.5 pr-3 text-right">
                  {words[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
