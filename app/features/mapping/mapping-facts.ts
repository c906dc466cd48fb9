import type { PlaceName } from '~/features/regions/places'
import type { MapDrawing } from '~/ui/map/draw-map'

/** What the document of a settled mapping states beyond its rows; see `settle-mapping.server.ts`. */
export interface MappingFacts {
  number: string
  title: string
  office: string
  regency: string
  province: string
  beginsOn: string
  endsOn: string
  settledOn: string
  /** What was in force on the day of settling, newest first. */
  legalBasis: string[]
  districts: (PlaceName & { villages: PlaceName[] })[]
  /** Kinds of communities by code, as they were called. */
  kinds: Record<string, string>
  /** The districts coloured by the share of villages with a KIM or a candidate; null where no outlines are known. */
  map: MapDrawing | null
  mapSource: string | null
}
