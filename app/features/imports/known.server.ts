import { and, eq, inArray, isNull, like, ne } from 'drizzle-orm'
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
import { VillageIndex } from './village-index'

/** Reads what a regency's list is compared with: its villages, its groups and open applications, the numbers left. */
export async function readKnown(
  { db, tables }: { db: Database; tables: Tables },
  regencyCode: string,
  now: Instant,
): Promise<Known> {
  const { regions, groups, applications, numberCounters } = tables
  const [regency] = await db.select().from(regions).where(eq(regions.code, regencyCode))
  if (!regency) throw notFound()
  const below = await db
    .select()
    .from(regions)
    .where(and(eq(regions.regencyCode, regencyCode), isNull(regions.validUntil)))
  const districts = new Map(below.flatMap((one) => (one.level === 'district' ? [[one.code, one.name]] : [])))
  const villages = below.filter((one) => one.level === 'village')
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
    villages: new VillageIndex(
      withWord({ code: regency.code, name: regency.name, word: regency.localWord }),
      villages.map(({ code, name, localWord, districtCode }) => ({
        code,
        name,
        word: localWord,
        districtCode: districtCode ?? code.slice(0, 6),
        districtName: districts.get(districtCode ?? '') ?? '',
      })),
    ),
    existing,
    numbersLeft: (villageCode) => LAST_SERIAL - (lastSerials.get(villageCode) ?? 0),
  }
}
