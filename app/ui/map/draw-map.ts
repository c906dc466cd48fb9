import type { MultiPolygon } from 'geojson'
import { type Breaks, classOf, niceBreaks, type ShareClass } from './classes'
import { breakName, type Circle, type LabelWish, type PlacedLabel, placeLabels, textWidth } from './labels'
import { areaOf, type Bounds, type Point, pathData, project, ringsOf, roomIn, visible } from './outline'

/** The coastline under a map: the country, and paler what of its neighbours lies in the frame. */
export interface Coastline {
  land: MultiPolygon
  neighbours: MultiPolygon
}

export interface MapRegion {
  code: string
  name: string
  /** All that the tooltip and the screen reader say: `Pacitan: 34 dari 171 desa punya KIM (19,9%)`. */
  title: string
  href: string
  /** Share from 0 to 1; more counts as the highest class. */
  value: number | null
  /** What the area of a symbol stands for, the number of villages for instance. */
  size: number
  /** With a shape the region is filled, without one it is a circle at its point. */
  shape?: MultiPolygon
  point?: readonly [lng: number, lat: number]
  /** Written on the map if there is room; lines end with a line feed, and a long first line is broken. */
  label?: string
}

export interface MapInput {
  frame: Bounds
  coastline: Coastline
  regions: readonly MapRegion[]
  /** Names over several regions, the provinces on the map of the country. They come before the regions' own. */
  labels?: readonly { text: string; point: readonly [lng: number, lat: number] }[]
  breaks?: Breaks
  /** Of the sheet, in pixels of the screen it is meant for: 960 for a wide one, 360 for a phone. */
  width?: number
}

export interface DrawnRegion {
  code: string
  name: string
  title: string
  href: string
  shareClass: ShareClass
  path?: string
  circle?: Circle
}

/** Everything that `MapPicture` writes down: numbers and words, no geography left. */
export interface MapDrawing {
  width: number
  height: number
  land: string
  neighbours: string
  regions: DrawnRegion[]
  labels: PlacedLabel[]
  breaks: Breaks
  /** Circles for the legend with what they stand for; empty when every region has a shape. */
  sizes: { r: number; size: number }[]
}

const PADDING = 12

/**
 * Draws a map: choropleth where there are shapes, proportional circles elsewhere, in the same five classes.
 *
 * @example
 * const drawing = drawMap({
 *   frame: provinceFrame('35'),
 *   coastline: coastline('fine'),
 *   regions: [{ code: '3501', name: 'Pacitan', label: 'Pacitan', title: 'Pacitan: 34 dari 171 desa (19,9%)',
 *     href: '/peta/3501', value: 34 / 171, size: 171, point: [111.1, -8.2] }],
 * })
 * <MapPicture drawing={drawing} narrow={drawMap({ ...input, width: 360 })} title="…" description="…" />
 */
