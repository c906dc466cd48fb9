import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'

const BATCH = 1000

/** Groups are registered from a local date on. Call inside `countingCoverage`. */
export async function beginSpans(
  { db, tables: { groupSpans } }: Tx,
  groupIds: string[],
  from: string,
): Promise<void> {
  for (let at = 0; at < groupIds.length; at += BATCH) {
    await db.insert(groupSpans).values(groupIds.slice(at, at + BATCH).map((groupId) => ({ groupId, from })))
  }
}

/** A group is no longer registered from a local date on. Call inside `countingCoverage`. */
export async function endSpan(
  { db, tables: { groupSpans } }: Tx,
  groupId: string,
  until: string,
): Promise<void> {
  const open = and(eq(groupSpans.groupId, groupId), isNull(groupSpans.until))
  // A span that would end on the day it began held on no day at all.
  await db.delete(groupSpans).where(and(open, eq(groupSpans.from, until)))
  await db.update(groupSpans).set({ until }).where(open)
}
