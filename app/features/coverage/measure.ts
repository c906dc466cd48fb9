import type { ListKind } from './list-kinds'
import type { MeasureKey } from './measures'
import type { MapNumbers } from './region-numbers'

type Breaks = readonly [number, number, number, number]

/** One thing that a map can show, made of the numbers `N` of a region. */
export interface Measure<N = MapNumbers> {
  key: MeasureKey
  /** As a heading: "Desa dengan KIM terdaftar". */
  name: string
  /** As the head of a column. */
  short: string
  /** What it says and what it does not, for someone who has never seen it. */
  definition: string
  /** Null where it is not known. */
  numerator: { words: string; of: (numbers: N) => number | null; list: ListKind }
  /** Null where something is only counted. */
  denominator: { words: string; of: (numbers: N) => number } | null
  /** Where the classes of a map begin: always the same, so that dates and regions can be compared. */
  breaks: Breaks
  /** What the emptiest class of a map is called. */
  none: string
  /** Why there is no value, where there is none. */
  unknown: string
  /** Days of the past are not kept. */
  todayOnly?: true
}

export const shares: Breaks = [0.05, 0.1, 0.25, 0.5]
/** Of districts, of which most regions have few. */
export const districtShares: Breaks = [0.1, 0.25, 0.5, 0.75]
