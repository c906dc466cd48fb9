import type { MultiPolygon, Position } from 'geojson'

/** Outlines are kept in whole steps of 1/100,000 degree, about a metre: neighbours that share a point stay equal. */
export const STEPS_PER_DEGREE = 100_000

/**
 * The outline of one region, packed because a file may hold millions of points.
 * Points of all rings follow each other as x, y in steps; every ring is closed.
 */
export interface Outline {
  points: Int32Array
  rings: readonly OutlineRing[]
}

export interface OutlineRing {
  /** Index in `points` after the ring's last number; the ring starts where the one before it ends. */
  end: number
  /** A hole in the piece that began before it; otherwise the ring begins a piece. */
  hole: boolean
}

/** One closed ring in steps. */
export type Ring = [number, number][]

/** A piece: its outer ring and its holes. */
export type Piece = Ring[]

/** Unpacks an outline into its pieces. */
export function piecesOf({ points, rings }: Outline): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const { end, hole } of rings) {
    const ring: Ring = []
    for (let at = start; at < end; at += 2) ring.push([points[at] ?? 0, points[at + 1] ?? 0])
    const piece = pieces.at(-1)
    if (hole && piece) piece.push(ring)
    else pieces.push([ring])
    start = end
  }
  return pieces
}

/** Packs pieces into an outline. */
export function pack(pieces: readonly Piece[]): Outline {
  const numbers: number[] = []
  const rings: OutlineRing[] = []
  for (const piece of pieces) {
    for (const [at, ring] of piece.entries()) {
      for (const [x, y] of ring) numbers.push(x, y)
      rings.push({ end: numbers.length, hole: at > 0 })
    }
  }
  return { points: Int32Array.from(numbers), rings }
}

/** As it is stored: degrees, [longitude, latitude], outer rings clockwise and holes against it, as d3-geo wants. */
export function toMultiPolygon(outline: Outline): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: piecesOf(outline).map((piece) =>
      piece.map((ring, at) => {
        const clockwise = signedArea(ring) < 0
        const wound = clockwise === (at === 0) ? ring : ring.toReversed()
        return wound.map(([x, y]): Position => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE])
      }),
    ),
  }
}

/** The area in square steps, positive when the ring runs against the clock. */
export function signedArea(ring: Ring): number {
  const [originX, originY] = ring[0] ?? [0, 0]
  let twice = 0
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] ?? [0, 0]
    const [bx, by] = ring[at] ?? [0, 0]
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY)
  }
  return twice / 2
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** The box around points that are packed as x, y. */
export function boxOf(points: ArrayLike<number>, from = 0, to = points.length): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (let at = from; at + 1 < to; at += 2) {
    const x = points[at] ?? 0
    const y = points[at + 1] ?? 0
    if (x < box.west) box.west = x
    if (x > box.east) box.east = x
    if (y < box.south) box.south = y
    if (y > box.north) box.north = y
  }
  return box
}
