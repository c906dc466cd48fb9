import { and, asc, between, inArray } from 'drizzle-orm'
import { type Marks, marksOf } from '~/features/activities/activity.queries.server'
import type { Period } from './periods'
import { numbersOf } from './report-numbers'
import type { ReportNumbers } from './reporting-kinds'
import type { Reading } from './reporting-rules.queries.server'

const BATCH = 500

/** The activities of groups in a period, by date. */
export async function activitiesIn(
  { db, tables }: Reading,
  groupIds: string[],
  { from, last }: Pick<Period, 'from' | 'last'>,
) {
  const { activities } = tables
  const found = await db
    .select()
    .from(activities)
    .where(and(inArray(activities.groupId, groupIds), between(activities.localDate, from, last)))
    .orderBy(asc(activities.localDate), asc(activities.id))
  const marks = new Map<string, Marks>()
  for (let at = 0; at < found.length; at += BATCH) {
    const ids = found.slice(at, at + BATCH).map(({ id }) => id)
    for (const [id, own] of await marksOf({ db, tables }, ids)) marks.set(id, own)
  }
  return found.map((activity) => {
    const own = marks.get(activity.id)
    return {
      ...activity,
      functions: own?.functions ?? [],
      channels: own?.channels ?? [],
      photos: own?.photos.length ?? 0,
    }
  })
}

/** What the activities of groups come to in a period; a group without activities is among them too. */
export async function numbersOfGroups(
  reading: Reading,
  groupIds: string[],
  period: Pick<Period, 'from' | 'last'>,
): Promise<Map<string, ReportNumbers>> {
  const numbers = new Map<string, ReportNumbers>()
  for (let at = 0; at < groupIds.length; at += BATCH) {
    const ids = groupIds.slice(at, at + BATCH)
    const found = await activitiesIn(reading, ids, period)
    for (const id of ids) numbers.set(id, numbersOf(found.filter(({ groupId }) => groupId === id)))
  }
  return numbers
}
