import type { DocumentMap } from '~/features/publications/document-map'
import type { PlaceName } from '~/features/regions/places'

/** What the document of a settled mapping states beyond its locked rows. */
export interface MappingFacts {
  office: string
  regency: string
  province: string
  /** What was in force on the day of settling, newest first. */
  legalBasis: string[]
  districts: (PlaceName & { villages: PlaceName[] })[]
  /** Kinds of communities by code, as they were called. */
  kinds: Record<string, string>
  /** The districts by the share of villages with a KIM or a candidate, or where the regency lies. */
  map: DocumentMap | null
  mapSource: string | null
  /** True for data of the example. */
  isDemo: boolean
}
