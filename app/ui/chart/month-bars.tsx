import { Drawn } from '~/ui/drawn'
import { drawAxis, inWords, round, type Tick, type Unit } from './axis'
import { ChartFrame, Plot } from './frame'
import { type MonthLabel, monthLabels, monthName } from './months'

const HEIGHT = 140
/** Of the room of a month, how much its bar takes. */
const THICKNESS = 0.68

export interface MonthBarsDrawing {
  ticks: Tick[]
  bars: {
    month: string
    words: string
    /** In percent of the width. */
    x: number
    width: number
    center: number
    /** In pixels. */
    y: number
    height: number
    /** The month goes on. */
    isPartial: boolean
  }[]
  labels: (MonthLabel | null)[]
}

/**
 * One bar for each month, ready to be shown by `MonthBars`. Call it in the read model, so that browsers need no d3.
 * @param months `yyyy-mm`, in order, without gaps
 * @param options.partial the last month goes on; its bar is drawn hollow
 *
 * @example
 * <MonthBars title="Kegiatan per bulan" value="Kegiatan"
 *   drawing={drawMonthBars([{ month: '2026-10', value: 412 }, { month: '2026-11', value: 230 }], { partial: true })} />
 */
export function drawMonthBars(
  months: readonly { month: string; value: number }[],
  { partial = false, unit = 'count' }: { partial?: boolean; unit?: Unit } = {},
): MonthBarsDrawing {
  const { ticks, yOf } = drawAxis(
    months.map(({ value }) => value),
    unit,
    HEIGHT,
  )
  const room = 100 / Math.max(1, months.length)
  return {
    ticks,
    labels: monthLabels(months.map(({ month }) => month)),
    bars: months.map(({ month, value }, at) => ({
      month,
      words: inWords(value, unit),
      x: round((at + (1 - THICKNESS) / 2) * room),
      width: round(THICKNESS * room),
      center: round((at + 0.5) * room),
      y: yOf(value),
      height: round(HEIGHT - yOf(value)),
      isPartial: partial && at === months.length - 1,
    })),
  }
}

/**
 * Bars by month with their numbers as a table to unfold.
 * @param value what is counted, as the header of the table: "Kegiatan"
 */
export function MonthBars(props: MonthBarsProps) {
  return <Drawn as={Bars} of={props} />
}

interface MonthBarsProps {
  title: string
  description?: string
  value: string
  drawing: MonthBarsDrawing
}

function Bars({ title, description, value, drawing }: MonthBarsProps) {
  const { ticks, bars, labels } = drawing
  return (
    <ChartFrame
      title={title}
      description={description}
      headers={['Bulan', value]}
      rows={bars.map(({ month, words, isPartial }) => [
        `${monthName(month)}${isPartial ? ' (sampai hari ini)' : ''}`,
        words,
      ])}
    >
      <Plot
        title={title}
        description={description}
        height={HEIGHT}
        ticks={ticks}
        labels={labels.map((label, at) => label && { ...label, x: bars[at]?.center ?? 0 })}
      >
        {bars.map(({ month, words, x, width, y, height, isPartial }) => (
          <rect
            key={month}
            x={`${x}%`}
            width={`${width}%`}
            y={y}
            height={height}
            className={isPartial ? 'fill-teal-100 stroke-teal-500' : 'fill-teal-500'}
          >
            <title>{`${monthName(month)}: ${words}`}</title>
          </rect>
        ))}
      </Plot>
    </ChartFrame>
  )
}
