import { eq, type SQL, sql } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type ActivityCounts, activityCounted, addActivityCounts, noActivityCounts } from './activity-marks'

const BATCH = 1000

interface Reading {
  db: Database
  tables: Tables
}

/** A count by region, month and mark that is not what the activities say. */
export interface ActivityCountDifference {
  /** `9404 2026-11 channel:cetak`. */
  key: string
  stored: ActivityCounts
  counted: ActivityCounts
}

/** Compares the stored counts of activities with a count from scratch, and answers every difference. */
export async function checkActivityCounts({
  store,
}: Pick<Services, 'store'>): Promise<ActivityCountDifference[]> {
  const counted = await countFromScratch({ db: store.read, tables: store.tables })
  const rows = await store.read.select().from(store.tables.activityCounts)
  const stored = new Map(rows.map((row) => [keyOf(row.regionCode, row.month, row.mark), row]))
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .sort()
    .map((key) => ({
      key,
      stored: stored.get(key) ?? noActivityCounts,
      counted: counted.get(key) ?? noActivityCounts,
    }))
    .filter((row) => activityCounted.some((field) => row.stored[field] !== row.counted[field]))
}

/** Writes the counts of activities anew, in one transaction. Meant for a portal that stands still. */
export async function rewriteActivityCounts({ store }: Pick<Services, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const { activityCounts } = tx.tables
    const rows = [...(await countFromScratch(tx))].map(([key, counts]) => {
      const [regionCode = '', month = '', mark = ''] = key.split(' ')
      return { regionCode, month, mark, ...counts }
    })
    await tx.db.delete(activityCounts)
    for (let at = 0; at < rows.length; at += BATCH) {
      await tx.db.insert(activityCounts).values(rows.slice(at, at + BATCH))
    }
  })
}

/** Counts the activities once in a database that is older than their counts; a portal that has counts keeps them. */
export async function ensureActivityCounts(
  { store }: Pick<Services, 'store'>,
  say: (line: string) => void,
): Promise<void> {
  const { activities, activityCounts } = store.tables
  const [counted] = await store.read.select({ code: activityCounts.regionCode }).from(activityCounts).limit(1)
  if (counted) return
  const [any] = await store.read
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.status, 'confirmed'))
    .limit(1)
  if (!any) return
  say('Menghitung kegiatan yang sudah ada menurut wilayah dan bulan …')
  await rewriteActivityCounts({ store })
}

function keyOf(regionCode: string, month: string, mark: string): string {
  return `${regionCode} ${month} ${mark}`
}

async function countFromScratch(reading: Reading): Promise<Map<string, ActivityCounts>> {
  const { activities, activityFunctions, activityChannels } = reading.tables
  const counted = new Map<string, ActivityCounts>()
  await addGrouped(reading, counted, sql<string>`'all'`)
  await addGrouped(reading, counted, sql<string>`'topic:' || ${activities.topicCode}`)
  await addGrouped(
    reading,
    counted,
    sql<string>`'function:' || ${activityFunctions.function}`,
    activityFunctions,
  )
  await addGrouped(reading, counted, sql<string>`'channel:' || ${activityChannels.channel}`, activityChannels)
  return counted
}

/** Adds what confirmed activities count under one kind of mark, in every region above their district. */
async function addGrouped(
  { db, tables: { activities } }: Reading,
  counted: Map<string, ActivityCounts>,
  mark: SQL<string>,
  marked?: Tables['activityFunctions'] | Tables['activityChannels'],
): Promise<void> {
  const month = sql<string>`substr(${activities.localDate}, 1, 7)`
  const isEstimated = sql`${activities.reachEstimated} and ${activities.reach} is not null`
  const { districtCode, regencyCode, provinceCode, reach } = activities
  const query = db
    .select({
      districtCode,
      regencyCode,
      provinceCode,
      month,
      mark,
      activities: sql<number>`count(*)`,
      reach: sql<number>`coalesce(sum(${reach}), 0)`,
      estimatedReach: sql<number>`coalesce(sum(case when ${isEstimated} then ${reach} end), 0)`,
      estimated: sql<number>`count(case when ${isEstimated} then 1 end)`,
      withoutReach: sql<number>`count(case when ${reach} is null then 1 end)`,
    })
    .from(activities)
    .where(eq(activities.status, 'confirmed'))
    .groupBy(districtCode, regencyCode, provinceCode, sql`4`, sql`5`)
    .$dynamic()
  const rows = await (marked ? query.innerJoin(marked, eq(marked.activityId, activities.id)) : query)
  for (const { districtCode, regencyCode, provinceCode, month, mark, ...row } of rows) {
    const counts = { ...noActivityCounts }
    for (const field of activityCounted) counts[field] = Number(row[field])
    for (const code of [districtCode, regencyCode, provinceCode, NATION]) {
      const sum = counted.get(keyOf(code, month, mark)) ?? { ...noActivityCounts }
      addActivityCounts(sum, counts)
      counted.set(keyOf(code, month, mark), sum)
    }
  }
}
