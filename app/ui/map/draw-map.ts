import type { MultiPolygon } from 'geojson'
import { type Breaks, classOf, niceBreaks, type ShareClass } from './classes'
import { breakName, type Circle, type LabelWish, type PlacedLabel, placeLabels, textWidth } from './labels'
import { areaOf, type Bounds, type Point, pathData, project, ringsOf, roomIn, visible } from './outline'
import { remembering } from './remember'

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
  /** With a shape that can be seen the region is filled, without one it is a circle at its point. */
  shape?: MultiPolygon
  point?: readonly [lng: number, lat: number]
  /** Written on the map if there is room; lines end with a line feed, and a long first line is broken. */
  label?: string
}

export interface MapInput {
  frame: Bounds
  /** Left out where the map lies on a picture of it. */
  coastline?: Coastline
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
  /** Circles for the legend with what they stand for; empty where none stands for a size. */
  sizes: { r: number; size: number }[]
}

const PADDING = 12
/** Square pixels below which a ring is not drawn. */
const SPECK = 1.2

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
    const rings = region.shape ? visible(ringsOf(region.shape, projection, grid), SPECK) : []
    const seen = region.point ? rings.some((ring) => areaOf(ring) >= SPECK) : rings.length > 0
    return seen ? [{ region, rings }] : []
  })
  const drawn = new Set(areas.map(({ region }) => region))
  const marked = regions
    .filter((region) => region.point !== undefined && !drawn.has(region))
    // A shape too small to be seen says no size: it gets the smallest circle.
    .map((region) => (region.shape ? { ...region, size: 0 } : region))
  const scale = symbolScale(marked, regions.length, width, height)
  const wished = marked
    .map((region) => {
      const [x, y] = onSheet(region.point ?? [0, 0])
      return { region, x, y, r: scale(region.size) }
    })
    .sort((a, b) => b.r - a.r || (a.region.code < b.region.code ? -1 : 1))
  const circles = separated(
    wished.map(({ x, y, r }) => ({ x, y, r })),
    width,
    height,
  )
  const symbols = wished.map((symbol, at) => ({ ...symbol, ...circles[at] }))
  const paint = (region: MapRegion) => ({
    code: region.code,
    name: region.name,
    title: region.title,
    href: region.href,
    shareClass: classOf(region.value, breaks),
  })
  const look = looks(width)
  const wishes = [
    ...labels.map(
      ({ text, point }, at): LabelWish => ({
        key: `over:${at}`,
        lines: breakName(text),
        fontSize: look.small,
        at: [onSheet(point)],
        clear: 0,
        reach: 72,
        leaderFrom: 22,
        rank: 1e9 - at,
        className: 'map-over',
      }),
    ),
    ...areas.flatMap(({ region, rings }) => areaWish(region, rings, look)),
    ...symbols.flatMap(({ region, x, y, r }): LabelWish[] =>
      region.label === undefined
        ? []
        : [
            {
              key: region.code,
              lines: linesOf(region.label),
              fontSize: look.text,
              at: [[x, y]],
              clear: r,
              reach: look.reach / 2,
              leaderFrom: 10,
              rank: r,
            },
          ],
    ),
  ]
  const drawCoast = ({ land, neighbours }: Coastline) => {
    const path = (shape: MultiPolygon) =>
      pathData(visible(ringsOf(shape, projection, width < 500 ? 0.5 : 0.2), 1))
    return { land: path(land), neighbours: path(neighbours) }
  }
  const coast = coastline
    ? coastsOf(coastline)(`${frame} ${width} ${height}`, () => drawCoast(coastline))
    : { land: '', neighbours: '' }
  const sheet = {
    width,
    height,
    mayCover: labels.length > 0 ? 3 : look.mayCover,
    air: look.air,
  }
  return {
    width,
    height,
    ...coast,
    regions: [
      ...areas.map(({ region, rings }) => ({ ...paint(region), path: pathData(rings) })),
      ...symbols.map(({ region, x, y, r }) => ({
        ...paint(region),
        circle: { x: tenth(x), y: tenth(y), r: tenth(r) },
      })),
    ],
    labels: placed(JSON.stringify([wishes, circles, sheet]), () => placeLabels(wishes, circles, sheet)),
    breaks,
    sizes: legendSizes(marked, scale),
  }
}

// What a map costs does not depend on what is counted: the same coast, the same circles in the same places, mostly the
// same labels. A process keeps as many as there are provinces, for a wide screen and for a phone, and the country.
const KEPT = 80
const coasts = new WeakMap<Coastline, ReturnType<typeof remembering<{ land: string; neighbours: string }>>>()
const places = remembering<Circle[]>(KEPT)
const placed = remembering<PlacedLabel[]>(KEPT)

