import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'
import { Drawn } from '~/ui/drawn'
import { formatNumber } from '~/ui/format'
import { PageScript } from '~/ui/page-script'
import { classWords, type ShareClass, type Unit } from './classes'
import { Coast } from './coast'
import type { DrawnRegion, MapDrawing } from './draw-map'
import type { PlacedLabel } from './labels'
import type { Point } from './outline'

interface MapPictureProps {
  drawing: MapDrawing
  /** The same map drawn for a phone (`width: 360`); without it the wide one scrolls sideways there. */
  narrow?: MapDrawing
  /** Addresses of pictures of the coast, where it is the same on many pages; without them the map draws its own. */
  coast?: { wide: string; narrow: string }
  title: string
  /** What a person who cannot see it should know: what the map says, not how it looks. */
  description: string
  /** A picture to follow links from: no tooltip, no zoom, no script at all. */
  still?: boolean
}

/** Tooltip and zoom; `public/peta.js` says more. */
const SCRIPT = '/peta.js'

/**
 * A map whose regions are links; everything on it can be reached by keyboard and is read aloud by its title.
 * All of it works without JavaScript. Pages without Remix's scripts load the small one alone.
 */
export function MapPicture({ drawing, narrow, coast, title, description, still = false }: MapPictureProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => (still ? undefined : enhanceIn(frame.current)), [still])
  return (
    <div className="map" ref={frame}>
      <a href={`#${id}sesudah`} className="map-skip">
        Lewati peta
      </a>
      {narrow && (
        <Drawn
          as={Sheet}
          of={{ drawing: narrow, coast: coast?.narrow, title, description }}
          className="map-sheet map-narrow"
        />
      )}
      <Drawn
        as={Sheet}
        of={{ drawing, coast: coast?.wide, title, description }}
        className={narrow ? 'map-sheet map-wide' : 'map-sheet map-scroll'}
      />
      <span id={`${id}sesudah`} />
      {!still && <PageScript src={SCRIPT} />}
    </div>
  )
}

/** Where React runs, it asks for the script's help itself and takes it back with the map. */
function enhanceIn(frame: HTMLDivElement | null) {
  let gone = false
  const undo: (() => void)[] = []
  import(/* @vite-ignore */ SCRIPT).then(
    ({ enhance }: { enhance: (sheet: Element) => () => void }) => {
      if (gone) return
      for (const sheet of frame?.querySelectorAll('.map-sheet') ?? []) undo.push(enhance(sheet))
    },
    // The map is whole without it.
    () => {},
  )
  return () => {
    gone = true
    for (const take of undo) take()
  }
}

interface SheetProps {
  drawing: MapDrawing
  coast?: string
  title: string
  description: string
}

