import {
  and,
  asc,
  between,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { addDays } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type ActivityState, type Threshold, thresholdOn } from './activity-state'
import { dayOf, FOREVER } from './days'
import type { GroupFacts } from './steps'
import { thresholdsOf } from './thresholds.queries.server'
import { reachBack, type Transition, transitionsOf } from './transitions'

/** A state as lists offer it; `never` are those of the dormant that never had a confirmed activity. */
export type ListedState = ActivityState | 'never'

/** Where an office looks: its own region, and a region inside it when one is chosen (a code of any level). */
export interface Scope {
  actor: Actor
  regionCode: string
}

type Thresholds = ReadonlyMap<string, Threshold[]>

const BATCH = 1000

/** The thresholds of every province that a scope touches. */
export async function thresholdsIn(services: Services, { actor, regionCode }: Scope): Promise<Thresholds> {
  if (regionCode) return thresholdsUnder(services, regionCode)
  const { national, provinceCodes, regencyCodes } = reach(actor, 'office.read')
  if (national) return thresholdsUnder(services, '')
  return thresholdsOfProvinces(services, [...provinceCodes, ...regencyCodes.map((code) => code.slice(0, 2))])
}

/** The thresholds of the province in which a region lies, or of every province (empty code). */
export async function thresholdsUnder(
  services: Pick<Services, 'store'>,
  regionCode: string,
): Promise<Thresholds> {
  return thresholdsOfProvinces(services, regionCode ? [regionCode.slice(0, 2)] : await allProvinces(services))
}

/** Provinces that never set their own share one reading of the country's. */
async function thresholdsOfProvinces(
  { store }: Pick<Services, 'store'>,
  codes: string[],
): Promise<Thresholds> {
  const reading = { db: store.read, tables: store.tables }
  const { settings } = store.tables
  const rows = await store.read
    .selectDistinct({ code: settings.regionCode })
    .from(settings)
    .where(inArray(settings.key, ['activeDays', 'lessActiveDays']))
  const own = new Set(rows.map(({ code }) => code))
  const common = await thresholdsOf(reading, '')
  const thresholds = new Map<string, Threshold[]>()
  for (const code of new Set(codes)) {
    thresholds.set(code, own.has(code) ? await thresholdsOf(reading, code) : common)
  }
  return thresholds
}

async function allProvinces({ store }: Pick<Services, 'store'>): Promise<string[]> {
  const { regions } = store.tables
  const rows = await store.read
    .select({ code: regions.code })
    .from(regions)
    .where(eq(regions.level, 'province'))
    .orderBy(asc(regions.code))
  return rows.map(({ code }) => code)
}

/** The rows of a scope, of a table that carries the four codes. */
export function inScope(
  { actor, regionCode }: Scope,
  table: {
    provinceCode: Column
    regencyCode: Column
    districtCode: Column
    villageCode: Column
  },
): SQL | undefined {
  const column = [table.provinceCode, table.regencyCode, table.districtCode][regionCode.length / 2 - 1]
  return and(
    inReach(actor, 'office.read', table),
    regionCode ? eq(column ?? table.villageCode, regionCode) : undefined,
  )
}
type Column = Parameters<typeof inReach>[2]['provinceCode']

/** Groups that were registered on a date; join `groupSpans` by the group. */
export function registeredOn({ store }: Pick<Services, 'store'>, date: string): SQL | undefined {
  const { groupSpans } = store.tables
  return and(lte(groupSpans.from, date), or(isNull(groupSpans.until), gt(groupSpans.until, date)))
}

/**
 * Joins `groupActivity` to its group. The regency stands here too: for the groups of one PostgreSQL would else read the
 * latest activity of every group of the country.
 */
export function isLatestOf({ groups, groupActivity }: Tables): SQL | undefined {
  return and(eq(groupActivity.groupId, groups.id), eq(groupActivity.regencyCode, groups.regencyCode))
}

/**
 * The latest confirmed activity of a group until a date; left join `groupActivity` by `isLatestOf`. Only for those that
 * were active since then their activities are looked at.
 */
export function lastOnUntil(
  { read, tables }: Pick<Services['store'], 'read' | 'tables'>,
  date: string | Placeholder,
) {
  const { activities, groupActivity, groups } = tables
  const earlier = read
    .select({ last: sql`max(${activities.localDate})` })
    .from(activities)
    .where(
      and(
        eq(activities.groupId, groups.id),
        eq(activities.status, 'confirmed'),
        lte(activities.localDate, date),
      ),
    )
  return sql<
    string | null
  >`case when ${groupActivity.lastOn} > ${date} then (${earlier}) else ${groupActivity.lastOn} end`
}

