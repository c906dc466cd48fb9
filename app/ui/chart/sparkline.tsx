import { line } from 'd3-shape'
import { round } from './axis'

const WIDTH = 96
const HEIGHT = 24

/** A small line without an axis, as the path that `Sparkline` shows; beside it stands the number that it leads to. */
export function drawSparkline(values: readonly number[]): string {
  const highest = Math.max(...values, 1)
  const path = line<number>()
    .x((_, at) => round(2 + (at / Math.max(1, values.length - 1)) * (WIDTH - 4)))
    .y((value) => round(HEIGHT - 2 - (value / highest) * (HEIGHT - 4)))
  return path(values) ?? ''
}

/** @param title what it shows, in words: "Kegiatan 12 bulan terakhir: naik dari 3 ke 12" */
export function Sparkline({ title, path }: { title: string; path: string }) {
  return (
    <svg
      role="img"
      aria-label={title}
      width={WIDTH}
      height={HEIGHT}
      className="inline-block stroke-teal-500 align-middle"
    >
      <title>{title}</title>
      <path d={path} fill="none" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  )
}
