import type { Counts } from './steps'

/** All numbers of a region on a date; every measure is made of these. */
export interface RegionNumbers extends Counts {
  /** Confirmed activities in the 30 days that end with the date. */
  recentActivities: number
  /** Villages and districts in the region, by the edition of the codes in force. */
  villages: number
  districts: number
}