function Sheet({ drawing, coast, title, description }: SheetProps) {
  const id = useId()
  const { width, height } = drawing
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn; `img` would hide the links.
    <svg
      role="group"
      aria-labelledby={`${id}-judul`}
      aria-describedby={`${id}-isi`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      style={coast ? behind(coast) : undefined}
      data-peta=""
    >
      <title id={`${id}-judul`}>{title}</title>
      <desc id={`${id}-isi`}>{description}</desc>
      <None id={`${id}-kosong`} />
      {!coast && <Coast land={drawing.land} neighbours={drawing.neighbours} />}
      {linksOf(drawing.regions).map((regions) => (
        <RegionLink key={regions[0].code} regions={regions} empty={`url(#${id}-kosong)`} />
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: text is no link; each region says its name itself. */}
      <g className="map-labels" aria-hidden="true">
        {drawing.labels.map((label) => (
          <Label key={label.key} label={label} />
        ))}
      </g>
    </svg>
  )
}

/**
 * A background, unlike an image, is not fetched for the sheet that the screen hides; and not named before the style
 * sheet, which knows the one that is hidden.
 */
function behind(coast: string): CSSProperties & Record<'--coast', string> {
  return { '--coast': `url(${coast})` }
}

/** The hatching of what has none: seen in grey and by every eye. */
function None({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="map-none" width="5" height="5" />
      <path className="map-hatch" d="M0 0v5" />
    </pattern>
  )
}

/** One link for the regions that lead to the same page, as those of a province do on the map of the home page. */
function RegionLink({ regions, empty }: { regions: LinkedRegions; empty: string }) {
  const [{ title, href }] = regions
  return (
    <a href={href} aria-label={title}>
      <title>{title}</title>
      {regions.map((region) => (
        <Region key={region.code} region={region} empty={empty} />
      ))}
    </a>
  )
}

function Region({ region, empty }: { region: DrawnRegion; empty: string }) {
  const { circle, path, shareClass } = region
  const look = { className: `map-${circle ? 'dot' : 'area'} map-c${shareClass}` }
  const fill = shareClass === 0 ? empty : undefined
  return circle ? (
    <circle {...look} cx={circle.x} cy={circle.y} r={circle.r} fill={fill} />
  ) : (
    <path {...look} d={path} fill={fill} />
  )
}

type LinkedRegions = [DrawnRegion, ...DrawnRegion[]]

function linksOf(regions: DrawnRegion[]): LinkedRegions[] {
  const links = new Map<string, LinkedRegions>()
  for (const region of regions) {
    const together = links.get(region.href)
    if (together) together.push(region)
    else links.set(region.href, [region])
  }
  return [...links.values()]
}

function Label({ label }: { label: PlacedLabel }) {
  const { lines, x, y, anchor, fontSize, leader, dot, className } = label
  const at = tenth(x)
  return (
    <>
      {leader && <path className="map-leader" d={`M${leader.map(written).join('L')}`} />}
      {leader && dot && <path className="map-leader-end" d={`M${written(leader[0])}h0`} />}
      <text className={className} x={at} y={tenth(y)} textAnchor={anchor} fontSize={fontSize}>
        {lines.length === 1
          ? lines[0]
          : lines.map((line, row) => (
              <tspan key={line} x={at} dy={row === 0 ? 0 : '1.15em'}>
                {line}
              </tspan>
            ))}
      </text>
    </>
  )
}

const written = ([x, y]: Point) => `${tenth(x)} ${tenth(y)}`

const tenth = (value: number) => Math.round(value * 10) / 10

interface MapLegendProps {
  drawing: MapDrawing
  narrow?: MapDrawing
  /** What is counted: `Desa yang punya KIM terdaftar`. */
  measure: string
  /** What the hollow class is called: `belum ada KIM`. */
  none: string
  unit?: Unit
  /** What the area of a circle stands for: `desa`. */
  sizeWord?: string
  /** Where outlines of regions come from, when there are any. */
  outlines?: string
}

/** The classes as swatches with words, the sizes of circles, and whose data the map stands on. */
export function MapLegend(props: MapLegendProps) {
  return <Drawn as={Legend} of={props} className="map-legend" />
}

function Legend({ drawing, narrow, measure, none, unit, sizeWord, outlines }: MapLegendProps) {
  const id = useId()
  const { breaks, regions } = drawing
  return (
    <>
      <p className="font-semibold">{measure}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5">
        {classWords(breaks, none, unit).map(({ shareClass, words }) => (
          <li key={shareClass} className="flex items-center gap-2">
            <Swatch shareClass={shareClass} id={`${id}${shareClass}`} />
            {words}
          </li>
        ))}
      </ul>
      {sizeWord && <Sizes drawing={drawing} word={sizeWord} className={narrow ? 'map-wide' : ''} />}
      {sizeWord && narrow && <Sizes drawing={narrow} word={sizeWord} className="map-narrow" />}
      <p className="mt-3 text-sm text-soft">
        <Credits points={regions.some(({ circle }) => circle)} outlines={outlines} />
      </p>
    </>
  )
}

/** Circles as large as on the map, which fills the same width as the legend. */
function Sizes({ drawing, word, className }: { drawing: MapDrawing; word: string; className: string }) {
  const { sizes, width } = drawing
  if (sizes.length === 0) return null
  return (
    <div className={className}>
      <ul className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <li>Luas lingkaran:</li>
        {sizes.map(({ r, size }) => {
          const side = 2 * r + 1
          const style: CSSProperties = { width: `${((100 * side) / width).toFixed(2)}cqw` }
          return (
            <li key={size} className="flex items-center gap-2">
              <svg viewBox={`0 0 ${side} ${side}`} width={side} style={style} aria-hidden="true">
                <circle className="map-size" cx={side / 2} cy={side / 2} r={r} />
              </svg>
              {formatNumber(size)} {word}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Swatch({ shareClass, id }: { shareClass: ShareClass; id: string }) {
  return (
    <svg width="26" height="16" aria-hidden="true" className="shrink-0">
      {shareClass === 0 && <None id={id} />}
      <rect
        className={`map-swatch map-c${shareClass}`}
        x="0.5"
        y="0.5"
        width="25"
        height="15"
        rx="2"
        fill={shareClass === 0 ? `url(#${id})` : undefined}
      />
    </svg>
  )
}

/** Natural Earth is free of rights and is named all the same; GeoNames asks for its name (CC BY 4.0). */
function Credits({ points, outlines }: { points: boolean; outlines?: string }): ReactNode {
  return [
    'Garis pantai: Natural Earth',
    points && 'titik: GeoNames (CC BY 4.0)',
    outlines && `batas wilayah: ${outlines}`,
    'wilayah: idn-area-data (ODbL)',
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}
