import { and, gt, isNull, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tables } from '~/tables'
import type { Lateness } from './queue.schema'

/** Which open applications stand so against the office's limit at a moment. */
export function standsLate(
  { dueAt, submittedAt }: Tables['applications'],
  lateness: Lateness,
  now: Instant | Placeholder,
): SQL | undefined {
  switch (lateness) {
    case 'belum':
      return or(isNull(dueAt), gt(dueAt, now))
    case '1':
      return lte(dueAt, now)
    case '2':
      // As long again as the office was given: due + (due − submitted).
      return and(lte(dueAt, now), sql`2 * ${dueAt} - ${submittedAt} <= ${now}`)
  }
}
