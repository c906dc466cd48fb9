import { and, asc, count, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { addDays } from '~/platform/calendar'
import { prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type ActivityState, stateOn, statesOn, type Threshold } from './activity-state'
import { dayOf, FOREVER } from './days'
import { isLatestOf, lastOnUntil } from './group-states.queries.server'
import type { RegionNumbers } from './region-numbers'
import { noCounts } from './steps'
import { thresholdsOf } from './thresholds.queries.server'
import { reachBack, type Transition, transitionsOf } from './transitions'

interface Reading {
  db: Database
  tables: Tables
}

/** Some groups: of a regency, of a few districts, of a village, or some by their ids. */
export type Where =
  | { regencyCode: string }
  | { districtCodes: string[] }
  | { villageCode: string }
  | { groupIds: string[] }

/** A group that was registered on a date, and how active it was then. */
export interface GroupOnDate {
  id: string
  number: string
  name: string
  districtCode: string
  villageCode: string
  /** The day since which it was registered then. */
  since: string
  /** The day of its latest activity until then. */
  lastOn: string | null
  state: ActivityState
}

/** The groups that were registered on a date, by village and name. The cost is the number of groups there. */
export async function groupsOn(reading: Reading, where: Where, date: string): Promise<GroupOnDate[]> {
  const { db, tables } = reading
  const { groups, groupSpans, groupActivity } = tables
  const rows = await db
    .select({
      id: groups.id,
      number: groups.number,
      name: groups.name,
      provinceCode: groups.provinceCode,
      districtCode: groups.districtCode,
      villageCode: groups.villageCode,
      since: groupSpans.from,
      lastOn: lastOnUntil({ read: db, tables }, date),
    })
    .from(groups)
    .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
    .leftJoin(groupActivity, isLatestOf(tables))
    .where(and(placedIn(tables, where), isRegistered(tables, date)))
    .orderBy(asc(groups.villageCode), asc(groups.nameKey), asc(groups.id))
  const thresholds = await thresholdsByProvince(
    reading,
    rows.map(({ provinceCode }) => provinceCode),
  )
  return rows.map(({ provinceCode, ...group }) => ({
    ...group,
    state: stateOn(group.lastOn, date, thresholds.get(provinceCode) ?? []),
  }))
}

function isRegistered({ groupSpans }: Tables, date: string): SQL | undefined {
  return and(lte(groupSpans.from, date), or(isNull(groupSpans.until), gt(groupSpans.until, date)))
}

/** A group that is registered now, how active it is, and how active its activities made it on an earlier day. */
export interface GroupBeforeAndNow {
  id: string
  name: string
  villageCode: string
  state: ActivityState
  stateBefore: ActivityState
}

/** A group that fell asleep or woke up in between, also one that is suspended or closed now. */
export interface MovedGroup extends Transition {
  id: string
  name: string
}

/**
 * The groups of a regency now as `groupsOn` orders them, and who of it fell asleep or woke up after an earlier day, as
 * `transitionsIn` tells them: with two statements, which read of each group its latest day until then and what came after.
 */
export async function groupsBeforeAndNow(
  reading: Reading,
  regencyCode: string,
  days: { before: string; now: string },
  thresholds: Threshold[],
): Promise<{ groups: GroupBeforeAndNow[]; moved: MovedGroup[] }> {
  const { before, now } = days
  const [spans, since] = await Promise.all([
    spansAfter(reading).execute({ regencyCode, before, now }),
    activeAfter(reading).execute({ regencyCode, before, now }),
  ])
  const after = new Map<string, string[]>()
  for (const { groupId, on } of since) after.set(groupId, [...(after.get(groupId) ?? []), on])
  const stateNow = statesOn(now, thresholds)
  const stateBefore = statesOn(before, thresholds)
  const between = { from: dayOf(before) + 1, until: dayOf(now) }
  const longAgo = addDays(before, -reachBack(thresholds))
  const groups: GroupBeforeAndNow[] = []
  const moved: MovedGroup[] = []
  for (const { id, name, villageCode, lastBefore, from, until } of spans) {
    const dates = [...(lastBefore ? [lastBefore] : []), ...(after.get(id) ?? [])]
    const lastOn = dates.at(-1) ?? null
    // Most sleep, and have for long: of them nothing is told.
    if (lastOn !== null && lastOn >= longAgo) {
      const registered = [{ from: dayOf(from), until: until === null ? FOREVER : dayOf(until) }]
      const facts = { registered, activities: dates.map(dayOf) }
      moved.push(...transitionsOf(facts, thresholds, between).map((one) => ({ id, name, ...one })))
    }
    if (until !== null && until <= now) continue
    groups.push({ id, name, villageCode, state: stateNow(lastOn), stateBefore: stateBefore(lastBefore) })
  }
  return { groups, moved: moved.sort((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1)) }
}

/** A row for each time that a group was registered after the earlier day, or on it. */
function spansAfter(reading: Reading) {
  const { db, tables } = reading
  const { groups, groupSpans, groupActivity } = tables
  const [before, now] = [sql.placeholder('before'), sql.placeholder('now')]
  return prepared(db, 'groups before and now', () =>
    db
      .select({
        id: groups.id,
        name: groups.name,
        villageCode: groups.villageCode,
        from: groupSpans.from,
        until: groupSpans.until,
        lastBefore: lastOnUntil({ read: db, tables }, before),
      })
      .from(groups)
      .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
      .leftJoin(groupActivity, isLatestOf(tables))
      .where(
        and(
          eq(groups.regencyCode, sql.placeholder('regencyCode')),
          lte(groupSpans.from, now),
          or(isNull(groupSpans.until), gt(groupSpans.until, before)),
        ),
      )
      .orderBy(asc(groups.villageCode), asc(groups.nameKey), asc(groups.id)),
  )
}

function activeAfter({ db, tables: { activities } }: Reading) {
  return prepared(db, 'active after', () =>
    db
      .select({ groupId: activities.groupId, on: activities.localDate })
      .from(activities)
      .where(
        and(
          eq(activities.regencyCode, sql.placeholder('regencyCode')),
          eq(activities.status, 'confirmed'),
          gt(activities.localDate, sql.placeholder('before')),
          lte(activities.localDate, sql.placeholder('now')),
        ),
      )
      .orderBy(asc(activities.localDate)),
  )
}

/** What counts as active in some provinces, each asked once. */
export async function thresholdsByProvince(
  reading: Reading,
  provinceCodes: string[],
): Promise<Map<string, Threshold[]>> {
  const found = new Map<string, Threshold[]>()
  for (const code of new Set(provinceCodes)) found.set(code, await thresholdsOf(reading, code))
  return found
}

/** The numbers of villages on a date, by code; a village in which nothing ever happened is not among them. */
export async function villageNumbers(
  reading: Reading,
  where: Where,
  date: string,
): Promise<Map<string, RegionNumbers>> {
  const numbers = new Map<string, RegionNumbers>()
  const of = (code: string) => {
    const there = numbers.get(code) ?? { ...noCounts, recentActivities: 0, villages: 1, districts: 0 }
    numbers.set(code, there)
    return there
  }
  for (const { villageCode, state } of await groupsOn(reading, where, date)) {
    const village = of(villageCode)
    village.groups++
    village.villagesWithGroup = 1
    if (state === 'active') {
      village.activeGroups++
      village.villagesActive = 1
    }
    if (state === 'less_active') village.lessActiveGroups++
  }
  for (const [villageCode, n] of await recentByVillage(reading, where, date)) {
    of(villageCode).recentActivities = n
  }
  return numbers
}

async function recentByVillage(
  { db, tables }: Reading,
  where: Where,
  date: string,
): Promise<Map<string, number>> {
  const { groups, activities } = tables
  const rows = await db
    .select({ villageCode: groups.villageCode, n: count() })
    .from(groups)
    .innerJoin(activities, eq(activities.groupId, groups.id))
    .where(
      and(
        placedIn(tables, where),
        eq(activities.status, 'confirmed'),
        gt(activities.localDate, addDays(date, -30)),
        lte(activities.localDate, date),
      ),
    )
    .groupBy(groups.villageCode)
  return new Map(rows.map(({ villageCode, n }) => [villageCode, Number(n)]))
}

/** The condition for some groups, each along an index of theirs. */
export function placedIn({ groups }: Tables, where: Where): SQL {
  if ('regencyCode' in where) return eq(groups.regencyCode, where.regencyCode)
  if ('villageCode' in where) return eq(groups.villageCode, where.villageCode)
  if ('groupIds' in where) return inArray(groups.id, where.groupIds)
  return inArray(groups.districtCode, where.districtCodes)
}
