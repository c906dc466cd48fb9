import { artifact, finishStream, type Pdf, tagged } from './document'
import { openTypesetter, printable, type Style, type Typesetter } from './typesetter'

export const ink = '#1f2724'
export const soft = '#56605c'
export const hairline = '#cfd8d5'
export const teal = '#0b5a5a'

/** Of the body of a report. */
export const body: Style = { face: 'sans', size: 9.5, color: ink }

const MARGIN = { side: 48, top: 54, bottom: 58 }

/** A report that runs over as many pages as it needs: what is drawn next stands at `y`. */
export interface Flow {
  doc: Pdf
  type: Typesetter
  left: number
  width: number
  top: number
  bottom: number
  y: number
}

/** Begins a report on a document's first page. */
export function openFlow(doc: Pdf): Flow {
  const { width, height } = doc.page
  return {
    doc,
    type: openTypesetter(doc),
    left: MARGIN.side,
    width: width - 2 * MARGIN.side,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
    y: MARGIN.top,
  }
}

/** Goes to a new page unless so much room is left on this one. Answers true on a new page. */
export function ensureRoom(flow: Flow, height: number): boolean {
  if (flow.y + height <= flow.bottom) return false
  flow.doc.addPage()
  flow.y = flow.top
  return true
}

/** Writes text as one structure element, its lines broken at the width. A paragraph that does not fit goes on overleaf. */
export function writeText(
  flow: Flow,
  text: string,
  { style = body, tag = 'P', before = 0, after = 4, indent = 0 } = {},
): void {
  const { doc, type } = flow
  const lines = type.wrap(printable(text), style, flow.width - indent)
  const leading = type.leading(style)
  if (lines.length === 0) return
  flow.y += flow.y > flow.top ? before : 0
  const element = doc.struct(tag)
  doc.addStructure(element)
  for (let at = 0; at < lines.length; ) {
    ensureRoom(flow, leading * Math.min(2, lines.length - at))
    const fitting = Math.max(1, Math.floor((flow.bottom - flow.y) / leading + 0.001))
    const here = lines.slice(at, at + fitting)
    const top = flow.y
    element.add(() => {
      here.forEach((line, row) => {
        type.line(line, flow.left + indent, top + row * leading + style.size, style)
      })
    })
    flow.y += here.length * leading
    at += here.length
  }
  element.end()
  flow.y += after
}

/**
 * A heading that never stands alone at the foot of a page.
 * @param room for itself and what must follow it at once; enough for the head and three rows of a table unless told
 */
export function writeHeading(flow: Flow, text: string, level: 2 | 3 = 2, room = 130): void {
  const style: Style = { face: 'serifBold', size: level === 2 ? 13.5 : 11, color: teal }
  ensureRoom(flow, room)
  writeText(flow, text, { style, tag: `H${level}`, before: level === 2 ? 14 : 8, after: 5 })
}

/** Draws a thin line over the width, and goes a little below it. */
export function rule(flow: Flow, after = 8): void {
  artifact(flow.doc, () => {
    flow.doc
      .lineWidth(0.6)
      .strokeColor(hairline)
      .moveTo(flow.left, flow.y)
      .lineTo(flow.left + flow.width, flow.y)
      .stroke()
  })
  flow.y += after
}

/** Draws something of a known height and width as one figure with words for whom it is read aloud. */
export function writeFigure(flow: Flow, height: number, alt: string, draw: (top: number) => void): void {
  ensureRoom(flow, height)
  const top = flow.y
  tagged(flow.doc, 'Figure', () => draw(top), alt)
  flow.y += height
}

/**
 * Writes the running foot on every page, now that their number is known, and answers the bytes as they are made.
 * The document must have been opened with its pages kept.
 */
export function closeFlow({ doc, type, left, width }: Flow, foot: string): AsyncIterable<Buffer> {
  const style: Style = { face: 'sans', size: 7.5, color: soft }
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at)
    const y = doc.page.height - 34
    artifact(doc, () => {
      doc.lineWidth(0.5).strokeColor(hairline)
      doc
        .moveTo(left, y - 12)
        .lineTo(left + width, y - 12)
        .stroke()
      const words = type.fit(printable(foot), style, width - 110, 1, 5)
      type.line(words.lines[0] ?? '', left, y, words.style)
      type.line(`Halaman ${at - start + 1} dari ${count}`, left + width, y, style, 'right')
    })
  }
  return finishStream(doc)
}
