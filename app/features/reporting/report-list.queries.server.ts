import { and, asc, desc, eq, gt, inArray, isNull, lt, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import {
  isInState,
  isLatestOf,
  registeredOn,
  thresholdsUnder,
} from '~/features/coverage/group-states.queries.server'
import type { Actor } from '~/features/identity/actor'
import { NATION, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { type OfficePlace, officePlace } from './office-place.queries.server'
import type { ListedReports, ReportListQuery } from './office-reports.schema'
import { kindOn } from './periods'
import { ratesIn } from './reporting-rates.queries.server'
import { isInside, phaseOn } from './reporting-rules'

const PAGE = 50

/** The groups behind a number of a period, with their reports; a page costs its rows. */
export async function reportListScreen(services: Services, actor: Actor, query: ReportListQuery) {
  const place = await officePlace(services, actor, query)
  const { code, period, rules } = place
  const where = await listed(services, place, query.keadaan)
  const page = await readPage(services, place, { query, where })
  const rates = await ratesIn(
    { db: services.store.read, tables: services.store.tables },
    [code],
    period,
    rules,
  )
  const { rules: _, ...shown } = place
  return {
    place: shown,
    ...page,
    rates: rates.get(code),
    withRegency: code === NATION || code.length === 2,
  }
}

/** The groups that owe a report of the period in the region, narrowed to a kind of the list. */
export async function listed(
  services: Services,
  { code, period, rules }: OfficePlace,
  kind: ListedReports,
): Promise<SQL | undefined> {
  const { groups, reports } = services.store.tables
  const column = [groups.provinceCode, groups.regencyCode, groups.districtCode][code.length / 2 - 1]
  return and(
    code === NATION || !column ? undefined : eq(column, code),
    registeredOn(services, period.from),
    followsKind(services, { code, period, rules }),
    await narrowed(),
  )

  async function narrowed(): Promise<SQL | undefined> {
    const isIn = inArray(reports.status, ['sent', 'verified'])
    switch (kind) {
      case 'semua':
        return undefined
      case 'masuk':
        return isIn
      case 'tepat':
        return and(isIn, eq(reports.onTime, true))
      case 'terlambat':
        return and(isIn, eq(reports.onTime, false))
      case 'belum':
        return or(isNull(reports.id), not(isIn))
      case 'menunggu':
        return eq(reports.status, 'sent')
      case 'terverifikasi':
        return eq(reports.status, 'verified')
      case 'dikembalikan':
        return eq(reports.status, 'returned')
      case 'vakum': {
        const thresholds = await thresholdsUnder(services, code === NATION ? '' : code)
        return isInState(services, { state: 'dormant', date: period.from, thresholds })
      }
    }
  }
}

/** Groups whose regency follows the kind of the period on its first day. */
function followsKind(
  { store }: Services,
  { code, period, rules }: Pick<OfficePlace, 'code' | 'period' | 'rules'>,
): SQL | undefined {
  const { groups } = store.tables
  const ruling = code.length === 6 ? code.slice(0, 4) : code
  const base = kindOn(rules.kindsOf(ruling), period.from) === period.kind
  const others = rules.exceptionsOn(period.from).filter((one) => isInside(one.code, code))
  const codes = (length: number, follows?: boolean) =>
    others
      .filter(
        (one) =>
          one.code.length === length && (follows === undefined || (one.kind === period.kind) === follows),
      )
      .map((one) => one.code)
  const rest = base ? undefined : sql`1 = 0`
  if (others.length === 0) return rest
  return or(
    inArray(groups.regencyCode, codes(4, true)),
    and(
      notInArray(groups.regencyCode, codes(4)),
      or(
        inArray(groups.provinceCode, codes(2, true)),
        and(notInArray(groups.provinceCode, codes(2)), rest ?? sql`1 = 1`),
      ),
    ),
  )
}

/** Groups with their reports of a period, in the order of their names. */
export function rowsOf({ store }: Services, { period }: Pick<OfficePlace, 'period'>, where: SQL | undefined) {
  const { groups, groupSpans, groupActivity, reports } = store.tables
  return store.read
    .select({
      groupId: groups.id,
      name: groups.name,
      nameKey: groups.nameKey,
      number: groups.number,
      villageCode: groups.villageCode,
      regencyCode: groups.regencyCode,
      report: {
        id: reports.id,
        status: reports.status,
        onTime: reports.onTime,
        edition: reports.edition,
        firstSentAt: reports.firstSentAt,
        numbers: reports.numbers,
        obstacles: reports.obstacles,
        plans: reports.plans,
        received: reports.received,
        spent: reports.spent,
        fundSource: reports.fundSource,
      },
    })
    .from(groups)
    .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
    .leftJoin(groupActivity, isLatestOf(store.tables))
    .leftJoin(
      reports,
      and(eq(reports.groupId, groups.id), eq(reports.kind, period.kind), eq(reports.from, period.from)),
    )
    .where(where)
    .$dynamic()
}
export type FoundRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** What lies after or before a group in the order of the names. */
export async function beyondGroup(
  { store }: Services,
  groupId: string,
  direction: 'after' | 'before',
): Promise<SQL | undefined> {
  const { groups } = store.tables
  const [at] = await store.read.select({ nameKey: groups.nameKey }).from(groups).where(eq(groups.id, groupId))
  if (!at) return undefined
  const further = direction === 'after' ? gt : lt
  return or(
    further(groups.nameKey, at.nameKey),
    and(eq(groups.nameKey, at.nameKey), further(groups.id, groupId)),
  )
}

async function readPage(
  services: Services,
  place: OfficePlace,
  { query, where }: { query: ReportListQuery; where: SQL | undefined },
) {
  const { groups } = services.store.tables
  const back = query.sebelum !== undefined
  const cursor = query.sebelum ?? query.setelah
  const order = back ? desc : asc
  const beyond = cursor ? await beyondGroup(services, cursor, back ? 'before' : 'after') : undefined
  const found = await rowsOf(services, place, and(where, beyond))
    .orderBy(order(groups.nameKey), order(groups.id))
    .limit(PAGE + 1)
  const more = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (back) rows.reverse()
  return {
    rows: await withPlaces(services, place, rows),
    previous: (back ? more : cursor !== undefined) ? rows[0]?.groupId : undefined,
    next: back || more ? rows.at(-1)?.groupId : undefined,
  }
}

/** Adds where each group is and how its period stands. */
export async function withPlaces(
  services: Services,
  { period, today, rules }: OfficePlace,
  rows: FoundRow[],
) {
  const places = await findPlaces(
    { db: services.store.read, tables: services.store.tables },
    rows.map(({ villageCode }) => villageCode),
  )
  return rows.map(({ report, nameKey: _, ...row }) => {
    const place = places.get(row.villageCode)
    return {
      ...row,
      report,
      place: place ? [place.village, place.district].map(withWord).join(', ') : row.villageCode,
      regency: place ? withWord(place.regency) : '',
      zone: place?.zone ?? 'WIB',
      phase: phaseOn(today, period, rules.deadlinesOf(row.regencyCode, period)),
    }
  })
}
export type ReportListRow = Awaited<ReturnType<typeof withPlaces>>[number]
