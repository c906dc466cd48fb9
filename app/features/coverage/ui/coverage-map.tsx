import { MapLegend, MapPicture } from '~/ui/map/map-picture'
import narrowCoast from '../basemap/coast-360.svg?url'
import wideCoast from '../basemap/coast-960.svg?url'
import type { CoverageMap } from '../draw-coverage.server'
import type { Measure } from '../measure'

const coastOfCountry = { wide: wideCoast, narrow: narrowCoast }

/** The map of a region with its legend. */
export function CoverageFigure({
  map,
  measure,
  still,
}: {
  map: CoverageMap
  measure: Measure
  still?: boolean
}) {
  return (
    <figure>
      <MapPicture
        drawing={map.wide}
        narrow={map.narrow}
        coast={map.shows === 'country' ? coastOfCountry : undefined}
        title={map.title}
        description={map.description}
        still={still}
      />
      <MapLegend
        drawing={map.wide}
        narrow={map.narrow}
        measure={measure.name}
        none={measure.none}
        unit={measure.denominator ? 'share' : 'count'}
        sizeWord="desa"
        outlines={map.outlines}
      />
      {map.missing && <p className="mt-3">{map.missing}</p>}
    </figure>
  )
}
