import { eq, inArray } from 'drizzle-orm'
import type { Database, Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { dateOf } from './days'
import type { PlacedFacts } from './group-facts.queries.server'

/** A group's latest confirmed activity and how many there are. */
export interface Latest {
  groupId: string
  lastOn: string | null
  confirmed: number
}

const BATCH = 1000

/** The latest activity by the facts. */
export function latestOf({ groupId, activities }: PlacedFacts): Latest {
  const last = activities.at(-1)
  return { groupId, lastOn: last === undefined ? null : dateOf(last), confirmed: activities.length }
}

/** True when what is stored of a group agrees with its facts. */
export function sameLatest(facts: PlacedFacts, stored: Latest | undefined): boolean {
  const { lastOn, confirmed } = latestOf(facts)
  return (stored?.lastOn ?? null) === lastOn && (stored?.confirmed ?? 0) === confirmed
}

/** What is stored of groups, in their order. */
export async function storedLatest(
  { db, tables: { groupActivity } }: { db: Database; tables: Tables },
  groups: { groupId: string }[],
): Promise<Latest[]> {
  const stored = new Map<string, Latest>()
  for (let at = 0; at < groups.length; at += BATCH) {
    const ids = groups.slice(at, at + BATCH).map(({ groupId }) => groupId)
    const rows = await db
      .select({
        groupId: groupActivity.groupId,
        lastOn: groupActivity.lastOn,
        confirmed: groupActivity.confirmed,
      })
      .from(groupActivity)
      .where(inArray(groupActivity.groupId, ids))
    for (const row of rows) stored.set(row.groupId, row)
  }
  return groups.map(({ groupId }) => stored.get(groupId) ?? { groupId, lastOn: null, confirmed: 0 })
}

/** Keeps the latest confirmed activity of each group for which it is not what was known before. */
export async function noteLatest(
  { db, tables: { groupActivity } }: Tx,
  before: Latest[],
  after: PlacedFacts[],
): Promise<void> {
  const known = new Map(before.map((latest) => [latest.groupId, latest]))
  for (const facts of after) {
    if (sameLatest(facts, known.get(facts.groupId))) continue
    const { groupId, provinceCode, regencyCode } = facts
    const { lastOn, confirmed } = latestOf(facts)
    if (lastOn === null) {
      await db.delete(groupActivity).where(eq(groupActivity.groupId, groupId))
      continue
    }
    await db
      .insert(groupActivity)
      .values({ groupId, provinceCode, regencyCode, lastOn, confirmed })
      .onConflictDoUpdate({ target: groupActivity.groupId, set: { lastOn, confirmed } })
  }
}
