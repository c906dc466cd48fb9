import { tagged } from '~/platform/pdf/document'
import { ensureRoom, type Flow, hairline, ink, soft, teal } from '~/platform/pdf/flow'
import { printable, type Style } from '~/platform/pdf/typesetter'
import type { Tick } from '~/ui/chart/axis'
import { ACROSS, type LineTrendDrawing } from '~/ui/chart/line-trend'
import type { MonthBarsDrawing } from '~/ui/chart/month-bars'
import type { MonthLabel } from '~/ui/chart/months'
import type { ChartDrawing } from './document-charts'

const GAP = 32
/** What a row of charts takes on a page. */
export const CHARTS_HEIGHT = 190
/** From the top of a chart to its plot: title and legend, and room for the figures above the lines. */
const HEAD = 44
const PLOT = 112
const small: Style = { face: 'sans', size: 7.5, color: soft }
/** As on screen: told apart by dashes as well as by shade. */
const strokes = [
  { color: teal, dashes: undefined },
  { color: '#1f807e', dashes: [6, 3] },
  { color: '#8a8f8b', dashes: [2, 3] },
] as const

/** Draws the charts of a table side by side as vectors; each reads its beginning and end aloud. */
export function drawChartsOn(flow: Flow, charts: ChartDrawing[]): void {
  if (charts.length === 0) return
  ensureRoom(flow, CHARTS_HEIGHT)
  const width = (flow.width - GAP * (charts.length - 1)) / charts.length
  for (const [at, chart] of charts.entries()) {
    const left = flow.left + at * (width + GAP)
    tagged(flow.doc, 'Figure', () => drawChart(flow, chart, { left, width }), chart.description)
  }
  flow.y += CHARTS_HEIGHT
}

function drawChart(flow: Flow, chart: ChartDrawing, { left, width }: { left: number; width: number }): void {
  const { type, y } = flow
  type.line(printable(chart.title), left, y + 9, { face: 'sansBold', size: 9.5, color: ink })
  const gutter = Math.max(...chart.drawing.ticks.map(({ label }) => type.width(label, small))) + 6
  const plot: Place = { left: left + gutter, top: y + HEAD, width: width - gutter, scale: scaleOf(chart) }
  drawTicks(flow, plot, chart.drawing.ticks)
  if (chart.kind === 'lines') drawLines(flow, plot, chart.drawing, { left, y: y + 23 })
  else drawBars(flow, plot, chart.drawing)
}

/** Where the numbers are drawn. */
interface Place {
  left: number
  top: number
  width: number
  /** From the pixels of the drawing, which begin at its top, to points. */
  scale: number
}

/** The axis begins at nothing, at the foot of the drawing. */
function scaleOf({ drawing: { ticks } }: ChartDrawing): number {
  return PLOT / Math.max(...ticks.map(({ y }) => y))
}

function drawTicks({ doc, type }: Flow, { left, top, width, scale }: Place, ticks: Tick[]): void {
  for (const { y, label } of ticks) {
    const at = top + y * scale
    doc
      .lineWidth(0.5)
      .strokeColor(hairline)
      .moveTo(left, at)
      .lineTo(left + width, at)
      .stroke()
    type.line(label, left - 5, at + 2.5, small, 'right')
  }
}

function drawLines(
  flow: Flow,
  plot: Place,
  { series, labels }: LineTrendDrawing,
  legend: { left: number; y: number },
): void {
  const { doc, type } = flow
  const { left, top, width, scale } = plot
  drawLabels(flow, plot, labels, (at) => (at + 0.5) / labels.length)
  let x = legend.left
  for (const [at, { name, path, last }] of series.entries()) {
    const { color, dashes } = strokes[at] ?? strokes[0]
    const stroke = () => {
      doc.lineWidth(1.6).lineJoin('round').strokeColor(color)
      if (dashes) doc.dash(dashes[0], { space: dashes[1] })
      doc.stroke().undash()
    }
    doc.moveTo(x, legend.y - 2.5).lineTo(x + 20, legend.y - 2.5)
    stroke()
    type.line(printable(name), x + 25, legend.y, { ...small, color: ink })
    x += 25 + type.width(name, small) + 16
    doc.path(
      path.replace(
        /([\d.]+),([\d.]+)/g,
        (_, across, down) => `${left + (Number(across) / ACROSS) * width},${top + Number(down) * scale}`,
      ),
    )
    stroke()
    if (!last) continue
    const end = left + (last.x / 100) * width
    doc.circle(end, top + last.y * scale, 2.4).fill(color)
    type.line(last.words, end + 3, top + last.wordsY * scale, { face: 'sansBold', size: 8, color }, 'right')
  }
}

function drawBars(flow: Flow, plot: Place, { bars, labels }: MonthBarsDrawing): void {
  const { doc, type } = flow
  const { left, top, width, scale } = plot
  drawLabels(flow, plot, labels, (at) => (bars[at]?.center ?? 0) / 100)
  for (const { x, width: wide, center, y, height, isPartial, words } of bars) {
    const bar = () =>
      doc.rect(left + (x / 100) * width, top + y * scale, (wide / 100) * width, height * scale)
    if (isPartial) bar().lineWidth(0.8).fillAndStroke('#d5e9e7', '#1f807e')
    else bar().fill('#1f807e')
    const middle = left + (center / 100) * width
    const long = type.width(words, small) + 3
    doc.rect(middle - long / 2, top + y * scale - 10, long, 9).fill('#ffffff')
    type.line(words, middle, top + y * scale - 3, small, 'center')
  }
}

/** The months below the plot, the year where it begins. */
function drawLabels(
  { type }: Flow,
  { left, top, width }: Place,
  labels: (MonthLabel | null)[],
  across: (at: number) => number,
): void {
  for (const [at, label] of labels.entries()) {
    if (!label) continue
    const x = left + across(at) * width
    type.line(label.month, x, top + PLOT + 11, small, 'center')
    if (label.year) type.line(label.year, x, top + PLOT + 20, small, 'center')
  }
}
