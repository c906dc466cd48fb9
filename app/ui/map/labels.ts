import type { Point } from './outline'

/** A rectangle on the sheet. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Circle {
  x: number
  y: number
  r: number
}

export interface LabelWish {
  key: string
  lines: string[]
  /** Middle of the region or its symbol. */
  at: Point
  /** Radius of the symbol to stay clear of; 0 for the middle of an area. */
  clear: number
  /** How far from its place it may stand, with a leader line. */
  reach: number
  /** Wishes are granted from the highest down. */
  rank: number
  className?: string
}

export interface PlacedLabel {
  key: string
  lines: string[]
  /** Baseline start, middle or end of the first line. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  fontSize: number
  leader: readonly [Point, Point] | null
  className?: string
}

/** Widths of characters as parts of the font size, for the sans-serif fonts of common devices; rather too wide. */
function widthOf(character: string): number {
  if (/[ijl'.,:;|I()]/.test(character)) return 0.31
  if (/[ftr -]/.test(character)) return 0.38
  if (/[mwMW%]/.test(character)) return 0.9
  if (/[A-Z]/.test(character)) return 0.69
  return 0.59
}

export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * fontSize
}

/** Breaks a long name where its halves are most alike. */
export function breakName(name: string, longest = 12): string[] {
  if (name.length <= longest || !name.includes(' ')) return [name]
  const words = name.split(' ')
  const halves = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  return halves.reduce((best, pair) => (longestOf(pair) < longestOf(best) ? pair : best))
}

const longestOf = (lines: string[]) => Math.max(...lines.map(({ length }) => length))

function boxOf({ lines }: LabelWish, fontSize: number, middle: Point): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize)))
  const height = lines.length * fontSize * 1.15
  const [x, y] = middle
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** How much of the circle's square the box covers, 0 to 1; 0 when they do not touch. */
function covers(box: Box, { x, y, r }: Circle): number {
  const dx = Math.max(box.left - x, 0, x - box.right)
  const dy = Math.max(box.top - y, 0, y - box.bottom)
  if (dx * dx + dy * dy >= r * r) return 0
  const width = Math.min(box.right, x + r) - Math.max(box.left, x - r)
  const height = Math.min(box.bottom, y + r) - Math.max(box.top, y - r)
  return Math.max(0.05, (width * height) / (4 * r * r))
}

/** Places to try: around the symbol first, then on wider and wider rings. */
function places(wish: LabelWish, fontSize: number): { middle: Point; cost: number }[] {
  const box = boxOf(wish, fontSize, [0, 0])
  const [x, y] = wish.at
  const gap = wish.clear === 0 ? 0 : wish.clear + 2
  const tried: { middle: Point; cost: number }[] = wish.clear === 0 ? [{ middle: wish.at, cost: 0 }] : []
  for (let away = wish.clear === 0 ? 6 : 0; away <= wish.reach; away += 6) {
    for (let step = 0; step < 16; step++) {
      const angle = (step * Math.PI) / 8
      const out = gap + away
      tried.push({
        middle: [
          x +
            Math.cos(angle) * out +
            Math.sign(Math.round(Math.cos(angle) * 100)) *
              box.right *
              Math.min(1, Math.abs(Math.cos(angle)) * 1.4),
          y +
            Math.sin(angle) * out +
            Math.sign(Math.round(Math.sin(angle) * 100)) *
              box.bottom *
              Math.min(1, Math.abs(Math.sin(angle)) * 1.4),
        ],
        // To the right is where the eye looks first.
        cost: away + (step === 0 ? 0 : 1.5),
      })
    }
  }
  return tried.sort((a, b) => a.cost - b.cost)
}

const LEADER_FROM = 14

/**
 * Gives each wish, from the most important down, the cheapest free place; who finds none stays without a label.
 * No label meets another or leaves the sheet; symbols are covered only where `mayCover` (0 to 1) lets it.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  circles: readonly Circle[],
  sheet: { width: number; height: number; fontSize: number; mayCover: number; taken?: readonly Box[] },
): PlacedLabel[] {
  const { fontSize, mayCover } = sheet
  const taken: Box[] = [...(sheet.taken ?? [])]
  const placed: PlacedLabel[] = []
  for (const wish of [...wishes].sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1))) {
    let best: { box: Box; middle: Point; cost: number } | undefined
    for (const { middle, cost } of places(wish, fontSize)) {
      if (best && cost >= best.cost) break
      const box = boxOf(wish, fontSize, middle)
      if (box.left < 2 || box.top < 2 || box.right > sheet.width - 2 || box.bottom > sheet.height - 2)
        continue
      if (taken.some((other) => meet(box, other))) continue
      const covered = circles.reduce((sum, circle) => sum + covers(box, circle), 0)
      if (covered > mayCover) continue
      const total = cost + covered * 12
      if (!best || total < best.cost) best = { box, middle, cost: total }
    }
    if (!best) continue
    taken.push({
      left: best.box.left - 2,
      right: best.box.right + 2,
      top: best.box.top,
      bottom: best.box.bottom,
    })
    placed.push(written(wish, best.box, best.middle, fontSize))
  }
  return placed
}

function written(wish: LabelWish, box: Box, middle: Point, fontSize: number): PlacedLabel {
  const [ax, ay] = wish.at
  const nearest: Point = [
    Math.min(Math.max(ax, box.left), box.right),
    Math.min(Math.max(ay, box.top), box.bottom),
  ]
  const away = Math.hypot(nearest[0] - ax, nearest[1] - ay)
  const side = nearest[0] > ax + 1 ? 'start' : nearest[0] < ax - 1 ? 'end' : 'middle'
  const x = side === 'start' ? box.left : side === 'end' ? box.right : middle[0]
  const start = away === 0 ? 0 : wish.clear / away
  return {
    key: wish.key,
    lines: wish.lines,
    x,
    y: box.top + fontSize * 0.92,
    anchor: side,
    fontSize,
    leader:
      away - wish.clear > LEADER_FROM
        ? [[ax + (nearest[0] - ax) * start, ay + (nearest[1] - ay) * start], nearest]
        : null,
    className: wish.className,
  }
}
