import { count, sql } from 'drizzle-orm'
import type { Database, Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { NATION } from './places'

/** The counts of a region; a region without a row has none of anything. */
export interface Counts {
  registeredGroups: number
  suspendedGroups: number
  closedGroups: number
  villagesWithGroup: number
}

export interface Difference {
  regionCode: string
  stored: Counts
  counted: Counts
}

const none: Counts = { registeredGroups: 0, suspendedGroups: 0, closedGroups: 0, villagesWithGroup: 0 }
const columns = {
  registered: 'registeredGroups',
  suspended: 'suspendedGroups',
  closed: 'closedGroups',
} as const
const fields = [...Object.values(columns), 'villagesWithGroup'] as const
const BATCH = 1000

/**
 * Compares the stored roll-ups with a count from scratch and answers every difference, by region code.
 * While the portal is in use a change between the two readings can look like a difference: look again before fixing.
 */
export async function checkRollups({ store }: Pick<Services, 'store'>): Promise<Difference[]> {
  const reading = { db: store.read, tables: store.tables }
  const counted = await countFromScratch(reading)
  const stored = new Map((await store.read.select().from(store.tables.regionRollups)).map(asEntry))
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .sort()
    .map((regionCode) => ({
      regionCode,
      stored: stored.get(regionCode) ?? none,
      counted: counted.get(regionCode) ?? none,
    }))
    .filter((row) => fields.some((key) => row.stored[key] !== row.counted[key]))
}

/** Writes the roll-ups anew from the groups, in one transaction; other writers wait or come first. */
export async function rewriteRollups({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const { regionRollups } = tx.tables
    await holdBackWriters(tx)
    const counted = [...(await countFromScratch(tx))]
    await tx.db.delete(regionRollups)
    for (let at = 0; at < counted.length; at += BATCH) {
      await tx.db
        .insert(regionRollups)
        .values(counted.slice(at, at + BATCH).map(([regionCode, counts]) => ({ regionCode, ...counts })))
    }
  })
}

/** Whoever counts a group touches the row of the nation last: holding it, nobody commits a count in between. */
async function holdBackWriters({ db, tables: { regionRollups } }: Tx): Promise<void> {
  await db
    .insert(regionRollups)
    .values({ regionCode: NATION, ...none })
    .onConflictDoUpdate({
      target: regionRollups.regionCode,
      set: { registeredGroups: sql`${regionRollups.registeredGroups}` },
    })
}

async function countFromScratch({
  db,
  tables: { groups },
}: {
  db: Database
  tables: Tables
}): Promise<Map<string, Counts>> {
  const rows = await db
    .select({
      codes: {
        village: groups.villageCode,
        district: groups.districtCode,
        regency: groups.regencyCode,
        province: groups.provinceCode,
      },
      status: groups.status,
      groups: count(),
    })
    .from(groups)
    .groupBy(groups.villageCode, groups.districtCode, groups.regencyCode, groups.provinceCode, groups.status)
  const counted = new Map<string, Counts>()
  for (const { codes, status, groups: number } of rows) {
    for (const code of [codes.village, codes.district, codes.regency, codes.province, NATION]) {
      const counts = counted.get(code) ?? { ...none }
      counts[columns[status]] += Number(number)
      if (status === 'registered') counts.villagesWithGroup++
      counted.set(code, counts)
    }
  }
  return counted
}

function asEntry({ regionCode, ...counts }: { regionCode: string } & Counts): [string, Counts] {
  return [regionCode, counts]
}
