import { A4, type Pdf } from '~/platform/pdf/document'

export const teal = '#0b5a5a'
export const amber = '#d08a12'
const faintTeal = '#e3efee'
const softTeal = '#8fbcb9'

/** Distance of the frame's outer line from the paper's edge: inside what office printers reach. */
const EDGE = 27
const BAND = 15
/** Half a wave of the woven band, in points; each side is stretched to a whole number of them. */
const HALF_WAVE = 13

/** The portal's mark, a knot of dots, in a square with its middle at (x, y). */
export function drawMark(doc: Pdf, x: number, y: number, size: number): void {
  const arm = size / 4
  const corners = [
    [x - arm, y - arm],
    [x + arm, y - arm],
    [x - arm, y + arm],
    [x + arm, y + arm],
  ] as const
  doc
    .lineWidth(size / 16)
    .strokeColor(softTeal)
    .moveTo(x - arm, y - arm)
    .lineTo(x + arm, y + arm)
    .moveTo(x + arm, y - arm)
    .lineTo(x - arm, y + arm)
    .moveTo(x - arm, y - arm)
    .lineTo(x + arm, y - arm)
    .moveTo(x - arm, y + arm)
    .lineTo(x + arm, y + arm)
    .stroke()
  for (const [cx, cy] of corners) doc.circle(cx, cy, size * 0.1125)
  doc.fill(teal)
  doc.circle(x, y, size * 0.144).fill(amber)
}

/** Two lines with a woven band between them, and the mark in each corner. */
export function drawFrame(doc: Pdf): void {
  const { width, height } = A4
  const inner = EDGE + BAND
  doc
    .lineWidth(1.1)
    .strokeColor(teal)
    .rect(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE)
    .stroke()
  doc
    .lineWidth(0.5)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke()
  const middle = EDGE + BAND / 2
  for (const [phase, color] of [
    [1, softTeal],
    [-1, softTeal],
    [0, teal],
  ] as const) {
    doc.lineWidth(0.45).strokeColor(color)
    weave(doc, inner, middle, width - 2 * inner, phase, 'across')
    weave(doc, inner, height - middle, width - 2 * inner, phase, 'across')
    weave(doc, middle, inner, height - 2 * inner, phase, 'down')
    weave(doc, width - middle, inner, height - 2 * inner, phase, 'down')
    doc.stroke()
  }
  for (const x of [middle, width - middle]) {
    for (const y of [middle, height - middle]) {
      doc
        .lineWidth(0.5)
        .rect(x - BAND / 2, y - BAND / 2, BAND, BAND)
        .fillAndStroke('#ffffff', teal)
      drawMark(doc, x, y, BAND * 1.1)
    }
  }
}

/** One thread of the band: a cosine wave as cubic curves, upwards first, downwards first, or straight. */
function weave(
  doc: Pdf,
  x: number,
  y: number,
  length: number,
  phase: 1 | -1 | 0,
  direction: 'across' | 'down',
): void {
  const place = (along: number, aside: number): [number, number] =>
    direction === 'across' ? [x + along, y + aside] : [x + aside, y + along]
  const halves = 2 * Math.round(length / HALF_WAVE / 2)
  const half = length / halves
  const swing = BAND * 0.34 * phase
  doc.moveTo(...place(0, swing))
  if (phase === 0) {
    doc.lineTo(...place(length, 0))
    return
  }
  for (let at = 0; at < halves; at++) {
    const from = at % 2 === 0 ? swing : -swing
    // 0.3642 makes a cubic curve follow a cosine to within a thousandth.
    doc.bezierCurveTo(
      ...place((at + 0.3642) * half, from),
      ...place((at + 0.6358) * half, -from),
      ...place((at + 1) * half, -from),
    )
  }
}

/** A faint rosette of turned ellipses behind the text, ring within ring, in the manner of old share certificates. */
export function drawRosette(doc: Pdf, x: number, y: number, radius: number): void {
  const narrow = 0.42
  doc.lineWidth(0.35).strokeColor(faintTeal)
  for (const [ring, turns] of [40, 28, 18].entries()) {
    const wide = radius * narrow ** ring
    for (let at = 0; at < turns; at++) {
      doc.save().rotate((180 / turns) * at, { origin: [x, y] })
      doc.ellipse(x, y, wide, wide * narrow).stroke()
      doc.restore()
    }
  }
}

/** A short double rule with the mark's amber dot in its middle. */
export function drawRule(doc: Pdf, x: number, y: number, width: number): void {
  doc
    .lineWidth(0.6)
    .strokeColor(teal)
    .moveTo(x - width / 2, y)
    .lineTo(x - 9, y)
    .moveTo(x + 9, y)
    .lineTo(x + width / 2, y)
    .stroke()
  doc.circle(x - 5, y, 1.1).fill(teal)
  doc.circle(x + 5, y, 1.1).fill(teal)
  doc.circle(x, y, 2).fill(amber)
}
