import { scaleLinear } from 'd3-scale'
import { formatNumber } from '~/ui/format'

/** What a chart's numbers are: things counted, or parts of a whole from 0 to 1. */
export type Unit = 'count' | 'share'

export interface Tick {
  /** From the top of the plot, in pixels. */
  y: number
  label: string
}

/** The upright axis from 0 to a round number above the highest value. */
export function drawAxis(
  values: readonly number[],
  unit: Unit,
  height: number,
): { ticks: Tick[]; yOf: (value: number) => number } {
  const highest = Math.max(...values, unit === 'share' ? 0.04 : 4)
  const scale = scaleLinear().domain([0, highest]).range([height, 0]).nice(4)
  const ticks = scale
    .ticks(4)
    .filter((value) => unit === 'share' || Number.isInteger(value))
    .map((value) => ({ y: round(scale(value)), label: inWords(value, unit) }))
  return { ticks, yOf: (value) => round(scale(value)) }
}

/** A value as people read it: `1.234`, `12,5%`. */
export function inWords(value: number, unit: Unit): string {
  return unit === 'count' ? formatNumber(value) : `${formatNumber(Math.round(value * 1000) / 10)}%`
}

export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
