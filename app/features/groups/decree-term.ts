import { addDays } from '~/platform/calendar'

/** `none`: there is no decree. `open`: it names no end. */
export type DecreeTerm = 'none' | 'open' | 'valid' | 'ending' | 'ended'

/** From this many days before its end a decree counts as ending. */
export const ENDING_DAYS = 90

/**
 * Where a decree stands on a day. It still holds on its last day.
 * @param validUntil local date, null when it names no end, undefined when there is no decree
 */
export function decreeTerm(validUntil: string | null | undefined, today: string): DecreeTerm {
  if (validUntil === undefined) return 'none'
  if (validUntil === null) return 'open'
  if (validUntil < today) return 'ended'
  return validUntil <= addDays(today, ENDING_DAYS) ? 'ending' : 'valid'
}
