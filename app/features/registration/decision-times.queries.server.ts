import { and, between, count, inArray, sql } from 'drizzle-orm'
import { DAY, type Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { DecisionTimes } from './decision-times'

interface Reading {
  db: Database
  tables: Tables
}

interface Between {
  from: Instant
  until: Instant
}

/**
 * How long regencies took to decide, by code: whole days from the latest submission to the approval or rejection, for
 * what was decided between two moments. From an index alone; a regency that decided nothing is left out.
 */
export async function decisionTimesOf(
  reading: Reading,
  regencyCodes: string[],
  within: Between,
): Promise<Map<string, DecisionTimes>> {
  const found = new Map<string, DecisionTimes>()
  if (regencyCodes.length === 0) return found
  for (const { code, days, many } of await decisionTimes(reading, regencyCodes, within)) {
    const times = found.get(code) ?? new Map<number, number>()
    times.set(Number(days), Number(many))
    found.set(code, times)
  }
  return found
}

/** The query behind `decisionTimesOf`; a test looks at its plan. */
export function decisionTimes(
  { db, tables: { applications } }: Reading,
  regencyCodes: string[],
  { from, until }: Between,
) {
  const { regencyCode, status, decidedAt, submittedAt } = applications
  // Written out: SQLite would take a parameter for a fraction and not divide into whole days.
  const days = sql<number>`(${decidedAt} - ${submittedAt}) / ${sql.raw(String(DAY))}`
  return db
    .select({ code: regencyCode, days, many: count() })
    .from(applications)
    .where(
      and(
        inArray(regencyCode, regencyCodes),
        inArray(status, ['approved', 'rejected']),
        between(decidedAt, from, until),
      ),
    )
    .groupBy(regencyCode, days)
}
