import type { ActivityFunction, Channel } from '~/features/activities/activity-kinds'

export const fundSources = ['dana_desa', 'apbd', 'swadaya', 'sponsor', 'lain'] as const
export type FundSource = (typeof fundSources)[number]

export type ReportEventKind = 'sent' | 'amended' | 'verified' | 'returned'
export type ApprovalAct = 'approved' | 'reopened'
export type ReminderKind = 'due' | 'late'

/** What a group says in its report beside the numbers. Whole rupiah; null where it says nothing. */
export interface ReportContent {
  obstacles: string
  plans: string
  received: number | null
  spent: number | null
  fundSource: FundSource | null
}

/**
 * What the activities of a period come to: those that wait for the office's confirmation and those that have it. Asked
 * back or withdrawn ones are not in it.
 */
export interface ReportNumbers {
  activities: number
  /** Of those, the ones that the office has confirmed. */
  confirmed: number
  /** Not counted here: the office asked, and the group has not answered. */
  asked: number
  functions: Partial<Record<ActivityFunction, number>>
  channels: Partial<Record<Channel, number>>
  /** By code. */
  topics: Record<string, number>
  /** The sum of what activities tell; people reached twice are in it twice. */
  reach: number
  /** Activities that tell a reach, and of those the ones that say it is an estimate. */
  withReach: number
  estimated: number
  /** Activities that tell who was present. */
  withAttendance: number
  men: number
  women: number
  photos: number
  hoaxes: number
}

/** What was counted of a region's period when it was approved. */
export interface ApprovedNumbers {
  expected: number
  actual: number
  onTime: number
  dormant: number
  verified: number
  returned: number
}
