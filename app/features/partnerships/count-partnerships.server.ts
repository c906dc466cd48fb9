import { sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Database, Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import type { PartnershipStatus } from './partnerships.state'

interface Where {
  provinceCode: string
  regencyCode: string
  districtCode: string
}

const columns = {
  proposed: 'proposed',
  active: 'active',
  ending: 'ending',
  ended: 'ended',
  broken_off: 'brokenOff',
} as const satisfies Record<PartnershipStatus, string>

export type StatusCounts = Record<(typeof columns)[PartnershipStatus], number>

const none: StatusCounts = { proposed: 0, active: 0, ending: 0, ended: 0, brokenOff: 0 }

/** The regions in which a partnership counts, from below: where its partner lies, its office's, the nation. */
function regionsOf({ provinceCode, regencyCode, districtCode }: Where): string[] {
  return [districtCode, regencyCode, provinceCode, NATION].filter((code) => code !== '')
}

/**
 * Counts a partnership that came into being (`from` null) or changed its status, in the transaction of the change.
 * Rows are touched from below upwards, so that two writers never wait for each other in a ring.
 */
export async function countPartnership(
  { db, tables: { partnershipRollups } }: Tx,
  partnership: Where,
  from: PartnershipStatus | null,
  to: PartnershipStatus,
): Promise<void> {
  const by: StatusCounts = { ...none }
  if (from) by[columns[from]] -= 1
  by[columns[to]] += 1
  for (const regionCode of regionsOf(partnership)) {
    await db
      .insert(partnershipRollups)
      .values({ ...rowOf(regionCode), ...by })
      .onConflictDoUpdate({
        target: partnershipRollups.regionCode,
        set: {
          proposed: sql`${partnershipRollups.proposed} + ${by.proposed}`,
          active: sql`${partnershipRollups.active} + ${by.active}`,
          ending: sql`${partnershipRollups.ending} + ${by.ending}`,
          ended: sql`${partnershipRollups.ended} + ${by.ended}`,
          brokenOff: sql`${partnershipRollups.brokenOff} + ${by.brokenOff}`,
        },
      })
  }
}

function rowOf(regionCode: string) {
  const isNation = regionCode === NATION
  return {
    regionCode,
    provinceCode: isNation ? '' : regionCode.slice(0, 2),
    regencyCode: regionCode.length >= 4 ? regionCode.slice(0, 4) : '',
  }
}

export interface PartnershipDifference {
  regionCode: string
  stored: StatusCounts
  counted: StatusCounts
}

/** Compares the stored counts with a count from scratch and answers every difference, by region code. */
export async function checkPartnerships({
  store,
}: Pick<Services, 'store'>): Promise<PartnershipDifference[]> {
  const counted = await countFromScratch({ db: store.read, tables: store.tables })
  const rows = await store.read.select().from(store.tables.partnershipRollups)
  const stored = new Map(
    rows.map(({ regionCode, proposed, active, ending, ended, brokenOff }) => [
      regionCode,
      { proposed, active, ending, ended, brokenOff },
    ]),
  )
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .sort()
    .map((regionCode) => ({
      regionCode,
      stored: stored.get(regionCode) ?? none,
      counted: counted.get(regionCode) ?? none,
    }))
    .filter((row) => Object.values(columns).some((key) => row.stored[key] !== row.counted[key]))
}

/** Writes the counts anew from the partnerships, in one transaction. */
export async function rewritePartnershipRollups({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const { partnershipRollups } = tx.tables
    const counted = [...(await countFromScratch(tx))]
    await tx.db.delete(partnershipRollups)
    for (let at = 0; at < counted.length; at += 500) {
      await tx.db
        .insert(partnershipRollups)
        .values(
          counted.slice(at, at + 500).map(([regionCode, counts]) => ({ ...rowOf(regionCode), ...counts })),
        )
    }
  })
}

async function countFromScratch({
  db,
  tables: { partnerships },
}: {
  db: Database
  tables: Tables
}): Promise<Map<string, StatusCounts>> {
  const rows = await db
    .select({
      provinceCode: partnerships.provinceCode,
      regencyCode: partnerships.regencyCode,
      districtCode: partnerships.districtCode,
      status: partnerships.status,
    })
    .from(partnerships)
  const counted = new Map<string, StatusCounts>()
  for (const { status, ...where } of rows) {
    for (const code of regionsOf(where)) {
      const counts = counted.get(code) ?? { ...none }
      counts[columns[status]] += 1
      counted.set(code, counts)
    }
  }
  return counted
}
