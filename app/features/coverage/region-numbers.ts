import type { Findings } from '~/features/mapping/settled-findings.queries.server'
import type { InForce } from '~/features/partnerships/partnership-counts.queries.server'
import type { Counts } from './steps'

/** All numbers of the groups of a region on a date. */
export interface RegionNumbers extends Counts {
  /** Confirmed activities in the 30 days that end with the date. */
  recentActivities: number
  /** Villages and districts in the region, by the edition of the codes in force. */
  villages: number
  districts: number
}

/** All that a map shows of a region on a date; every measure is made of these. */
export interface MapNumbers extends RegionNumbers {
  /** What mappings found that were settled by then. */
  mapped: Findings
  /** In force today; null for a day of the past, of which it is not known, and for a village. */
  partnerships: InForce | null
}
