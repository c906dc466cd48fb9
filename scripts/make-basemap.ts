import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'

/**
 * Makes the map that comes with the portal, `app/features/coverage/basemap/`, from two dev packages:
 *
 *     npx tsx scripts/make-basemap.ts
 *
 * `coastline.json`: Indonesia and what of its neighbours lies in the frame, from Natural Earth 1:10m (`world-atlas`),
 * once coarse for the whole country and once finer for a province.
 */
const require = createRequire(import.meta.url)
const folder = new URL('../app/features/coverage/basemap/', import.meta.url)

const INDONESIA = '360'
const NEIGHBOURS = new Set(['458', '626', '096', '598', '702', '608', '764', '036'])
const FRAME = { west: 93.5, south: -12.2, east: 142.5, north: 7.5 }

const atlas: Topology<{ countries: GeometryCollection }> = JSON.parse(
  readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'),
)

/** Rings with less than `area` square degrees go, corners that carry less go, coordinates get `digits` decimals. */
const levels = {
  coarse: { corner: 0.0016, area: 0.002, digits: 2 },
  fine: { corner: 0.00003, area: 0, digits: 3 },
}

type Ring = Position[]

function polygonsOf(geometry: Polygon | MultiPolygon): Ring[][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** The part of a ring inside the frame (Sutherland and Hodgman, 1974). */
function clip(ring: Ring): Ring {
  const sides: { inside: (p: Position) => boolean; cut: (a: Position, b: Position) => Position }[] = [
    { inside: ([x = 0]) => x >= FRAME.west, cut: (a, b) => cutAt(0, FRAME.west, a, b) },
    { inside: ([x = 0]) => x <= FRAME.east, cut: (a, b) => cutAt(0, FRAME.east, a, b) },
    { inside: ([, y = 0]) => y >= FRAME.south, cut: (a, b) => cutAt(1, FRAME.south, a, b) },
    { inside: ([, y = 0]) => y <= FRAME.north, cut: (a, b) => cutAt(1, FRAME.north, a, b) },
  ]
  return sides.reduce<Ring>((points, { inside, cut }) => {
    const kept: Ring = []
    points.forEach((point, at) => {
      const before = points.at(at - 1) ?? point
      if (inside(before) !== inside(point)) kept.push(cut(before, point))
      if (inside(point)) kept.push(point)
    })
    return kept
  }, ring.slice(1))
}

function cutAt(axis: 0 | 1, value: number, a: Position, b: Position): Position {
  const [ax = 0, ay = 0] = a
  const [bx = 0, by = 0] = b
  const t = axis === 0 ? (value - ax) / (bx - ax) : (value - ay) / (by - ay)
  return [ax + t * (bx - ax), ay + t * (by - ay)]
}

function areaOf(ring: Ring): number {
  let sum = 0
  ring.forEach(([x = 0, y = 0], at) => {
    const [px = 0, py = 0] = ring.at(at - 1) ?? []
    sum += px * y - x * py
  })
  return Math.abs(sum / 2)
}

/** Rounded, without neighbours that became equal, and closed. */
function tidy(ring: Ring, digits: number): Ring {
  const rounded = ring.map((point) => point.map((value) => Number(value.toFixed(digits))))
  const kept = rounded.filter((point, at) => String(point) !== String(rounded.at(at - 1)))
  const [first] = kept
  return kept.length >= 3 && first ? [...kept, first] : []
}

function land(
  countries: Topology<{ countries: GeometryCollection }>,
  ids: Set<string>,
  level: keyof typeof levels,
): MultiPolygon {
  const { area, digits } = levels[level]
  const { features } = feature(countries, countries.objects.countries)
  const coordinates = features
    .filter(({ id }) => ids.has(String(id)))
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? polygonsOf(geometry) : [],
    )
    .map((rings) =>
      rings
        .map(clip)
        .filter((ring) => ring.length >= 3 && areaOf(ring) >= area)
        .map((ring) => tidy(ring, digits))
        .filter((ring) => ring.length > 0),
    )
    .filter((rings) => rings.length > 0)
  return { type: 'MultiPolygon', coordinates }
}

const weighted = presimplify(atlas)
const coastline = Object.fromEntries(
  (['coarse', 'fine'] as const).map((level) => {
    const simple = simplify(weighted, levels[level].corner)
    const shapes = {
      land: land(simple, new Set([INDONESIA]), level),
      neighbours: land(simple, NEIGHBOURS, level),
    }
    return [level, topology(shapes, level === 'coarse' ? 5000 : 40_000)]
  }),
)
writeFileSync(new URL('coastline.json', folder), `${JSON.stringify(coastline)}\n`)
for (const [level, shape] of Object.entries(coastline)) {
  console.log(`coastline, ${level}: ${JSON.stringify(shape).length} bytes`)
}