/** That a group is in a state on a date, by the thresholds of its province on that date. */
export function isInState(
  services: Pick<Services, 'store'>,
  { state, date, thresholds }: { state: ListedState; date: string; thresholds: Thresholds },
): SQL | undefined {
  const { groups } = services.store.tables
  const lastOn = lastOnUntil(services.store, date)
  if (state === 'never') return sql`${lastOn} is null`
  const alike = new Map<string, { rule: Threshold; provinces: string[] }>()
  for (const [province, through] of thresholds) {
    const rule = thresholdOn(through, dayOf(date))
    const key = `${rule.active}:${rule.lessActive}`
    const same = alike.get(key) ?? { rule, provinces: [] }
    same.provinces.push(province)
    alike.set(key, same)
  }
  const conditions = [...alike.values()].map(({ rule, provinces }) =>
    and(
      // One rule for all is the usual case, and needs no list of provinces.
      alike.size > 1 ? inArray(groups.provinceCode, provinces) : undefined,
      withinRule(lastOn, { state, date, rule }),
    ),
  )
  return conditions.length > 0 ? or(...conditions) : sql`1 = 0`
}

function withinRule(
  lastOn: SQL,
  { state, date, rule }: { state: ActivityState; date: string; rule: Threshold },
): SQL | undefined {
  const activeFrom = addDays(date, -rule.active)
  const awakeFrom = addDays(date, -Math.max(rule.active, rule.lessActive))
  switch (state) {
    case 'active':
      return gte(lastOn, activeFrom)
    case 'less_active':
      return and(gte(lastOn, awakeFrom), lt(lastOn, activeFrom))
    case 'dormant':
      return or(sql`${lastOn} is null`, lt(lastOn, awakeFrom))
  }
}

export interface GroupTransition extends Transition {
  groupId: string
}

/**
 * Which groups of a scope fell asleep and which woke up from one date to another, both included, in order of the days.
 * It reads the activities from as long before as they can matter, not those from the beginning.
 */
export async function transitionsIn(
  services: Services,
  scope: Scope,
  { from, until }: { from: string; until: string },
): Promise<GroupTransition[]> {
  const { store } = services
  const { activities } = store.tables
  const thresholds = await thresholdsIn(services, scope)
  const back = Math.max(0, ...[...thresholds.values()].map(reachBack))
  const rows = await store.read
    .select({
      groupId: activities.groupId,
      date: activities.localDate,
      provinceCode: activities.provinceCode,
    })
    .from(activities)
    .where(
      and(
        inScope(scope, activities),
        eq(activities.status, 'confirmed'),
        between(activities.localDate, addDays(from, -back), until),
      ),
    )
    .orderBy(asc(activities.localDate))
  const facts = new Map<string, GroupFacts & { provinceCode: string }>()
  for (const { groupId, date, provinceCode } of rows) {
    const known = facts.get(groupId) ?? { registered: [], activities: [], provinceCode }
    known.activities.push(dayOf(date))
    facts.set(groupId, known)
  }
  await addSpans(services, facts)
  const days = { from: dayOf(from), until: dayOf(until) }
  return [...facts]
    .flatMap(([groupId, group]) =>
      transitionsOf(group, thresholds.get(group.provinceCode) ?? [], days).map((one) => ({
        groupId,
        ...one,
      })),
    )
    .sort((a, b) => a.on - b.on || (a.groupId < b.groupId ? -1 : 1))
}

async function addSpans({ store }: Services, facts: Map<string, GroupFacts>): Promise<void> {
  const { groupSpans } = store.tables
  const ids = [...facts.keys()]
  for (let at = 0; at < ids.length; at += BATCH) {
    const spans = await store.read
      .select()
      .from(groupSpans)
      .where(inArray(groupSpans.groupId, ids.slice(at, at + BATCH)))
      .orderBy(asc(groupSpans.from))
    for (const { groupId, from, until } of spans) {
      const span = { from: dayOf(from), until: until === null ? FOREVER : dayOf(until) }
      facts.get(groupId)?.registered.push(span)
    }
  }
}

/** The first day of a month `2026-11` and the last. */
export function daysOfMonth(month: string): { first: string; last: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { first: `${month}-01`, last: addDays(`${next}-01`, -1) }
}
