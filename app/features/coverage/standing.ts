import { addDays } from '~/platform/calendar'
import { type ActivityState, stateOn, type Threshold } from './activity-state'

/** Where a group stands and until when, if nothing new is confirmed. */
export interface Standing {
  state: ActivityState
  /** Of its latest confirmed activity. */
  lastOn: string | null
  /** The last day of this state; null for dormant, which lasts. */
  until: string | null
  next: ActivityState | null
}

/** How active a group is on a date, and the day on which that ends by the rules that are known today. */
export function standingOn(lastOn: string | null, date: string, thresholds: Threshold[]): Standing {
  const state = stateOn(lastOn, date, thresholds)
  if (state === 'dormant') return { state, lastOn, until: null, next: null }
  // It ends: whatever the thresholds, enough days without anything new put every group to sleep.
  for (let days = 1; ; days++) {
    const next = stateOn(lastOn, addDays(date, days), thresholds)
    if (next !== state) return { state, lastOn, until: addDays(date, days - 1), next }
  }
}
