import { artifact } from '~/platform/pdf/document'
import { type Flow, ink, soft, writeFigure, writeHeading } from '~/platform/pdf/flow'
import { printable } from '~/platform/pdf/typesetter'
import { coastColours } from '~/ui/map/coast'
import type { DocumentMap } from './document-map'

/** The classes of the maps on screen; what has none is white with a grey line. */
const fills = ['#ffffff', '#c6e3df', '#8fc5c1', '#4f9d9b', '#1c7071', '#063d3d'] as const
const KEY_HEIGHT = 22

/** Draws the map of a document as vectors, with its key below. */
export function drawMapOn(flow: Flow, { title, description, classes, drawing }: DocumentMap): void {
  const scale = Math.min(flow.width / drawing.width, (flow.bottom - flow.top - 90) / drawing.height)
  const height = drawing.height * scale
  writeHeading(flow, title, 2, height + KEY_HEIGHT + 40)
  writeFigure(flow, height + KEY_HEIGHT, description, (top) => {
    const { doc } = flow
    const x = flow.left + (flow.width - drawing.width * scale) / 2
    doc.save().translate(x, top).scale(scale)
    doc.rect(0, 0, drawing.width, drawing.height).clip()
    if (drawing.neighbours) doc.path(drawing.neighbours).fill(coastColours.neighbours)
    if (drawing.land) doc.path(drawing.land).fill(coastColours.land)
    for (const { path, circle, shareClass } of drawing.regions) {
      const fill = fills[shareClass]
      const line = shareClass === 0 ? '#6d746f' : circle ? '#084647' : '#ffffff'
      doc.lineWidth(0.8)
      if (circle) doc.circle(circle.x, circle.y, circle.r).fillAndStroke(fill, line)
      else if (path) doc.path(path).fillAndStroke(fill, line, 'even-odd')
    }
    for (const { lines, x, y, anchor, fontSize, leader } of drawing.labels) {
      if (leader) {
        const [[fromX, fromY], [toX, toY]] = leader
        doc.lineWidth(0.8).moveTo(fromX, fromY).lineTo(toX, toY).stroke('#39423f')
      }
      const align = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left'
      const style = { face: 'sansBold', size: fontSize, color: ink } as const
      lines.forEach((line, row) => {
        flow.type.line(printable(line), x, y + row * fontSize * 1.15, style, align)
      })
    }
    doc.restore()
  })
  drawKey(flow, classes)
}

/** The classes as swatches with words, in the room that the figure left for them. */
function drawKey({ doc, type, left, y }: Flow, classes: string[]): void {
  const style = { face: 'sans', size: 8, color: soft } as const
  const baseline = y - 6
  artifact(doc, () => {
    let x = left
    for (const [at, words] of classes.entries()) {
      doc
        .lineWidth(0.5)
        .rect(x, baseline - 7, 9, 9)
        .fillAndStroke(fills[at] ?? '#ffffff', '#6d746f')
      type.line(words, x + 13, baseline, style)
      x += 26 + type.width(words, style)
    }
  })
}
