import { addDays } from '~/platform/calendar'

/** How long before the last day the office is told, nearest first. */
export const REMINDERS = [30, 90] as const
export type Reminder = (typeof REMINDERS)[number]

/** How many days before its last day a partnership counts as ending; ours, not from a regulation. */
export const ENDING_DAYS = 90

/** What the calendar makes of a partnership in force on a day where its office is. */
export function statusOnDay(endsOn: string | null, today: string): 'active' | 'ending' | 'ended' {
  if (endsOn === null) return 'active'
  if (endsOn < today) return 'ended'
  return endsOn <= addDays(today, ENDING_DAYS) ? 'ending' : 'active'
}

/** Days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The reminder that is due so many days before the end; the nearer one when both have passed. */
export function reminderDue(daysLeft: number): Reminder | undefined {
  return daysLeft < 0 ? undefined : REMINDERS.find((daysBefore) => daysLeft <= daysBefore)
}
