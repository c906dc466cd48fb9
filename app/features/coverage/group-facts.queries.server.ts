import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { dayOf, FOREVER } from './days'
import type { GroupFacts } from './steps'

interface Reading {
  db: Database
  tables: Tables
}

/** What coverage is counted from, of one group. */
export interface PlacedFacts extends GroupFacts {
  groupId: string
  provinceCode: string
  regencyCode: string
  districtCode: string
  villageCode: string
}

/** Values a statement: well below the 32,766 that SQLite takes. */
const BATCH = 1000

/** The facts of every group in some villages. */
export async function factsOfVillages(reading: Reading, villageCodes: string[]): Promise<PlacedFacts[]> {
  const { groups } = reading.tables
  const facts: PlacedFacts[] = []
  for (let at = 0; at < villageCodes.length; at += BATCH) {
    facts.push(
      ...(await factsWhere(reading, inArray(groups.villageCode, villageCodes.slice(at, at + BATCH)))),
    )
  }
  return facts
}

/** The facts of every group in a regency. */
export function factsOfRegency(reading: Reading, regencyCode: string): Promise<PlacedFacts[]> {
  return factsWhere(reading, eq(reading.tables.groups.regencyCode, regencyCode))
}

async function factsWhere({ db, tables }: Reading, where: SQL): Promise<PlacedFacts[]> {
  const { groups, groupSpans, activities } = tables
  const found = await db
    .select({
      groupId: groups.id,
      provinceCode: groups.provinceCode,
      regencyCode: groups.regencyCode,
      districtCode: groups.districtCode,
      villageCode: groups.villageCode,
    })
    .from(groups)
    .where(where)
  const spans = await db
    .select({ groupId: groupSpans.groupId, from: groupSpans.from, until: groupSpans.until })
    .from(groupSpans)
    .innerJoin(groups, eq(groups.id, groupSpans.groupId))
    .where(where)
    .orderBy(asc(groupSpans.from))
  const dates = await db
    .select({ groupId: activities.groupId, date: activities.localDate })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(and(where, eq(activities.status, 'confirmed')))
    .orderBy(asc(activities.localDate))
  const facts = new Map(found.map((group) => [group.groupId, { ...group, ...nothing() }]))
  for (const { groupId, from, until } of spans) {
    facts.get(groupId)?.registered.push({ from: dayOf(from), until: until === null ? FOREVER : dayOf(until) })
  }
  for (const { groupId, date } of dates) facts.get(groupId)?.activities.push(dayOf(date))
  return [...facts.values()]
}

function nothing(): GroupFacts {
  return { registered: [], activities: [] }
}
