import { sql } from 'drizzle-orm'
import type { GroupStatus } from '~/features/groups/groups.state'
import type { Tx } from '~/platform/db/store'
import { NATION } from './places'

interface Codes {
  provinceCode: string
  regencyCode: string
  districtCode: string
  villageCode: string
}

/** Counts a group that came into being (`from` null) or changed its status; see `countGroups`. */
export async function countGroup(
  tx: Tx,
  codes: Codes,
  from: GroupStatus | null,
  to: GroupStatus,
): Promise<void> {
  await countGroups(tx, [codes], from, to)
}

/**
 * Counts groups that came into being (`from` null) or changed their status, in the villages and in all regions above.
 * Rows are touched level by level from the villages upwards and by code, always in this order, so that two writers
 * never wait for each other in a ring; and each row once, however many groups there are.
 */
export async function countGroups(
  tx: Tx,
  places: Codes[],
  from: GroupStatus | null,
  to: GroupStatus,
): Promise<void> {
  const sign = (status: GroupStatus) => (to === status ? 1 : 0) - (from === status ? 1 : 0)
  const changeOf = (groups: number, villages: number): Addition => ({
    registered: groups * sign('registered'),
    suspended: groups * sign('suspended'),
    closed: groups * sign('closed'),
    villages,
  })
  const above = new Map<string, { groups: number; villages: number }>()
  for (const { codes, groups } of byVillage(places)) {
    const change = changeOf(groups, 0)
    const after = await add(tx, codes.villageCode, change)
    const before = after - change.registered
    const villages = (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    if (villages !== 0) await add(tx, codes.villageCode, changeOf(0, villages))
    for (const code of [codes.districtCode, codes.regencyCode, codes.provinceCode, NATION]) {
      const sum = above.get(code) ?? { groups: 0, villages: 0 }
      above.set(code, { groups: sum.groups + groups, villages: sum.villages + villages })
    }
  }
  const upwards = [...above].sort(([a], [b]) => levelOf(b) - levelOf(a) || (a < b ? -1 : 1))
  for (const [code, { groups, villages }] of upwards) await add(tx, code, changeOf(groups, villages))
}

/** How many groups lie in each village, in the order of the codes. */
function byVillage(places: Codes[]): { codes: Codes; groups: number }[] {
  const villages = new Map<string, { codes: Codes; groups: number }>()
  for (const codes of places) {
    const { groups } = villages.get(codes.villageCode) ?? { groups: 0 }
    villages.set(codes.villageCode, { codes, groups: groups + 1 })
  }
  return [...villages.values()].sort((a, b) => (a.codes.villageCode < b.codes.villageCode ? -1 : 1))
}

/** Districts 6, regencies 4, provinces 2, the nation 0. */
function levelOf(code: string): number {
  return code === NATION ? 0 : code.length
}

interface Addition {
  registered: number
  suspended: number
  closed: number
  villages: number
}

/** Adds to one row, made when it is not there, and answers its registered groups afterwards. */
async function add({ db, tables: { regionRollups } }: Tx, regionCode: string, by: Addition): Promise<number> {
  const [row] = await db
    .insert(regionRollups)
    .values({
      regionCode,
      registeredGroups: by.registered,
      suspendedGroups: by.suspended,
      closedGroups: by.closed,
      villagesWithGroup: by.villages,
    })
    .onConflictDoUpdate({
      target: regionRollups.regionCode,
      set: {
        registeredGroups: sql`${regionRollups.registeredGroups} + ${by.registered}`,
        suspendedGroups: sql`${regionRollups.suspendedGroups} + ${by.suspended}`,
        closedGroups: sql`${regionRollups.closedGroups} + ${by.closed}`,
        villagesWithGroup: sql`${regionRollups.villagesWithGroup} + ${by.villages}`,
      },
    })
    .returning({ registered: regionRollups.registeredGroups })
  if (!row) throw new Error(`no roll-up row for ${regionCode}`)
  return row.registered
}
