import { and, eq, inArray, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Tx } from '~/platform/db/store'
import {
  type ActivityCounts,
  type ActivityMark,
  activityCounted,
  addActivityCounts,
  countsOfOne,
  noActivityCounts,
} from './activity-marks'

/** Rows of a statement: their values stay below the 32,766 that SQLite takes. */
const BATCH = 1000

interface Row {
  regionCode: string
  month: string
  mark: ActivityMark
  counts: ActivityCounts
}
type Rows = Map<string, Row>

/**
 * Does work that confirms activities or changes confirmed ones, and counts what it changed by region, month and mark.
 * Rows are taken in the order of their keys and after those of the coverage, so that two writers never wait for each
 * other in a ring.
 */
export async function countingActivities<T>(tx: Tx, ids: string[], work: () => Promise<T>): Promise<T> {
  const rows: Rows = new Map()
  await addConfirmed(tx, rows, ids, -1)
  const result = await work()
  await addConfirmed(tx, rows, ids, 1)
  await write(tx, rows)
  return result
}

/** Adds what the confirmed ones among these activities count, or takes it away. */
async function addConfirmed(tx: Tx, rows: Rows, ids: string[], sign: 1 | -1): Promise<void> {
  const { activities, activityFunctions, activityChannels } = tx.tables
  if (ids.length === 0) return
  const confirmed = await tx.db
    .select()
    .from(activities)
    .where(and(inArray(activities.id, ids), eq(activities.status, 'confirmed')))
  const functions = await tx.db
    .select()
    .from(activityFunctions)
    .where(inArray(activityFunctions.activityId, ids))
  const channels = await tx.db
    .select({ activityId: activityChannels.activityId, channel: activityChannels.channel })
    .from(activityChannels)
    .where(inArray(activityChannels.activityId, ids))
  for (const activity of confirmed) {
    const own = ({ activityId }: { activityId: string }) => activityId === activity.id
    const marks: ActivityMark[] = [
      'all',
      `topic:${activity.topicCode}`,
      ...functions.filter(own).map((row): ActivityMark => `function:${row.function}`),
      ...channels.filter(own).map((row): ActivityMark => `channel:${row.channel}`),
    ]
    const { districtCode, regencyCode, provinceCode, localDate } = activity
    for (const regionCode of [districtCode, regencyCode, provinceCode, NATION]) {
      for (const mark of marks) {
        addTo(rows, { regionCode, month: localDate.slice(0, 7), mark, counts: countsOfOne(activity) }, sign)
      }
    }
  }
}

function addTo(rows: Rows, { counts, ...where }: Row, sign: 1 | -1): void {
  const key = `${where.regionCode} ${where.month} ${where.mark}`
  const row = rows.get(key) ?? { ...where, counts: { ...noActivityCounts } }
  addActivityCounts(row.counts, counts, sign)
  rows.set(key, row)
}

async function write({ db, tables: { activityCounts } }: Tx, rows: Rows): Promise<void> {
  const changed = [...rows]
    .filter(([, { counts }]) => activityCounted.some((key) => counts[key] !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { counts, ...where }]) => ({ ...where, ...counts }))
  const column = (name: string) => sql.raw(`excluded.${name}`)
  for (let at = 0; at < changed.length; at += BATCH) {
    await db
      .insert(activityCounts)
      .values(changed.slice(at, at + BATCH))
      .onConflictDoUpdate({
        target: [activityCounts.regionCode, activityCounts.month, activityCounts.mark],
        set: Object.fromEntries(
          activityCounted.map((key) => [
            key,
            sql`${activityCounts[key]} + ${column(activityCounts[key].name)}`,
          ]),
        ),
      })
  }
}
