import type { FeatureCollection, MultiPolygon } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Outline, type Piece, pack, piecesOf, type Ring, signedArea } from './outline'

/** How fine the grid is on which points meet before lines are thinned, in parts of a pixel. */
const GRID_PARTS = 4

/**
 * Thins the outlines of regions that are shown on one map, together: lines between neighbours are cut once
 * and stay flush. What goes are corners of less than a quarter of a square pixel.
 * Pieces and holes smaller than a pixel go; a region that has only such keeps its largest one.
 * @param pixel how many steps a pixel of the map is wide
 */
export function simplifyTogether(
  outlines: ReadonlyMap<string, Outline>,
  pixel: number,
): Map<string, Outline> {
  const grid = Math.max(1, Math.floor(pixel / GRID_PARTS))
  const codes = [...outlines.keys()]
  const features: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: codes.map((code) => {
      const outline = outlines.get(code)
      const coordinates = outline ? onGrid(piecesOf(outline), grid) : []
      return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }
    }),
  }
  const thinned = thin(features, (pixel * pixel) / 4)
  const smallest = pixel * pixel
  return new Map(
    codes.map((code, at) => {
      const pieces = visiblePieces(thinned[at] ?? [], smallest)
      const outline = outlines.get(code)
      return [code, pack(pieces.length > 0 || !outline ? pieces : [[standIn(outline)]])]
    }),
  )
}

/** Visvalingam's way: a point goes when the triangle that it spans with its neighbours is smaller than `area`. */
function thin(features: FeatureCollection<MultiPolygon>, area: number): Piece[][] {
  const regions = 'regions'
  const made = topology({ [regions]: features })
  // The types forget that the triangle's area is the default, and that weights come back as a third number.
  const weighed = presimplify(made as Topology<{ regions: GeometryCollection }>, planarTriangleArea)
  const simple = simplify(weighed, area)
  return feature(simple, simple.objects.regions).features.map(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.map((piece) => piece.map(asRing)) : [],
  )
}

function asRing(positions: number[][]): Ring {
  return positions.map(([x = 0, y = 0]): [number, number] => [x, y])
}

function onGrid(pieces: Piece[], grid: number): Piece[] {
  return pieces.flatMap((piece) => {
    const [outer, ...holes] = piece.map((ring) => snap(ring, grid))
    if (!outer || outer.length < 4) return []
    return [[outer, ...holes.filter((hole) => hole.length >= 4)]]
  })
}

/**
 * Moves points to the grid and takes out those that fall together and sides that run back on themselves.
 * What it does to a point depends on that point and its neighbours alone, so both sides of a border agree.
 */
function snap(ring: Ring, grid: number): Ring {
  const kept: Ring = []
  for (const [x, y] of ring) add(kept, [Math.round(x / grid) * grid, Math.round(y / grid) * grid])
  // The ring is closed: the same can happen around its first point.
  while (kept.length > 3 && same(kept[1], kept.at(-2))) {
    kept.pop()
    kept.shift()
  }
  return kept
}

function add(kept: Ring, point: [number, number]): void {
  if (same(kept.at(-1), point)) return
  if (same(kept.at(-2), point)) kept.pop()
  else kept.push(point)
}

function same(a: [number, number] | undefined, b: [number, number] | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
}

/** The pieces worth drawing; the largest of them at least, if it has an area at all. */
function visiblePieces(pieces: Piece[], smallest: number): Piece[] {
  const sized = pieces.map((piece) => ({ piece, area: areaOf(piece[0]) })).filter(({ area }) => area > 0)
  const largest = sized.reduce((most, { area }) => Math.max(most, area), 0)
  return sized
    .filter(({ area }) => area >= Math.min(smallest, largest))
    .map(({ piece: [outer = [], ...holes] }) => [outer, ...holes.filter((hole) => areaOf(hole) > 0)])
}

function areaOf(ring: Ring | undefined): number {
  return ring ? Math.abs(signedArea(ring)) : 0
}

/** For a region smaller than the map can show: the four ends of its largest piece, or a step around its middle. */
function standIn(outline: Outline): Ring {
  const rings = piecesOf(outline).flatMap(([outer]) => (outer ? [outer] : []))
  const largest = rings.reduce((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best), rings[0] ?? [])
  const byX = [...largest].sort((a, b) => a[0] - b[0])
  const byY = [...largest].sort((a, b) => a[1] - b[1])
  const [west, east, south, north] = [byX[0], byX.at(-1), byY[0], byY.at(-1)]
  if (!west || !east || !south || !north) return []
  const diamond: Ring = [west, north, east, south, west]
  if (areaOf(diamond) > 0) return diamond
  const [left, right, low, high] = [west[0] - 1, east[0] + 1, south[1] - 1, north[1] + 1]
  return [
    [left, low],
    [left, high],
    [right, high],
    [right, low],
    [left, low],
  ]
}
