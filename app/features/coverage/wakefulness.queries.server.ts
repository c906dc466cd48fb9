import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { ownRegions } from '~/features/regions/own-regions'
import { NATION, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { childrenOf } from '~/features/regions/regions.queries.server'
import { RegionCode } from '~/features/regions/regions.schema'
import { addDays, localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { coverageOn } from './coverage.queries.server'
import { dateOf } from './days'
import {
  daysOfMonth,
  type GroupTransition,
  inScope,
  isInState,
  isLatestOf,
  type ListedState,
  lastOnUntil,
  registeredOn,
  type Scope,
  thresholdsIn,
  transitionsIn,
} from './group-states.queries.server'
import { zoneShownOf } from './shown-region.queries.server'
import type { Counts } from './steps'
import type { Transition } from './transitions'
import { listedStates, MONTHS, type WakefulnessQuery } from './wakefulness.schema'

const PAGE = 50
const SOON_DAYS = 30
const BATCH = 500

/** A group in one of the lists, with whom to call. */
export interface ListedGroup {
  id: string
  number: string
  name: string
  place: string
  regency: string
  /** The latest confirmed activity, yyyy-mm-dd. */
  lastOn: string | null
  /** The day on which it fell asleep, woke up, or will be asleep. */
  on: string | null
  chair: string | null
  phone: string | null
}

/** What every list of the page stands on: the scope, today there, and what was asked for. */
export async function wakefulnessFrame(services: Services, actor: Actor, query: WakefulnessQuery) {
  const own = ownRegions(actor, 'office.read')
  const filter = await regionFilterState(services, filteredCode(query), homeOf(own))
  const scope: Scope = { actor, regionCode: filter.code }
  const codes = codesWithin(own, filter.code)
  const today = localDate(services.clock(), zoneShownOf(codes[0] ?? filter.code))
  const thisMonth = today.slice(0, 7)
  const months = monthsUntil(thisMonth)
  const month = query.bulan && months.includes(query.bulan) ? query.bulan : thisMonth
  const { first, last } = daysOfMonth(month)
  return {
    scope,
    /** The regions that together are what is shown. */
    codes,
    /** Whether all that the office could see lies in one regency. */
    oneRegency: homeOf(own).length === 4,
    filter,
    today,
    months,
    month,
    /** The first day of the month, and its last or today. */
    first,
    until: last < today ? last : today,
    date: query.tanggal && query.tanggal < today ? query.tanggal : today,
    state: listedStates[query.keadaan] as ListedState,
    // Who changed is read from the activities of half a year; of the whole country these are too many for a page.
    tooWide: codes[0] === NATION,
  }
}
type Frame = Awaited<ReturnType<typeof wakefulnessFrame>>

/** Who sleeps, who woke up, and who will be asleep soon, in the office's own region. */
export async function wakefulnessScreen(services: Services, actor: Actor, query: WakefulnessQuery) {
  const frame = await wakefulnessFrame(services, actor, query)
  const { filter, today, months, month, until, date, oneRegency, tooWide } = frame
  const base = { query, filter, today, months, month, until, date, oneRegency }
  if (tooWide && query.lihat !== 'keadaan') {
    return { ...base, view: 'provinsi' as const, ...(await awakeByProvince(services, frame, query.lihat)) }
  }
  switch (query.lihat) {
    case 'perubahan': {
      const found = await changesOfMonth(services, frame)
      const { some, ...pages } = pageOf(found, query)
      const listed = await withGroups(services, some, until)
      const of = (wanted: Transition['kind']) => ({
        many: found.filter(({ kind }) => kind === wanted).length,
        rows: listed.filter(({ kind }) => kind === wanted),
      })
      return { ...base, view: 'perubahan' as const, ...pages, slept: of('slept'), woke: of('woke') }
    }
    case 'segera': {
      const { some, ...pages } = pageOf(await asleepSoon(services, frame), query)
      return { ...base, view: 'segera' as const, ...pages, soon: await withGroups(services, some, today) }
    }
    case 'keadaan': {
      const counts = await countsOn(services, frame)
      const total = counts[frame.state]
      const pageCount = Math.max(1, Math.ceil(total / PAGE))
      const page = Math.min(query.halaman, pageCount)
      const thresholds = await thresholdsIn(services, frame.scope)
      const found = await stateRows(services, frame, thresholds)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
      return {
        ...base,
        view: 'keadaan' as const,
        counts,
        rows: await withContacts(services, found),
        page,
        pageCount,
        total,
      }
    }
  }
}

/**
 * How many groups of each province are awake (active or less active) before and after the month, or today and in 30 days
 * when nothing happens until then; the widest losses first.
 */
async function awakeByProvince({ store }: Services, frame: Frame, view: 'perubahan' | 'segera') {
  const reading = { db: store.read, tables: store.tables }
  const { today } = frame
  const [from, until] =
    view === 'segera' ? [today, addDays(today, SOON_DAYS)] : [addDays(frame.first, -1), frame.until]
  const provinces = await childrenOf(reading, null)
  const codes = provinces.map(({ code }) => code)
  const [before, after] = [await coverageOn(reading, codes, from), await coverageOn(reading, codes, until)]
  const awake = (counts: Map<string, Counts>, code: string) => {
    const { activeGroups = 0, lessActiveGroups = 0 } = counts.get(code) ?? {}
    return activeGroups + lessActiveGroups
  }
  const provinceRows = provinces
    .map(({ code, name }) => ({
      code: RegionCode.parse(code),
      name,
      before: awake(before, code),
      after: awake(after, code),
    }))
    .filter((row) => row.before + row.after > 0)
    .sort((a, b) => a.after - a.before - (b.after - b.before) || (a.code < b.code ? -1 : 1))
  return { from, until, provinceRows }
}

/** Who fell asleep and who woke up in the month, up to today, in order of the days. */
export function changesOfMonth(services: Services, { scope, first, until }: Frame) {
  return transitionsIn(services, scope, { from: first, until })
}

/** Who will be asleep within 30 days unless there is an activity, the nearest first. */
export async function asleepSoon(services: Services, { scope, today }: Frame): Promise<GroupTransition[]> {
  const found = await transitionsIn(services, scope, {
    from: addDays(today, 1),
    until: addDays(today, SOON_DAYS),
  })
  return found.filter(({ kind }) => kind === 'slept')
}

function pageOf(found: GroupTransition[], { halaman }: WakefulnessQuery) {
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(halaman, pageCount)
  return { some: found.slice((page - 1) * PAGE, page * PAGE), page, pageCount, total: found.length }
}

/** The groups that some changes are about, with their latest activity until a date. */
export async function withGroups(
  services: Services,
  found: GroupTransition[],
  date: string,
): Promise<(ListedGroup & Pick<Transition, 'kind'>)[]> {
  const groups = await groupsById(services, found, date)
  return found.flatMap(({ groupId, kind, on }) => {
    const group = groups.get(groupId)
    return group ? [{ ...group, kind, on: dateOf(on) }] : []
  })
}

/** Every group in the state on the date, one batch after the other by name. */
export async function* groupsInState(services: Services, frame: Frame): AsyncGenerator<ListedGroup> {
  const { groups } = services.store.tables
  const thresholds = await thresholdsIn(services, frame.scope)
  for (let after: { nameKey: string; id: string } | undefined; ; ) {
    const beyond: ReturnType<typeof or> = after
      ? or(gt(groups.nameKey, after.nameKey), and(eq(groups.nameKey, after.nameKey), gt(groups.id, after.id)))
      : undefined
    const found = await stateRows(services, frame, thresholds, beyond).limit(BATCH)
    yield* await withContacts(services, found)
    const last = found.at(-1)
    if (found.length < BATCH || !last) return
    after = { nameKey: last.nameKey, id: last.id }
  }
}

function stateRows(
  services: Services,
  { scope, state, date }: Frame,
  thresholds: Awaited<ReturnType<typeof thresholdsIn>>,
  beyond?: ReturnType<typeof or>,
) {
  const { groups, groupSpans, groupActivity } = services.store.tables
  return services.store.read
    .select({
      id: groups.id,
      number: groups.number,
      name: groups.name,
      nameKey: groups.nameKey,
      villageCode: groups.villageCode,
      contact: groups.contact,
      lastOn: lastOnUntil(services.store, date),
    })
    .from(groups)
    .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
    .leftJoin(groupActivity, isLatestOf(services.store.tables))
    .where(
      and(
        inScope(scope, groups),
        registeredOn(services, date),
        isInState(services, { state, date, thresholds }),
        beyond,
      ),
    )
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .$dynamic()
}
type StateRow = Awaited<ReturnType<typeof stateRows>>[number]

async function groupsById(
  services: Services,
  found: { groupId: string }[],
  date: string,
): Promise<Map<string, ListedGroup>> {
  const { groups, groupActivity } = services.store.tables
  const ids = [...new Set(found.map(({ groupId }) => groupId))]
  const listed = new Map<string, ListedGroup>()
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await services.store.read
      .select({
        id: groups.id,
        number: groups.number,
        name: groups.name,
        nameKey: groups.nameKey,
        villageCode: groups.villageCode,
        contact: groups.contact,
        lastOn: lastOnUntil(services.store, date),
      })
      .from(groups)
      .leftJoin(groupActivity, isLatestOf(services.store.tables))
      .where(inArray(groups.id, ids.slice(at, at + BATCH)))
    for (const row of await withContacts(services, rows)) listed.set(row.id, row)
  }
  return listed
}

/** Adds where each group is and whom to call: its chair, by the account's telephone or the group's WhatsApp. */
async function withContacts({ store }: Services, rows: StateRow[]): Promise<ListedGroup[]> {
  const { boardMembers, grants, accounts } = store.tables
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [places, chairs, phones] = await Promise.all([
    findPlaces(
      { db: store.read, tables: store.tables },
      rows.map(({ villageCode }) => villageCode),
    ),
    store.read
      .select({ groupId: boardMembers.groupId, name: boardMembers.name })
      .from(boardMembers)
      .where(
        and(inArray(boardMembers.groupId, ids), eq(boardMembers.post, 'ketua'), isNull(boardMembers.until)),
      ),
    store.read
      .select({ groupId: grants.groupId, phone: accounts.phone })
      .from(grants)
      .innerJoin(accounts, eq(accounts.id, grants.accountId))
      .where(and(inArray(grants.groupId, ids), eq(grants.post, 'ketua'), isNull(grants.revokedAt))),
  ])
  const chairOf = new Map(chairs.map(({ groupId, name }) => [groupId, name]))
  const phoneOf = new Map(phones.map(({ groupId, phone }) => [groupId, phone]))
  return rows.map(({ id, number, name, villageCode, contact, lastOn }) => {
    const place = places.get(villageCode)
    return {
      id,
      number,
      name,
      place: place ? [place.village, place.district].map(withWord).join(', ') : villageCode,
      regency: place ? withWord(place.regency) : '',
      lastOn,
      on: null,
      chair: chairOf.get(id) ?? null,
      phone: phoneOf.get(id) ?? contact.channels.whatsapp ?? null,
    }
  })
}

/** How many groups are in each state on the date: from the kept counts, only `never` is looked up. */
async function countsOn(
  services: Services,
  { scope, codes, date }: Frame,
): Promise<Record<ListedState, number>> {
  const { store } = services
  const { groups, groupSpans, groupActivity } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const regions = await coverageOn(reading, codes, date)
  const [never] = await store.read
    .select({ total: count() })
    .from(groups)
    .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
    .leftJoin(groupActivity, isLatestOf(services.store.tables))
    .where(
      and(
        inScope(scope, groups),
        registeredOn(services, date),
        sql`${lastOnUntil(services.store, date)} is null`,
      ),
    )
  const sum = { active: 0, less_active: 0, dormant: 0, never: Number(never?.total ?? 0) }
  for (const { groups: all, activeGroups, lessActiveGroups } of regions.values()) {
    sum.active += activeGroups
    sum.less_active += lessActiveGroups
    sum.dormant += all - activeGroups - lessActiveGroups
  }
  return sum
}

/** The code of the one region in which an office works; empty for the country and when there are several. */
function homeOf(own: string[]): string {
  const [only = ''] = own
  return only === NATION || own.length !== 1 ? '' : only
}

/** What of one's own regions a chosen one leaves. */
function codesWithin(own: string[], chosen: string): string[] {
  if (chosen === '') return own
  const isWithin = own.some((code) => code === NATION || chosen.startsWith(code))
  return isWithin ? [chosen] : own.filter((code) => code.startsWith(chosen))
}

/** The months to choose from, the newest first. */
function monthsUntil(newest: string): string[] {
  const [year = 0, month = 1] = newest.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}
