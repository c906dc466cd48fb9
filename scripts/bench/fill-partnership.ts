import { and, eq, isNull } from 'drizzle-orm'
import { rewriteFindings } from '~/features/mapping/check-findings.server'
import { rewriteMappingCounts } from '~/features/mapping/count-rows.server'
import { rewriteReportCounts } from '~/features/reporting/check-report-counts.server'
import { type Period, periodOf } from '~/features/reporting/periods'
import { addDays, localDate, startOfDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { inBatches } from './batches'
import { countedId, type PlannedGroup } from './recipe'

const MONTHS = 24
/** Of three groups one reports, each month. */
const REPORTING = 3
/** Communities of the one large mapping for each group: 100,000. The other mappings have one for each tenth group. */
const ROWS_PER_GROUP = 1.194

/**
 * A settled mapping for each regency with rows in its villages, that of the officer's regency a very large one, and the
 * monthly reports of two years.
 */
export async function fillPartnership(
  services: Services,
  groups: PlannedGroup[],
  by: { accountId: string; regencyCode: string; say: (line: string) => void },
): Promise<void> {
  await writeMappings(services, groups, by)
  await rewriteMappingCounts(services)
  await writeFindings(services)
  by.say('  pemetaan tersimpan')
  await writeReports(services, groups, by.accountId)
  await rewriteReportCounts(services)
  by.say('  laporan tersimpan')
}

async function writeMappings(
  services: Services,
  groups: PlannedGroup[],
  { accountId: createdBy, regencyCode: large }: { accountId: string; regencyCode: string },
): Promise<void> {
  const today = localDate(services.clock(), 'WIB')
  const at = services.clock() - 60 * DAY
  const { mappings, mappingRows } = services.store.tables
  const regencies = [...new Set(groups.map(({ villageCode }) => villageCode.slice(0, 4)))]
  const idOf = new Map(regencies.map((code, nth) => [code, countedId(10, nth)]))
  await inBatches(services, idOf, (rows, { db }) =>
    db.insert(mappings).values(
      rows.map(([regencyCode, id]) => ({
        id,
        status: 'settled' as const,
        statusSince: at,
        settledOn: localDate(at, 'WIB'),
        number: `PM-${regencyCode}-${today.slice(0, 4)}-01`,
        title: 'Pemetaan tahun ini',
        beginsOn: addDays(today, -90),
        endsOn: addDays(today, 90),
        createdBy,
        createdAt: at,
        provinceCode: regencyCode.slice(0, 2),
        regencyCode,
      })),
    ),
  )
  const villages = groups.map(({ villageCode }) => villageCode)
  const inside = villages.filter((code) => code.startsWith(large))
  const rows = [
    ...Array.from(
      { length: Math.round(groups.length * ROWS_PER_GROUP) },
      (_, nth) => inside[nth % inside.length] ?? '',
    ),
    ...villages.filter((_, nth) => nth % 10 === 0),
  ].entries()
  await inBatches(services, rows, (some, { db }) =>
    db.insert(mappingRows).values(
      some.map(([nth, villageCode]) => {
        const name = `Karang Taruna ${nth}`
        return {
          id: countedId(11, nth),
          mappingId: idOf.get(villageCode.slice(0, 4)) ?? '',
          state: 'live' as const,
          source: 'entry' as const,
          class: nth % 3 === 0 ? ('a' as const) : ('b' as const),
          name,
          nameKey: searchKey(name),
          followUp: nth % 2 === 0 ? ('form' as const) : ('watch' as const),
          createdBy,
          createdAt: at,
          updatedAt: at,
          provinceCode: villageCode.slice(0, 2),
          regencyCode: villageCode.slice(0, 4),
          districtCode: villageCode.slice(0, 6),
          villageCode,
        }
      }),
    ),
  )
}

/** A row for each district; what its rows say is then counted by the portal's own command. */
async function writeFindings(services: Services): Promise<void> {
  const { mappings, regions } = services.store.tables
  const districts = await services.store.read
    .select({ code: regions.code, villages: regions.villageCount, mapping: mappings })
    .from(regions)
    .innerJoin(mappings, eq(mappings.regencyCode, regions.regencyCode))
    .where(and(eq(regions.level, 'district'), isNull(regions.validUntil)))
  await inBatches(services, districts, (rows, { db, tables }) =>
    db.insert(tables.mappingFindings).values(
      rows.map(({ code, villages, mapping }) => ({
        districtCode: code,
        settledOn: mapping.settledOn ?? '',
        mappingId: mapping.id,
        provinceCode: mapping.provinceCode,
        regencyCode: mapping.regencyCode,
        villages,
        withCandidate: 0,
        withNothing: villages,
      })),
    ),
  )
  await rewriteFindings(services)
}

async function writeReports(services: Services, groups: PlannedGroup[], sentBy: string): Promise<void> {
  const today = localDate(services.clock(), 'WIB')
  const months: Period[] = []
  for (let before = today; months.length < MONTHS; ) {
    const month = periodOf('month', addDays(`${before.slice(0, 7)}-01`, -1))
    months.push(month)
    before = month.from
  }
  function* planned() {
    let nth = 0
    for (const [at, group] of groups.entries()) {
      if (at % REPORTING !== 0 || group.status !== 'registered') continue
      for (const month of months) yield { id: countedId(12, nth++), group, ...month }
    }
  }
  await inBatches(services, planned(), (rows, { db, tables }) =>
    db.insert(tables.reports).values(
      rows.map(({ id, group, kind, from, last }) => {
        const sentAt = startOfDate(addDays(last, 3), 'WIB') + 9 * HOUR
        return {
          id,
          groupId: group.id,
          kind,
          from,
          last,
          status: 'verified' as const,
          statusSince: sentAt,
          obstacles: '',
          plans: '',
          edition: 1,
          onTime: true,
          firstSentAt: sentAt,
          sentBy,
          provinceCode: group.villageCode.slice(0, 2),
          regencyCode: group.villageCode.slice(0, 4),
          districtCode: group.villageCode.slice(0, 6),
          villageCode: group.villageCode,
        }
      }),
    ),
  )
}
