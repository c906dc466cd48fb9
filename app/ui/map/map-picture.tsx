import { type ReactNode, useId } from 'react'
import { formatNumber } from '~/ui/format'
import { classWords, type ShareClass } from './classes'
import type { DrawnRegion, MapDrawing } from './draw-map'
import type { PlacedLabel } from './labels'

interface MapPictureProps {
  drawing: MapDrawing
  /** The same map drawn for a phone; without it the wide one scrolls sideways there. */
  narrow?: MapDrawing
  title: string
  /** What a person who cannot see it should know: what the map says, not how it looks. */
  description: string
}

/** A map whose regions are links; everything on it can be reached by keyboard and is read aloud by its title. */
export function MapPicture({ drawing, narrow, title, description }: MapPictureProps) {
  const id = useId()
  const after = `${id}-sesudah`
  return (
    <div className="map">
      <a href={`#${after}`} className="map-skip">
        Lewati peta
      </a>
      {narrow && (
        <div className="map-sheet map-narrow">
          <Sheet drawing={narrow} title={title} description={description} />
        </div>
      )}
      <div className={narrow ? 'map-sheet map-wide' : 'map-sheet map-scroll'}>
        <Sheet drawing={drawing} title={title} description={description} />
      </div>
      <span id={after} />
    </div>
  )
}

function Sheet({ drawing, title, description }: { drawing: MapDrawing; title: string; description: string }) {
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
      data-peta=""
    >
      <title id={`${id}-judul`}>{title}</title>
      <desc id={`${id}-isi`}>{description}</desc>
      <None id={`${id}-kosong`} />
      <path className="map-neighbours" d={drawing.neighbours} />
      <path className="map-land" d={drawing.land} />
      {drawing.regions.map((region) => (
        <Region key={region.code} region={region} empty={`url(#${id}-kosong)`} />
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

/** The hatching of what has none: seen in grey and by every eye. */
function None({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="map-none" width="5" height="5" />
      <path className="map-hatch" d="M0 0v5" />
    </pattern>
  )
}

function Region({ region, empty }: { region: DrawnRegion; empty: string }) {
  const { circle, path, shareClass, title, href } = region
  const look = { className: `map-${circle ? 'dot' : 'area'} map-c${shareClass}` }
  const fill = shareClass === 0 ? empty : undefined
  return (
    <a href={href} aria-label={title}>
      <title>{title}</title>
      {circle ? (
        <circle {...look} cx={circle.x} cy={circle.y} r={circle.r} fill={fill} />
      ) : (
        <path {...look} d={path} fill={fill} />
      )}
    </a>
  )
}

function Label({ label }: { label: PlacedLabel }) {
  const { lines, x, y, anchor, fontSize, leader, className } = label
  const at = tenth(x)
  return (
    <>
      {leader && (
        <path className="map-leader" d={`M${leader.map((point) => point.map(tenth).join(' ')).join('L')}`} />
      )}
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

const tenth = (value: number) => Math.round(value * 10) / 10

interface MapLegendProps {
  drawing: MapDrawing
  /** What is counted: `Desa yang punya KIM terdaftar`. */
  measure: string
  /** What the hollow class is called: `belum ada KIM`. */
  none: string
  /** What the area of a circle stands for: `desa`. */
  sizeWord?: string
  /** Where outlines of regions come from, when there are any. */
  outlines?: string
}

/** The classes as swatches with words, the sizes of circles, and whose data the map stands on. */
export function MapLegend({ drawing, measure, none, sizeWord, outlines }: MapLegendProps) {
  const id = useId()
  const { breaks, sizes, regions } = drawing
  return (
    <figcaption className="map-legend">
      <p className="font-semibold">{measure}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5">
        {classWords(breaks, none).map(({ shareClass, words }) => (
          <li key={shareClass} className="flex items-center gap-2">
            <Swatch shareClass={shareClass} id={`${id}-${shareClass}`} />
            {words}
          </li>
        ))}
      </ul>
      {sizes.length > 0 && sizeWord && (
        <ul className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
          <li>Luas lingkaran:</li>
          {sizes.map(({ r, size }) => (
            <li key={size} className="flex items-center gap-2">
              <svg width={2 * r + 2} height={2 * r + 2} aria-hidden="true">
                <circle className="map-size" cx={r + 1} cy={r + 1} r={r} />
              </svg>
              {formatNumber(size)} {sizeWord}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm text-soft">
        <Credits points={regions.some(({ circle }) => circle)} outlines={outlines} />
      </p>
    </figcaption>
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
