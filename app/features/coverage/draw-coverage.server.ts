import type { MultiPolygon } from 'geojson'
import {
  boundariesOf,
  boundarySources,
  coarseBoundaries,
} from '~/features/boundaries/boundaries.queries.server'
import { withWord } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { formatNumber } from '~/ui/format'
import { drawMap, type MapDrawing, type MapInput, type MapRegion } from '~/ui/map/draw-map'
import type { Bounds } from '~/ui/map/outline'
import { coastline, frameOf, nationFrame, provinceLabels, regencyPoints } from './basemap/basemap.server'
import { mapHref } from './coverage-address'
import type { CoverageScreen, RegionBelow } from './coverage-screen.queries.server'
import { mapNumbersOf } from './map-numbers.queries.server'
import type { Measure } from './measure'
import { describe, formatValue, measureValue } from './measures'
import { namesOfLevel } from './names-of-level.queries.server'

interface Reading {
  db: Database
  tables: Tables
}

/** A map ready to be written down, for a wide screen and for a phone, with what a person who cannot see it hears. */
export interface CoverageMap {
  wide: MapDrawing
  narrow: MapDrawing
  title: string
  description: string
  /** Where the outlines come from that are drawn. */
  outlines: string | undefined
  /** Says how many of the regions below are not drawn, because there is neither outline nor point. */
  missing: string | undefined
  /** What the map shows: the whole country, the regions below another region, or only where the region itself lies. */
  shows: 'country' | 'below' | 'place'
}

interface Chosen {
  measure: Measure
  /** On the map of the country each regency leads to its province: 38 links to walk through, not 514. */
  byProvince?: boolean
  /** With its own coast also the country, which on screen lies on a picture of it (`coast-960.svg`). */
  onPaper?: boolean
  /** In links; left out for today. */
  date: string | undefined
}

type Screen = Pick<CoverageScreen, 'region' | 'below' | 'numbers' | 'belowWords' | 'cutOff'>

/** Draws the map of a region; null where no place is known, as of a district without outlines of its villages. */
export async function drawCoverage(
  reading: Reading,
  screen: Screen,
  chosen: Chosen,
): Promise<CoverageMap | null> {
  const { level } = screen.region
  if (level === 'nation') return drawNation(reading, screen, chosen)
  if (level === 'province') return drawProvince(reading, screen, chosen)
  return level === 'regency' ? drawRegency(reading, screen, chosen) : drawDistrict(reading, screen, chosen)
}

async function drawNation(reading: Reading, screen: Screen, chosen: Chosen): Promise<CoverageMap> {
  const names = await namesOfLevel(reading, 'regency')
  const numbers = await mapNumbersOf(
    reading,
    names.map(({ code }) => code),
    screen.cutOff,
  )
  const shapes = await coarseBoundaries(reading)
  const labels = provinceLabels(screen.below)
  const provinces = screen.below.map((below) => {
    const label = labels.find(({ code }) => code === below.code)
    const place = { shape: shapes.get(below.code), point: label?.point }
    return { ...regionOf(below, chosen), ...place, label: label?.text }
  })
  const links = new Map(provinces.map(({ code, href, title }) => [code, { href, title }]))
  const points = regencyPoints()
  const regencies = names.flatMap((name) => {
    const found = numbers.get(name.code)
    if (!found) return []
    const place = { shape: shapes.get(name.code), point: points.get(name.code) }
    const region = regionOf({ code: name.code, name: withWord(name), numbers: found }, chosen)
    return [{ ...region, ...(chosen.byProvince && links.get(name.code.slice(0, 2))), ...place }]
  })
  const frame = { frame: nationFrame, ...(chosen.onPaper && { coastline: coastline('coarse') }) }
  const nameless = provinces.map((province) => ({ ...province, label: undefined }))
  return pictureOf(
    reading,
    screen,
    chosen,
    'country',
    { ...frame, labels, regions: finest(nameless, regencies, ({ shape }) => shape !== undefined) },
    // 514 circles on a phone hide the country; a province is one there.
    { ...frame, regions: finest(provinces, regencies, () => true) },
  )
}

/** By regency where some of a province have an outline; the others whole where that is wished. */
function finest(
  provinces: MapRegion[],
  regencies: MapRegion[],
  isWhole: (province: MapRegion) => boolean,
): MapRegion[] {
  return provinces.flatMap((province) => {
    const inside = regencies.filter(({ code }) => code.startsWith(province.code))
    return inside.some(({ shape }) => shape) || !isWhole(province) ? inside : [province]
  })
}

async function drawProvince(reading: Reading, screen: Screen, chosen: Chosen): Promise<CoverageMap> {
  const { code } = screen.region
  const shapes = await boundariesOf(reading, code, 'regency')
  const points = regencyPoints()
  const regions = screen.below.map((below) => ({
    ...regionOf(below, chosen),
    label: `${shortName(below.name)}\n${formatValue(chosen.measure, below.numbers)}`,
    shape: shapes.get(below.code),
    point: points.get(below.code),
  }))
  return pictureOf(reading, screen, chosen, 'below', {
    frame: around(frameOf(code), [...shapes.values()]),
    coastline: coastline('fine'),
    regions,
  })
}

