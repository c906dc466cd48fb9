import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { NATION, withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { standsLate } from './lateness.server'
import type { Lateness } from './queue.schema'
import { OPEN } from './registration.state'

export interface WaitingRow {
  code: string
  name: string
  /** By how they stand against the limit; what is twice over it is also late. */
  many: Record<Lateness, number>
}

/**
 * The open applications of a region (`00` for the country) by the regions below it, as far as the actor reviews
 * there; regions without any are left out. Null for whoever reviews nothing there.
 */
export async function waitingIn(
  services: Services,
  actor: Actor | null,
  code: string,
): Promise<WaitingRow[] | null> {
  if (!actor || !reviewsIn(actor, code)) return null
  const { store } = services
  const { applications } = store.tables
  const now = services.clock()
  const below = columnBelow(applications, code)
  const many = (lateness: Lateness) =>
    sql<number>`sum(case when ${standsLate(applications, lateness, now)} then 1 else 0 end)`
  const rows = await store.read
    .select({ code: below, all: count(), late: many('1'), twice: many('2') })
    .from(applications)
    .where(
      and(
        inArray(applications.status, [...OPEN]),
        inRegion(applications, code),
        inReach(actor, 'registration.review', applications),
      ),
    )
    .groupBy(below)
    .orderBy(below)
  const names = await nameRegions(
    { db: store.read, tables: store.tables },
    rows.map((row) => row.code),
  )
  return rows.map((row) => {
    const name = names.find((region) => region.code === row.code)
    const late = Number(row.late)
    return {
      code: row.code,
      name: name ? withWord(name) : row.code,
      many: { belum: Number(row.all) - late, '1': late, '2': Number(row.twice) },
    }
  })
}

/** The applications of a region, a province or smaller; along the index of its regency where there is one. */
export function inRegion(applications: Tables['applications'], code: string): SQL | undefined {
  if (code === NATION) return undefined
  if (code.length === 2) return eq(applications.provinceCode, code)
  const regency = eq(applications.regencyCode, code.slice(0, 4))
  if (code.length === 4) return regency
  return and(regency, eq(code.length === 6 ? applications.districtCode : applications.villageCode, code))
}

function columnBelow(applications: Tables['applications'], code: string) {
  if (code === NATION) return applications.provinceCode
  if (code.length === 2) return applications.regencyCode
  return code.length === 4 ? applications.districtCode : applications.villageCode
}

function reviewsIn(actor: Actor, code: string): boolean {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'registration.review')
  const within = code === NATION ? '' : code
  return (
    national ||
    [...provinceCodes, ...regencyCodes].some((own) => own.startsWith(within) || within.startsWith(own))
  )
}