export function drawMap({
  frame,
  coastline,
  regions,
  labels = [],
  width = 960,
  ...rest
}: MapInput): MapDrawing {
  const breaks = rest.breaks ?? niceBreaks(regions.map(({ value }) => value))
  const height = heightFor(frame, width)
  const projection = project(frame, width, height, PADDING)
  const onSheet = (point: readonly [number, number]): Point => {
    const [x, y] = projection([point[0], point[1]]) ?? [0, 0]
    return [x, y]
  }
  const shaped = regions.filter((region) => region.shape !== undefined)
  const grid = shaped.length > 60 || width < 500 ? 0.5 : 0.2
  const areas = shaped.flatMap((region) => {
    const rings = region.shape ? visible(ringsOf(region.shape, projection, grid), 1.2) : []
    return rings.length > 0 ? [{ region, rings }] : []
  })
  const marked = regions.filter((region) => region.shape === undefined && region.point !== undefined)
  const scale = symbolScale(marked, width, height)
  const symbols = separate(
    marked
      .map((region) => {
        const [x, y] = onSheet(region.point ?? [0, 0])
        return { region, x, y, r: scale(region.size) }
      })
      .sort((a, b) => b.r - a.r || (a.region.code < b.region.code ? -1 : 1)),
    width,
    height,
  )
  const paint = (region: MapRegion) => ({
    code: region.code,
    name: region.name,
    title: region.title,
    href: region.href,
    shareClass: classOf(region.value, breaks),
  })
  const fontSize = width < 500 ? 11 : 12.5
  const wishes = [
    ...labels.map(({ text, point }, at) => ({
      key: `over:${at}`,
      lines: breakName(text),
      at: onSheet(point),
      clear: 0,
      reach: 72,
      rank: 1e9 - at,
      className: 'map-over',
    })),
    ...areas.flatMap(({ region, rings }) => areaWish(region, rings, fontSize)),
    ...symbols.flatMap(({ region, x, y, r }) =>
      region.label === undefined
        ? []
        : [
            {
              key: region.code,
              lines: linesOf(region.label),
              at: [x, y] as const,
              clear: r,
              reach: 24,
              rank: r,
            },
          ],
    ),
  ]
  const coast = (shape: MultiPolygon) =>
    pathData(visible(ringsOf(shape, projection, width < 500 ? 0.5 : 0.2), 1))
  return {
    width,
    height,
    land: coast(coastline.land),
    neighbours: coast(coastline.neighbours),
    regions: [
      ...areas.map(({ region, rings }) => ({ ...paint(region), path: pathData(rings) })),
      ...symbols.map(({ region, x, y, r }) => ({
        ...paint(region),
        circle: { x: tenth(x), y: tenth(y), r: tenth(r) },
      })),
    ],
    labels: placeLabels(wishes, symbols, { width, height, fontSize, mayCover: labels.length > 0 ? 3 : 0.2 }),
    breaks,
    sizes: legendSizes(marked, scale),
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** As high as the frame asks, but neither a ribbon nor a tower. */
function heightFor([west, south, east, north]: Bounds, width: number): number {
  const inner = ((width - 2 * PADDING) * (north - south)) / (east - west)
  const [least, most] = width < 500 ? [0.6, 1.35] : [0.38, 0.72]
  return Math.round(Math.min(Math.max(inner + 2 * PADDING, width * least), width * most))
}

function linesOf(label: string): string[] {
  const [name = '', ...others] = label.split('\n')
  return [...breakName(name), ...others]
}

/** A region with room for its name bears it in the middle; a small one may have it beside, on a line. */
function areaWish(region: MapRegion, rings: Point[][], fontSize: number): LabelWish[] {
  const room = roomIn(rings)
  if (region.label === undefined || !room) return []
  const whole = region.label.split('\n')
  const lines = textWidth(whole[0] ?? '', fontSize) < room.width * 0.92 ? whole : linesOf(region.label)
  const area = rings.reduce((sum, ring) => sum + areaOf(ring), 0)
  return [{ key: region.code, lines, at: room.at, clear: 0, reach: 42, rank: area }]
}

/** Area stands for size; the smallest can still be hit and seen. */
function symbolScale(marked: readonly MapRegion[], width: number, height: number): (size: number) => number {
  const largest = Math.max(1, ...marked.map(({ size }) => size))
  const room = Math.sqrt((width * height * 0.11) / Math.max(1, marked.length)) / 2
  const most = Math.min(Math.max(room * 1.5, 6), width < 500 ? 16 : 26)
  const least = Math.max(most * 0.28, 2.2)
  return (size) => Math.max(least, most * Math.sqrt(size / largest))
}

/** Two or three round sizes below the largest symbol. */
function legendSizes(
  marked: readonly MapRegion[],
  scale: (size: number) => number,
): { r: number; size: number }[] {
  const largest = Math.max(0, ...marked.map(({ size }) => size))
  if (largest === 0) return []
  const round = (value: number) => {
    const power = 10 ** Math.floor(Math.log10(value))
    return Math.max(1, [5, 2, 1].map((step) => step * power).find((step) => step <= value) ?? power)
  }
  const sizes = [round(largest), round(largest / 3), round(largest / 10)]
  return [...new Set(sizes)].map((size) => ({ r: tenth(scale(size)), size }))
}

/** Pushes circles apart until none hides another, each pulled back to where it belongs. */
function separate<T extends Circle>(circles: readonly T[], width: number, height: number): T[] {
  const moved = circles.map((circle) => ({ ...circle }))
  const gap = 0.6
  for (let round = 0; round < 80; round++) {
    for (const [at, a] of moved.entries()) {
      for (const b of moved.slice(at + 1)) {
        const need = a.r + b.r + gap
        const dx = b.x - a.x
        const dy = b.y - a.y
        if (Math.abs(dx) >= need || Math.abs(dy) >= need) continue
        const away = Math.hypot(dx, dy)
        if (away >= need) continue
        const [ux, uy] = away < 0.01 ? [1, 0] : [dx / away, dy / away]
        // The smaller one gives way more.
        const part = (a.r * a.r) / (a.r * a.r + b.r * b.r)
        const push = (need - away) * 0.6
        a.x -= ux * push * (1 - part)
        a.y -= uy * push * (1 - part)
        b.x += ux * push * part
        b.y += uy * push * part
      }
    }
    for (const [at, circle] of moved.entries()) {
      const home = circles[at] ?? circle
      const pull = round < 60 ? 0.04 : 0
      circle.x = Math.min(Math.max(circle.x + (home.x - circle.x) * pull, circle.r + 1), width - circle.r - 1)
      circle.y = Math.min(
        Math.max(circle.y + (home.y - circle.y) * pull, circle.r + 1),
        height - circle.r - 1,
      )
    }
  }
  return moved
}
