import type { GeoContext, GeoIdentityTransform } from 'd3-geo'
import { geoIdentity, geoPath } from 'd3-geo'
import type { MultiPolygon } from 'geojson'

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

export type Point = readonly [x: number, y: number]

/**
 * Degrees onto the sheet, linear: near the equator the plate carrée is as true as any, and no ring has to turn a
 * certain way round. What lies outside of the sheet is cut off.
 */
export function project(frame: Bounds, width: number, height: number, padding: number): GeoIdentityTransform {
  const [west, south, east, north] = frame
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  }
  return geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [padding, padding],
        [width - padding, height - padding],
      ],
      corners,
    )
    .clipExtent([
      [-5, -5],
      [width + 5, height + 5],
    ])
}

/** The rings of a shape on the sheet, snapped to a grid so that neighbours still meet, without points on a line. */
export function ringsOf(shape: MultiPolygon, projection: GeoIdentityTransform, grid: number): Point[][] {
  const rings: Point[][] = []
  let ring: Point[] = []
  const snap = (value: number) => Math.round(value / grid) * grid
  const context: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      ring = [[snap(x), snap(y)]]
      rings.push(ring)
    },
    lineTo(x, y) {
      const point: Point = [snap(x), snap(y)]
      const last = ring.at(-1)
      const before = ring.at(-2)
      if (last && last[0] === point[0] && last[1] === point[1]) return
      if (before && last && turn(before, last, point) === 0) ring.pop()
      ring.push(point)
    },
    closePath() {},
  }
  geoPath(projection, context)(shape)
  return rings.filter((points) => points.length >= 3)
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return Math.round(((bx - ax) * (cy - by) - (by - ay) * (cx - bx)) * 1e4)
}

export function areaOf(ring: readonly Point[]): number {
  let sum = 0
  ring.forEach(([x, y], at) => {
    const [px, py] = ring.at(at - 1) ?? [x, y]
    sum += px * y - x * py
  })
  return Math.abs(sum / 2)
}

/** Drops what is too small to be seen; the largest ring always stays. */
export function visible(rings: Point[][], smallest: number): Point[][] {
  const largest = largestOf(rings)
  return rings.filter((ring) => ring === largest || areaOf(ring) >= smallest)
}

const short = (value: number) => {
  const text = String(Math.round(value * 10) / 10)
  return text.replace(/^(-?)0\./, '$1.')
}

/** Path data in relative steps with one decimal: about half the length of absolute ones. */
export function pathData(rings: readonly (readonly Point[])[]): string {
  return rings
    .map((ring) => {
      let [x, y] = ring[0] ?? [0, 0]
      const steps = ring.slice(1).map(([nx, ny]) => {
        const step = pair(nx - x, ny - y)
        x = nx
        y = ny
        return step
      })
      return `M${pair(...(ring[0] ?? [0, 0]))}l${steps.join(' ')}z`
    })
    .join('')
}

function pair(x: number, y: number): string {
  const second = short(y)
  return `${short(x)}${second.startsWith('-') ? '' : ' '}${second}`
}

/** Where a text has the most room inside a shape: the middles of its widest stretches, the best one first. */
export function roomIn(rings: readonly (readonly Point[])[]): { at: Point; width: number }[] {
  const ys = largestOf(rings).map(([, y]) => y)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  const stretches: { at: Point; width: number; score: number }[] = []
  for (let part = 1; part < 16; part++) {
    // Off the grid, so that no corner lies on the line.
    const y = top + ((bottom - top) * part) / 16 + 0.013
    const crossings = rings
      .flatMap((ring) =>
        ring.flatMap(([x, py], at) => {
          const [qx, qy] = ring.at(at - 1) ?? [x, py]
          return py > y === qy > y ? [] : [x + ((y - py) * (qx - x)) / (qy - py)]
        }),
      )
      .sort((a, b) => a - b)
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const from = crossings[at] ?? 0
      const width = (crossings[at + 1] ?? 0) - from
      // Nearer the middle when alike.
      stretches.push({ at: [from + width / 2, y], width, score: width * (1 - Math.abs(part - 8) / 14) })
    }
  }
  return stretches.sort((a, b) => b.score - a.score)
}

function largestOf(rings: readonly (readonly Point[])[]): readonly Point[] {
  return rings.reduce<readonly Point[]>((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best), [])
}
