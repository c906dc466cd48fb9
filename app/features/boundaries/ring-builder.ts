/** A region with more points than this is refused: no map needs them and one of them could fill the memory. */
export const MAX_POINTS_OF_REGION = 3_000_000

/** A MultiPolygon has four brackets before a number. */
const DEEPEST = 6

/** Polygon, ring, then x, y, x, y …; a point that was no pair of numbers is NaN. */
export type RawPieces = number[][][]

export type RawGeometry =
  | { kind: 'pieces'; pieces: RawPieces; points: number }
  | { kind: 'too_detailed'; points: number }
  | { kind: 'not_polygon' }

interface Level {
  numbers: number
  x: number
  y: number
  bad: boolean
  points: number[]
  rings: number[][]
  pieces: RawPieces
  multi: RawPieces[]
}

const emptyLevel = (): Level => ({
  numbers: 0,
  x: Number.NaN,
  y: Number.NaN,
  bad: false,
  points: [],
  rings: [],
  pieces: [],
  multi: [],
})

/**
 * Takes nested arrays of coordinates bracket by bracket, so that no reader holds them as nested arrays:
 * ten million points would not fit. Levels are used again instead of made anew for each point.
 * @param swap for pairs that are written [latitude, longitude]
 */
export class RingBuilder {
  readonly #levels: Level[] = [emptyLevel()]
  #depth = 0
  #tooDeep = 0
  #points = 0
  #lost = false

  constructor(readonly swap = false) {}

  open(): void {
    if (this.#depth === DEEPEST) {
      this.#tooDeep++
      this.#lost = true
      return
    }
    this.#depth++
    if (!this.#levels[this.#depth]) this.#levels[this.#depth] = emptyLevel()
  }

  number(value: number): void {
    const level = this.#at(this.#depth)
    level.numbers++
    if (level.numbers === 1) level.x = value
    else if (level.numbers === 2) level.y = value
  }

  /** Something that is no number stood where a number belongs. */
  other(): void {
    this.#at(this.#depth).bad = true
  }

  close(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    if (this.#depth === 0) {
      this.#lost = true
      return
    }
    const level = this.#at(this.#depth)
    this.#depth--
    const above = this.#at(this.#depth)
    if (level.multi.length > 0 || isMixed(level)) this.#lost = true
    else if (level.pieces.length > 0) above.multi.push(level.pieces)
    else if (level.rings.length > 0) above.pieces.push(level.rings)
    else if (level.points.length > 0) above.rings.push(level.points)
    else if (level.numbers > 0 || level.bad) this.#point(level, above)
    else above.rings.push([])
    this.#levels[this.#depth + 1] = reused(level)
  }

  /** The pieces that the outermost brackets held. */
  finish(): RawGeometry {
    const { multi, pieces } = this.#at(0)
    if (this.#depth !== 0 || this.#lost) return { kind: 'not_polygon' }
    if (this.#points > MAX_POINTS_OF_REGION) return { kind: 'too_detailed', points: this.#points }
    const [polygons] = multi
    if (polygons) return { kind: 'pieces', pieces: polygons, points: this.#points }
    return pieces.length > 0 ? { kind: 'pieces', pieces, points: this.#points } : { kind: 'not_polygon' }
  }

  #point({ x, y, bad, numbers }: Level, above: Level): void {
    this.#points++
    if (this.#points > MAX_POINTS_OF_REGION) return
    if (bad || numbers < 2) above.points.push(Number.NaN, Number.NaN)
    else if (this.swap) above.points.push(y, x)
    else above.points.push(x, y)
  }

  #at(depth: number): Level {
    const level = this.#levels[depth]
    if (!level) throw new Error(`no level ${depth}`)
    return level
  }
}

function isMixed({ numbers, points, rings, pieces }: Level): boolean {
  return [numbers, points.length, Math.max(rings.length, pieces.length)].filter((held) => held > 0).length > 1
}

/** The same object without content; arrays that were handed upwards are replaced. */
function reused(level: Level): Level {
  level.numbers = 0
  level.bad = false
  if (level.points.length > 0) level.points = []
  if (level.rings.length > 0) level.rings = []
  if (level.pieces.length > 0) level.pieces = []
  if (level.multi.length > 0) level.multi = []
  return level
}
