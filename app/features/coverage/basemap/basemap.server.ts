import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { MultiPolygon } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology, MultiPolygon as TopologyPolygons } from 'topojson-specification'
import type { Coastline } from '~/ui/map/draw-map'
import type { Bounds } from '~/ui/map/outline'

/** Degrees as GeoJSON orders them. */
export type Place = readonly [lng: number, lat: number]

type Level = 'coarse' | 'fine'
type Shapes = Topology<{ land: TopologyPolygons; neighbours: TopologyPolygons }>

/** All of Indonesia with a little sea around. */
export const nationFrame: Bounds = [94.6, -11.3, 141.4, 6.3]

const drawn = new Map<Level, Coastline>()
let points: ReadonlyMap<string, Place> | undefined

/** Natural Earth's coastline: `coarse` for the country, `fine` for a province or less. Read once. */
export function coastline(level: Level): Coastline {
  const known = drawn.get(level)
  if (known) return known
  const levels: Record<Level, Shapes> = JSON.parse(
    readFileSync('app/features/coverage/basemap/coastline.json', 'utf8'),
  )
  const shapes = levels[level]
  const outline = (of: TopologyPolygons): MultiPolygon => feature(shapes, of).geometry
  const made = { land: outline(shapes.objects.land), neighbours: outline(shapes.objects.neighbours) }
  drawn.set(level, made)
  return made
}

/** One place in each regency, by its code: the town that is its seat, or another of its towns. Read once. */
export function regencyPoints(): ReadonlyMap<string, Place> {
  points ??= new Map(
    parseRows(readFileSync('app/features/coverage/basemap/regency-points.csv', 'utf8')).map(
      ({ code = '', lat, lng }) => [code, [Number(lng), Number(lat)]],
    ),
  )
  return points
}

function parseRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true })
}

/** The frame around the regencies whose codes begin so, a province for instance, with room for what lies around. */
export function frameOf(code: string): Bounds {
  const around = [...regencyPoints()]
    .filter(([regency]) => regency.startsWith(code))
    .map(([, place]) => place)
  if (around.length === 0) return nationFrame
  const lngs = around.map(([lng]) => lng)
  const lats = around.map(([, lat]) => lat)
  const span = Math.max(Math.max(...lngs) - Math.min(...lngs), Math.max(...lats) - Math.min(...lats))
  const room = Math.max(0.12, span * 0.12)
  return [
    Math.min(...lngs) - room,
    Math.min(...lats) - room,
    Math.max(...lngs) + room,
    Math.max(...lats) + room,
  ]
}

/** Names of provinces as they stand on a crowded map. */
const shortNames: Record<string, string> = {
  '19': 'Bangka Belitung',
  '31': 'Jakarta',
  '34': 'DI Yogyakarta',
}

/** Where the names of provinces stand on the map of the country, amid their regencies, and how they are written there. */
export function provinceLabels(
  provinces: readonly { code: string; name: string }[],
): { code: string; text: string; point: Place }[] {
  const middle = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return provinces.flatMap(({ code, name }) => {
    const inside = [...regencyPoints()]
      .filter(([regency]) => regency.startsWith(code))
      .map(([, place]) => place)
    if (inside.length === 0) return []
    const point: Place = [middle(inside.map(([lng]) => lng)), middle(inside.map(([, lat]) => lat))]
    return [{ code, text: shortNames[code] ?? name, point }]
  })
}
