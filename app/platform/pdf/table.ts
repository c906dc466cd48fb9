import { artifact } from './document'
import { ensureRoom, type Flow, hairline, ink, soft, teal } from './flow'
import { printable, type Style } from './typesetter'

export interface PdfColumn {
  header: string
  /** Its share of the width, among the weights of all columns. */
  weight: number
  /** Figures stand on the right. */
  numeric?: boolean
}

export interface PdfRow {
  cells: string[]
  /** A sum, or a heading of a part: bold and under a line. */
  strong?: boolean
  /** Small, across the whole width under the cells. */
  below?: string
}

const SIZE = 8.5
const PADDING = { x: 4, y: 3.2 }
const cell: Style = { face: 'sans', size: SIZE, color: ink }
const strong: Style = { face: 'sansBold', size: SIZE, color: ink }
const head: Style = { face: 'sansBold', size: SIZE - 0.5, color: soft }
const small: Style = { face: 'sans', size: SIZE - 1, color: soft }
/** What one cell may take; longer text ends in an ellipsis. */
const MOST_LINES = 8

/**
 * Draws a table over as many pages as it needs, its head repeated on each, no row torn in two. It is tagged as a table
 * for screen readers. Rows are taken one by one, as they come.
 * @param onRow called after each row
 */
export async function drawTable(
  flow: Flow,
  columns: PdfColumn[],
  rows: AsyncIterable<PdfRow> | Iterable<PdfRow>,
  onRow?: () => Promise<void>,
): Promise<void> {
  const { doc } = flow
  const places = placesOf(flow, columns)
  const table = doc.struct('Table')
  doc.addStructure(table)
  const headings = linesOf(
    flow,
    places,
    columns.map(({ header }) => header),
    head,
  )
  const headHeight = heightOf(flow, headings, head)
  ensureRoom(flow, headHeight + 3 * heightOf(flow, [['']], cell))
  const drawHead = (first: boolean) => {
    const draw = () => drawLines(flow, places, headings, head)
    if (first) addRow(flow, table, 'TH', places, headings, head)
    else artifact(doc, draw)
    flow.y += headHeight
    line(flow, teal, 0.9)
  }
  drawHead(true)
  for await (const row of rows) {
    const style = row.strong ? strong : cell
    const lines = linesOf(flow, places, row.cells, style)
    const below = belowOf(flow, row)
    const cells = heightOf(flow, lines, style)
    const height = cells + below.length * flow.type.leading(small)
    if (ensureRoom(flow, height)) drawHead(false)
    if (row.strong) line(flow, soft, 0.6)
    addRow(flow, table, 'TD', places, lines, style, () =>
      drawCell({ ...flow, y: flow.y + cells - PADDING.y }, wholeRow(flow), below, small),
    )
    flow.y += height
    line(flow, hairline, 0.4)
    await onRow?.()
  }
  table.end()
  flow.y += 6
}

interface Place {
  x: number
  width: number
  numeric: boolean
}

function placesOf({ left, width }: Flow, columns: PdfColumn[]): Place[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  let x = left
  return columns.map(({ weight, numeric = false }) => {
    const place = { x, width: (weight / whole) * width, numeric }
    x += place.width
    return place
  })
}

function linesOf({ type }: Flow, places: Place[], cells: string[], style: Style): string[][] {
  return places.map(({ width }, at) => {
    const text = printable(cells[at] ?? '')
    return text ? type.fit(text, style, width - 2 * PADDING.x, MOST_LINES, style.size).lines : []
  })
}

function wholeRow({ left, width }: Flow): Place {
  return { x: left, width, numeric: false }
}

function belowOf({ type, width }: Flow, { below }: PdfRow): string[] {
  if (!below) return []
  return type.fit(printable(below), small, width - 2 * PADDING.x, MOST_LINES, small.size).lines
}

function heightOf({ type }: Flow, lines: string[][], style: Style): number {
  const most = Math.max(1, ...lines.map(({ length }) => length))
  return most * type.leading(style) + 2 * PADDING.y
}

/** The library takes the scope of a head; its types do not know it yet. */
type Scoped = PDFKit.Mixins.StructureElementOptions & { scope: 'Column' | 'Row' }

/** A row as a structure element of its own, finished at once so that a long table takes little memory. */
function addRow(
  flow: Flow,
  table: PDFKit.PDFStructureElement,
  tag: 'TH' | 'TD',
  places: Place[],
  lines: string[][],
  style: Style,
  /** Draws what belongs to the row beyond its cells; it is read with the last of them. */
  after?: () => void,
): void {
  const { doc } = flow
  const row = doc.struct('TR')
  table.add(row)
  places.forEach((place, at) => {
    const scope: Scoped = { scope: tag === 'TH' ? 'Column' : 'Row' }
    const element = tag === 'TH' || at === 0 ? doc.struct('TH', scope) : doc.struct('TD')
    row.add(element)
    element.add(() => {
      drawCell(flow, place, lines[at] ?? [], style)
      if (at === places.length - 1) after?.()
    })
    element.end()
  })
  row.end()
}

function drawLines(flow: Flow, places: Place[], lines: string[][], style: Style): void {
  places.forEach((place, at) => {
    drawCell(flow, place, lines[at] ?? [], style)
  })
}

function drawCell({ type, y }: Flow, { x, width, numeric }: Place, lines: string[], style: Style): void {
  const leading = type.leading(style)
  lines.forEach((text, at) => {
    const baseline = y + PADDING.y + at * leading + style.size
    if (numeric) type.line(text, x + width - PADDING.x, baseline, style, 'right')
    else type.line(text, x + PADDING.x, baseline, style)
  })
}

function line({ doc, left, width, y }: Flow, color: string, weight: number): void {
  artifact(doc, () => {
    doc
      .lineWidth(weight)
      .strokeColor(color)
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke()
  })
}
