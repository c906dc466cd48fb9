import { sql } from 'drizzle-orm'
import type { GroupStatus } from '~/features/groups/groups.state'
import type { Tx } from '~/platform/db/store'

/** The key of the roll-up row of the whole country. */
export const NATION = '00'

interface Codes {
  provinceCode: string
  regencyCode: string
  districtCode: string
  villageCode: string
}

/**
 * Counts a group that came into being (`from` null) or changed its status, in the village and in all regions above.
 * Rows are touched from the village upwards, always in this order, so that two writers never wait for each other in a ring.
 */
export async function countGroup(
  tx: Tx,
  codes: Codes,
  from: GroupStatus | null,
  to: GroupStatus,
): Promise<void> {
  const change = (status: GroupStatus) => (to === status ? 1 : 0) - (from === status ? 1 : 0)
  const registered = change('registered')
  const village = await add(tx, codes.villageCode, {
    registered,
    suspended: change('suspended'),
    closed: change('closed'),
    villages: 0,
  })
  const before = village - registered
  const villages = (village > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
  if (villages !== 0) await add(tx, codes.villageCode, { registered: 0, suspended: 0, closed: 0, villages })
  for (const code of [codes.districtCode, codes.regencyCode, codes.provinceCode, NATION]) {
    await add(tx, code, {
      registered,
      suspended: change('suspended'),
      closed: change('closed'),
      villages,
    })
  }
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
