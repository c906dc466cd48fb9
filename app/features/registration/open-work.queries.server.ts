import { and, count, inArray, min, sql } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { standsLate } from './lateness.server'
import { OPEN } from './registration.state'

interface Reading {
  db: Database
  tables: Tables
}

/** What an office has in hand: applications that were sent and not yet decided on or sent back. */
export interface OpenWork {
  open: number
  /** When the one that waits longest was sent. */
  oldestAt: Instant | null
  late: number
  /** Of the late ones, those late by as long again as the office was given. */
  twiceLate: number
}

/** The open work of regencies by code, from an index alone; a regency without any is left out. */
export async function openWorkOf(
  { db, tables }: Reading,
  regencyCodes: string[],
  now: Instant,
): Promise<Map<string, OpenWork>> {
  if (regencyCodes.length === 0) return new Map()
  const rows = await openWork({ db, tables }, regencyCodes, now)
  return new Map(
    rows.map(({ code, open, oldestAt, late, twiceLate }) => [
      code,
      {
        open: Number(open),
        oldestAt: oldestAt === null ? null : Number(oldestAt),
        late: Number(late),
        twiceLate: Number(twiceLate),
      },
    ]),
  )
}

/** How many applications are late by as long again as the office was given, wherever the actor reviews. */
export async function countTwiceLate({ store, clock }: Services, actor: Actor): Promise<number> {
  const { applications } = store.tables
  const [row] = await store.read
    .select({ many: count() })
    .from(applications)
    .where(
      and(
        inReach(actor, 'registration.review', applications),
        inArray(applications.status, [...OPEN]),
        standsLate(applications, '2', clock()),
      ),
    )
  return Number(row?.many ?? 0)
}

/** The query behind `openWorkOf`; a test looks at its plan. */
export function openWork({ db, tables: { applications } }: Reading, regencyCodes: string[], now: Instant) {
  const { regencyCode, status, submittedAt } = applications
  const many = (lateness: '1' | '2') =>
    sql<number>`sum(case when ${standsLate(applications, lateness, now)} then 1 else 0 end)`
  return db
    .select({
      code: regencyCode,
      open: count(),
      oldestAt: min(submittedAt),
      late: many('1'),
      twiceLate: many('2'),
    })
    .from(applications)
    .where(and(inArray(regencyCode, regencyCodes), inArray(status, [...OPEN])))
    .groupBy(regencyCode)
}