function coastsOf(coastline: Coastline) {
  const known = coasts.get(coastline) ?? remembering<{ land: string; neighbours: string }>(KEPT)
  coasts.set(coastline, known)
  return known
}

function separated(circles: Circle[], width: number, height: number): Circle[] {
  return places(JSON.stringify([circles, width, height]), () => separate(circles, width, height))
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

interface Look {
  text: number
  small: number
  /** How far a label may stand from its region. */
  reach: number
  mayCover: number
  /** How much room labels leave around the symbols of others, so that it is plain whose they are. */
  air: number
  /** How far a name may run over the borders of its area, as a part of its width. */
  over: number
}

/** A phone gets fewer labels rather than smaller ones: the table below has them all. */
function looks(width: number): Look {
  return width < 500
    ? { text: 10.5, small: 9.5, reach: 8, mayCover: 0, air: 2.5, over: 0.1 }
    : { text: 12.5, small: 10.5, reach: 48, mayCover: 0.15, air: 0, over: 9 }
}

/** A region bears its name inside, broken or smaller if need be; where there is no room, beside it on a line. */
function areaWish(region: MapRegion, rings: Point[][], look: Look): LabelWish[] {
  const rooms = roomIn(rings)
  const [best] = rooms
  if (region.label === undefined || !best) return []
  const ways = [region.label.split('\n'), linesOf(region.label)].flatMap((lines) =>
    [look.text, look.small].map((fontSize) => ({
      lines,
      fontSize,
      wide: Math.max(...lines.map((line) => textWidth(line, fontSize))),
    })),
  )
  const fitting = ways.find(({ wide }) => wide < best.width * 0.95) ?? ways.at(-1)
  if (!fitting || fitting.wide > best.width * (1 + look.over)) return []
  const { lines, fontSize, wide } = fitting
  const others = rooms.slice(1).filter(({ width }) => width > wide)
  return [
    {
      key: region.code,
      lines,
      fontSize,
      dot: true,
      at: [best.at, ...others.slice(0, 8).map(({ at }) => at)],
      clear: 0,
      reach: look.reach,
      leaderFrom: 0,
      rank: rings.reduce((sum, ring) => sum + areaOf(ring), 0),
    },
  ]
}

/** Area stands for size; the smallest can still be hit and seen. */
function symbolScale(
  marked: readonly MapRegion[],
  regions: number,
  width: number,
  height: number,
): (size: number) => number {
  const largest = Math.max(1, ...marked.map(({ size }) => size))
  const room = Math.sqrt((width * height * 0.11) / Math.max(1, regions)) / 2
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

/**
 * Pushes circles apart until none hides another, each pulled back to where it belongs.
 * Only circles in the same or the next square of a net meet, so the work grows with their number, not its square.
 */
function separate(circles: readonly Circle[], width: number, height: number): Circle[] {
  const moved = circles.map((circle) => ({ ...circle }))
  const mesh = 2 * Math.max(1, ...circles.map(({ r }) => r)) + GAP
  for (let round = 0; round < ROUNDS; round++) {
    for (const [a, b] of neighbours(moved, mesh)) pushApart(a, b)
    const pull = round < ROUNDS * 0.75 ? 0.04 : 0
    for (const [at, circle] of moved.entries()) {
      const { x, y, r } = circle
      const home = circles[at] ?? circle
      circle.x = Math.min(Math.max(x + (home.x - x) * pull, r + 1), width - r - 1)
      circle.y = Math.min(Math.max(y + (home.y - y) * pull, r + 1), height - r - 1)
    }
  }
  return moved
}

const GAP = 0.6
const ROUNDS = 80

function neighbours(circles: readonly Circle[], mesh: number): [Circle, Circle][] {
  const squares = new Map<number, Circle[]>()
  const pairs: [Circle, Circle][] = []
  for (const circle of circles) {
    const column = Math.floor(circle.x / mesh)
    const row = Math.floor(circle.y / mesh)
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of squares.get((column + dx) * 4096 + row + dy) ?? []) pairs.push([other, circle])
      }
    }
    const square = squares.get(column * 4096 + row)
    if (square) square.push(circle)
    else squares.set(column * 4096 + row, [circle])
  }
  return pairs
}

function pushApart(a: Circle, b: Circle) {
  const need = a.r + b.r + GAP
  const dx = b.x - a.x
  const dy = b.y - a.y
  const away = Math.hypot(dx, dy)
  if (away >= need) return
  const [ux, uy] = away < 0.01 ? [1, 0] : [dx / away, dy / away]
  // The smaller one gives way more.
  const part = (a.r * a.r) / (a.r * a.r + b.r * b.r)
  const push = (need - away) * 0.6
  a.x -= ux * push * (1 - part)
  a.y -= uy * push * (1 - part)
  b.x += ux * push * part
  b.y += uy * push * part
}
