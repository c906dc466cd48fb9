import { and, eq, inArray, like, ne } from 'drizzle-orm'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { LAST_SERIAL } from '~/features/numbering/registration-number'
import { withWord } from '~/features/regions/places'
import { applicationStatusWords } from '~/features/registration/registration.messages'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import type { Known } from './check-rows'
import { villageIndexOf } from './village-index.queries.server'

/** Reads what a regency's list is compared with: its villages, its groups and open applications, the numbers left. */
export async function readKnown(
  { db, tables }: { db: Database; tables: Tables },
  regencyCode: string,
  now: Instant,
): Promise<Known> {
  const { regions, groups, applications, numberCounters } = tables
  const [regency] = await db.select().from(regions).where(eq(regions.code, regencyCode))
  if (!regency) throw notFound()
  const registered = await db
    .select({ code: groups.villageCode, name: groups.name, number: groups.number, status: groups.status })
    .from(groups)
    .where(and(eq(groups.regencyCode, regencyCode), ne(groups.status, 'closed')))
  const open = await db
    .select({ code: applications.villageCode, name: applications.groupName, status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.regencyCode, regencyCode),
        inArray(applications.status, ['submitted', 'under_review', 'returned']),
      ),
    )
  const existing: Known['existing'] = new Map()
  const remember = (code: string, name: string, state: string) =>
    existing.set(code, [...(existing.get(code) ?? []), { name, state }])
  for (const group of registered) {
    remember(group.code, group.name, `${groupStatusWords[group.status].toLowerCase()}, nomor ${group.number}`)
  }
  for (const { code, name, status } of open) {
    remember(code, name, `permohonan, ${applicationStatusWords[status].toLowerCase()}`)
  }
  const serials = await db
    .select()
    .from(numberCounters)
    .where(like(numberCounters.villageCode, `${regencyCode}%`))
  const lastSerials = new Map(serials.map((counter) => [counter.villageCode, counter.lastSerial]))
  return {
    regencyName: withWord({ code: regency.code, name: regency.name, word: regency.localWord }),
    provinceCode: regency.provinceCode,
    regencyCode,
    today: localDate(now, regency.zone),
    villages: await villageIndexOf(
      { db, tables },
      regencyCode,
      withWord({ code: regency.code, name: regency.name, word: regency.localWord }),
    ),
    existing,
    numbersLeft: (villageCode) => LAST_SERIAL - (lastSerials.get(villageCode) ?? 0),
  }
}
