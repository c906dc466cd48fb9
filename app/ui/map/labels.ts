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
  fontSize: number
  /** Where it would best stand: the middle of its symbol, or places inside of its area, the best one first. */
  at: readonly [Point, ...Point[]]
  /** Radius of the symbol to stay clear of; 0 for areas. */
  clear: number
  /** How far from there it may stand instead. */
  reach: number
  /** From how far off a line leads back to its place, with a dot at its end for areas. */
  leaderFrom: number
  dot?: boolean
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
  /** A dot where the leader begins. */
  dot: boolean
  className?: string
}

/** Widths of characters as parts of the font size, for the semibold sans-serif of common devices; rather too wide. */
function widthOf(character: string): number {
  if (/[ijl'.,:;|I()]/.test(character)) return 0.34
  if (/[ftr -]/.test(character)) return 0.41
  if (/[mwMW%]/.test(character)) return 0.97
  if (/[A-Z]/.test(character)) return 0.74
  return 0.64
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

interface Size {
  width: number
  height: number
}

function sizeOf({ lines, fontSize }: LabelWish): Size {
  return {
    width: Math.max(...lines.map((line) => textWidth(line, fontSize))),
    height: lines.length * fontSize * 1.15,
  }
}

function boxAt([x, y]: Point, { width, height }: Size): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** How much of the circle's square the box covers, 0 to 1; 0 when there is `air` between them. */
function covers(box: Box, circle: Circle, air: number): number {
  const { x, y } = circle
  const r = circle.r + air
  const dx = Math.max(box.left - x, 0, x - box.right)
  const dy = Math.max(box.top - y, 0, y - box.bottom)
  if (dx * dx + dy * dy >= r * r) return 0
  const width = Math.min(box.right, x + r) - Math.max(box.left, x - r)
  const height = Math.min(box.bottom, y + r) - Math.max(box.top, y - r)
  return Math.max(0.05, (width * height) / (4 * r * r))
}

/** Places to try: where it best stands, then around there on wider and wider rings. */
function places(wish: LabelWish, size: Size): { middle: Point; cost: number }[] {
  const [[x, y]] = wish.at
  const { right, bottom } = boxAt([0, 0], size)
  const tried = wish.clear === 0 ? wish.at.map((middle, at) => ({ middle, cost: at })) : []
  for (let away = wish.clear === 0 ? 6 : 0; away <= wish.reach; away += 6) {
    for (let step = 0; step < 16; step++) {
      const angle = (step * Math.PI) / 8
      const out = away + (wish.clear === 0 ? 0 : wish.clear + 3)
      const shift = (part: number, half: number) =>
        part * out + Math.sign(Math.round(part * 100)) * half * Math.min(1, Math.abs(part) * 1.4)
      tried.push({
        middle: [x + shift(Math.cos(angle), right), y + shift(Math.sin(angle), bottom)],
        // To the right is where the eye looks first.
        cost: away + 4 + (step === 0 ? 0 : 1.5),
      })
    }
  }
  return tried.sort((a, b) => a.cost - b.cost)
}

/**
 * Gives each wish, from the most important down, the cheapest free place; who finds none stays without a label.
 * No label meets another or leaves the sheet; symbols are covered only as far as `mayCover` lets it (1 is a whole one),
 * and the places of others are kept free where that costs little.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  circles: readonly Circle[],
  sheet: { width: number; height: number; mayCover: number; air: number },
): PlacedLabel[] {
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  const areas = wishes.filter(({ clear }) => clear === 0)
  for (const wish of [...wishes].sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1))) {
    let best: { box: Box; middle: Point; cost: number } | undefined
    const size = sizeOf(wish)
    const near = circles.filter(({ x, y }) => mayMeet(wish, size, x, y))
    for (const { middle, cost } of places(wish, size)) {
      if (best && cost >= best.cost) break
      const box = boxAt(middle, size)
      if (box.left < 3 || box.top < 3 || box.right > sheet.width - 3 || box.bottom > sheet.height - 3)
        continue
      if (taken.some((other) => meet(box, other))) continue
      const covered = near.reduce((sum, circle) => sum + covers(box, circle, sheet.air), 0)
      if (covered > sheet.mayCover) continue
      const inTheWay = areas.filter(({ key, at: [[x, y]] }) => key !== wish.key && within(box, x, y)).length
      const total = cost + covered * 12 + inTheWay * 8
      if (!best || total < best.cost) best = { box, middle, cost: total }
    }
    if (!best) continue
    const { left, right, top, bottom } = best.box
    taken.push({ left: left - 3, right: right + 3, top, bottom })
    placed.push(written(wish, best.box, best.middle))
  }
  return placed
}

/** Whether a symbol there can be reached by any place of the label. */
function mayMeet(wish: LabelWish, { width, height }: Size, x: number, y: number): boolean {
  const far = wish.reach + wish.clear + 40
  return wish.at.some(([ax, ay]) => Math.abs(x - ax) < far + width && Math.abs(y - ay) < far + height)
}

function within({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom
}

function written(wish: LabelWish, box: Box, middle: Point): PlacedLabel {
  const { key, lines, fontSize, className, clear, leaderFrom } = wish
  const inPlace = wish.at.some(([x, y]) => x === middle[0] && y === middle[1])
  const [[ax, ay]] = wish.at
  const near: Point = [clamp(ax, box.left, box.right), clamp(ay, box.top, box.bottom)]
  const away = Math.hypot(near[0] - ax, near[1] - ay)
  const edge = away === 0 ? 0 : clear / away
  const anchor = inPlace || near[0] === ax ? 'middle' : near[0] > ax ? 'start' : 'end'
  return {
    key,
    lines,
    x: { start: box.left, middle: middle[0], end: box.right }[anchor],
    y: box.top + fontSize * 0.92,
    anchor,
    fontSize,
    leader:
      !inPlace && away - clear > leaderFrom
        ? [[ax + (near[0] - ax) * edge, ay + (near[1] - ay) * edge], near]
        : null,
    dot: wish.dot ?? false,
    className,
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
