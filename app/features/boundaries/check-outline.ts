import {
  type Box,
  boxOf,
  type Outline,
  type Piece,
  pack,
  type Ring,
  STEPS_PER_DEGREE,
  signedArea,
} from './outline'
import type { RawPieces } from './ring-builder'

/** What can be wrong with an outline. The first group refuses it; the second is said and lived with. */
export type FlawKind =
  | 'empty'
  | 'not_numbers'
  | 'too_few_points'
  | 'unclosed'
  | 'no_area'
  | 'swapped'
  | 'not_degrees'
  | 'outside'
  | Caution
export type Caution = 'speck' | 'crosses_itself' | 'loose_hole'

const cautions: ReadonlySet<FlawKind> = new Set<Caution>(['speck', 'crosses_itself', 'loose_hole'])

/** True when the outline can be used all the same. */
export function isCaution(kind: FlawKind): kind is Caution {
  return cautions.has(kind)
}

export interface Flaw {
  kind: FlawKind
  /** Where it was first met, counted from 1; hole 0 is the outer ring. */
  piece: number
  hole: number
  /** How many rings of the region have it. */
  rings: number
  /** The point that tells, in degrees as it was read. */
  point?: [number, number]
}

/** Generous: a bay in Aceh and a reef in the south lie in it, our neighbours' capitals mostly do not matter. */
const indonesia: Box = { west: 94, south: -12, east: 142, north: 7.5 }

/** Rings narrower than about 100 m that lost their area are rounding, not a mistake of the file. */
const SPECK_STEPS = 100

/** Longer rings are not searched for crossings: it is a caution only, and the search grows faster than the ring. */
const MAX_CROSSING_POINTS = 20_000
const MAX_COMPARISONS = 5_000_000

export interface CheckedOutline {
  /** Null when a flaw refuses it. */
  outline: Outline | null
  flaws: Flaw[]
}

/** Looks at every ring of a region as it was read, [longitude, latitude], and packs it when it can be drawn. */
export function checkOutline(pieces: RawPieces): CheckedOutline {
  const flaws = new Map<FlawKind, Flaw>()
  const note = (found: Pick<Flaw, 'kind' | 'point'>, piece: number, hole: number) => {
    const known = flaws.get(found.kind)
    if (known) known.rings++
    else flaws.set(found.kind, { ...found, piece: piece + 1, hole, rings: 1 })
  }
  const kept: Piece[] = []
  for (const [at, rings] of pieces.entries()) {
    const piece: Piece = []
    let around: Box | null = null
    for (const [hole, numbers] of rings.entries()) {
      const found = flawOf(numbers)
      if (found) {
        note(found, at, hole)
        continue
      }
      const ring = toSteps(numbers)
      if (signedArea(ring) === 0) {
        note({ kind: isSpeck(numbers) ? 'speck' : 'no_area' }, at, hole)
        continue
      }
      if (crossesItself(ring)) note({ kind: 'crosses_itself' }, at, hole)
      if (hole > 0 && !around) continue
      const box = boxOf(ring.flat())
      if (around && !liesWithin(box, around)) {
        note({ kind: 'loose_hole' }, at, hole)
        kept.push([ring])
        continue
      }
      around ??= box
      piece.push(ring)
    }
    if (piece.length > 0) kept.push(piece)
  }
  if (kept.length === 0 && [...flaws.keys()].every(isCaution)) note({ kind: 'empty' }, 0, 0)
  const found = [...flaws.values()]
  return { outline: found.every(({ kind }) => isCaution(kind)) ? pack(kept) : null, flaws: found }
}

function flawOf(numbers: number[]): Pick<Flaw, 'kind' | 'point'> | null {
  if (numbers.length === 0) return { kind: 'empty' }
  if (!numbers.every(Number.isFinite)) return { kind: 'not_numbers' }
  const misplaced = placeFlaw(numbers)
  if (misplaced) return misplaced
  if (numbers.length < 8) return { kind: 'too_few_points' }
  const closed = numbers[0] === numbers.at(-2) && numbers[1] === numbers.at(-1)
  return closed ? null : { kind: 'unclosed', point: pointAt(numbers, 0) }
}

function placeFlaw(numbers: number[]): Pick<Flaw, 'kind' | 'point'> | null {
  for (let at = 0; at < numbers.length; at += 2) {
    const [x, y] = pointAt(numbers, at)
    if (inside(x, y)) continue
    if (Math.abs(x) > 180 || Math.abs(y) > 180) return { kind: 'not_degrees', point: [x, y] }
    return { kind: inside(y, x) ? 'swapped' : 'outside', point: [x, y] }
  }
  return null
}

function inside(x: number, y: number): boolean {
  return x >= indonesia.west && x <= indonesia.east && y >= indonesia.south && y <= indonesia.north
}

function pointAt(numbers: number[], at: number): [number, number] {
  return [numbers[at] ?? 0, numbers[at + 1] ?? 0]
}

/** Whole steps; a point that falls together with the one before it goes. */
function toSteps(numbers: number[]): Ring {
  const ring: Ring = []
  for (let at = 0; at < numbers.length; at += 2) {
    const [longitude, latitude] = pointAt(numbers, at)
    const x = Math.round(longitude * STEPS_PER_DEGREE)
    const y = Math.round(latitude * STEPS_PER_DEGREE)
    const before = ring.at(-1)
    if (!before || before[0] !== x || before[1] !== y) ring.push([x, y])
  }
  return ring
}

function isSpeck(numbers: number[]): boolean {
  const { west, south, east, north } = boxOf(numbers)
  return Math.max(east - west, north - south) * STEPS_PER_DEGREE <= SPECK_STEPS
}

function liesWithin(a: Box, b: Box): boolean {
  return a.west >= b.west && a.south >= b.south && a.east <= b.east && a.north <= b.north
}

/** True when two sides of the ring cross; sides that only touch do not count. */
export function crossesItself(ring: Ring): boolean {
  if (ring.length > MAX_CROSSING_POINTS) return false
  const sides = ring.slice(1).map((to, at) => ({ at, from: ring[at] ?? to, to }))
  const west = ({ from, to }: Side) => Math.min(from[0], to[0])
  const east = ({ from, to }: Side) => Math.max(from[0], to[0])
  sides.sort((a, b) => west(a) - west(b))
  let open: Side[] = []
  let comparisons = 0
  for (const side of sides) {
    open = open.filter((other) => east(other) >= west(side))
    comparisons += open.length
    if (comparisons > MAX_COMPARISONS) return false
    if (open.some((other) => cross(side, other))) return true
    open.push(side)
  }
  return false
}

interface Side {
  at: number
  from: [number, number]
  to: [number, number]
}

function cross(a: Side, b: Side): boolean {
  return (
    turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 &&
    turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0
  )
}

/** Which way three points turn: 1, -1 or, in one line, 0. */
function turn([ax, ay]: [number, number], [bx, by]: [number, number], [cx, cy]: [number, number]): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}