/** With outlines its districts; without them where in the province it lies. */
async function drawRegency(reading: Reading, screen: Screen, chosen: Chosen): Promise<CoverageMap | null> {
  const districts = await drawParts(reading, screen, async () => screen.below, chosen)
  return districts ?? drawPlace(reading, screen, chosen)
}

/** The villages of a district where the measure says something of villages. */
async function drawDistrict(reading: Reading, screen: Screen, chosen: Chosen): Promise<CoverageMap | null> {
  const isSaid = screen.below.some(({ numbers }) => measureValue(chosen.measure, numbers) !== null)
  return isSaid ? drawParts(reading, screen, async () => screen.below, chosen) : null
}

/**
 * The districts of a regency or the villages of a district; null without outlines.
 * @param readParts reads their numbers, which are asked for only where there are outlines
 */
export async function drawParts(
  reading: Reading,
  screen: Pick<Screen, 'region' | 'belowWords'>,
  readParts: () => Promise<RegionBelow[]>,
  chosen: Chosen,
): Promise<CoverageMap | null> {
  const { code, level } = screen.region
  const ofVillages = level === 'district'
  const shapes = await boundariesOf(reading, code, ofVillages ? 'village' : 'district')
  if (shapes.size === 0) return null
  const below = await readParts()
  return pictureOf(reading, { ...screen, below }, chosen, 'below', {
    frame: around(null, [...shapes.values()]),
    coastline: coastline('fine'),
    regions: below.map((part) => ({
      ...regionOf(part, chosen),
      // Of one village nearly all shares are nothing or everything.
      label: ofVillages ? part.name : `${part.name}\n${formatValue(chosen.measure, part.numbers)}`,
      shape: shapes.get(part.code),
    })),
  })
}

async function drawPlace(reading: Reading, screen: Screen, chosen: Chosen): Promise<CoverageMap | null> {
  const { code, name } = screen.region
  const provinceCode = code.slice(0, 2)
  const siblings = await boundariesOf(reading, provinceCode, 'regency')
  const point = regencyPoints().get(code)
  const shape = siblings.get(code)
  if (!point && !shape) return null
  const itself = { ...regionOf({ code, name, numbers: screen.numbers }, chosen), label: name, point, shape }
  return pictureOf(reading, screen, chosen, 'place', {
    frame: around(frameOf(provinceCode), shape ? [shape] : []),
    coastline: coastline('fine'),
    regions: [{ ...itself, href: mapHref(provinceCode, { measure: chosen.measure.key, date: chosen.date }) }],
  })
}

/** On a map only cities bear their kind, to tell them from the regency of their name. */
function shortName(name: string): string {
  return name.replace(/^Kabupaten (Administrasi )?/, '')
}

function regionOf({ code, name, numbers }: RegionBelow, { measure, date }: Chosen): MapRegion {
  return {
    code,
    name,
    title: describe(measure, name, numbers),
    href: mapHref(code, { measure: measure.key, date }),
    value: measureValue(measure, numbers),
    size: numbers.villages,
  }
}

async function pictureOf(
  reading: Reading,
  { region, below, belowWords }: Pick<Screen, 'region' | 'below' | 'belowWords'>,
  { measure }: Chosen,
  shows: CoverageMap['shows'],
  input: MapInput,
  onPhone: MapInput = input,
): Promise<CoverageMap> {
  const wide = drawMap({ ...input, breaks: measure.breaks })
  const narrow = drawMap({ ...onPhone, breaks: measure.breaks, width: 360 })
  const outlined = [...wide.regions, ...narrow.regions].flatMap(({ code, path }) => (path ? [code] : []))
  const sources = await boundarySources(reading, [...new Set(outlined)])
  const drawn = new Set(wide.regions.map(({ code }) => code))
  const missing = shows === 'below' ? below.filter(({ code }) => !drawn.has(code)).length : 0
  return {
    wide,
    narrow,
    title: `Peta ${region.name}: ${measure.name}`,
    description: shows === 'place' ? `Letak ${region.name}.` : spoken(measure, below, belowWords),
    outlines: sources.join(', ') || undefined,
    missing:
      missing > 0
        ? `${formatNumber(missing)} ${belowWords.toLowerCase()} tanpa garis batas tidak tampak pada peta; angkanya ada di tabel halaman peta wilayah ini.`
        : undefined,
    shows,
  }
}

/** What the map says in two sentences. */
function spoken(measure: Measure, below: RegionBelow[], belowWords: string): string {
  const valued = below
    .map(({ name, numbers }) => ({ name, numbers, value: measureValue(measure, numbers) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const [first] = valued
  const without = valued.filter(({ value }) => !value).length
  const sum = `${belowWords}: ${formatNumber(below.length)}, ${formatNumber(without)} di antaranya ${measure.none}.`
  return first?.value ? `${sum} Tertinggi ${describe(measure, first.name, first.numbers)}.` : sum
}

/** A frame that holds shapes whole, with a little room. */
export function around(frame: Bounds | null, shapes: MultiPolygon[]): Bounds {
  let [west, south, east, north] = frame ?? [180, 90, -180, -90]
  for (const { coordinates } of shapes) {
    for (const [lng = 0, lat = 0] of coordinates.flat(2)) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      east = Math.max(east, lng)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}
