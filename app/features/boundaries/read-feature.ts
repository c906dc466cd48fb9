import type { RawGeometry } from './ring-builder'

/** A region as a file holds it, before anything about it is believed. */
export interface ReadFeature {
  /** Where it stands in the file: "fitur 3", "baris 36". */
  place: string
  properties: Record<string, string>
  /** As the file calls it; empty when there is none. */
  geometryType: string
  geometry: RawGeometry | null
}
