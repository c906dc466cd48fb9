import { and, asc, desc, eq, gte, inArray, like, lt, lte, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { type Actor, reach } from '~/features/identity/actor'
import { addDays, startOfDate, type Zone } from '~/platform/calendar'
import { type Instant, MINUTE } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'

export const AUDIT_PAGE = 50

export interface AuditFilter {
  action?: string
  /** An account's id, or a part of a name. */
  actor?: string
  /** A registration number, an application's reference, or `kind:id`. */
  subject?: string
  /** A province's or regency's code. */
  regionCode?: string
  /** Local dates in Jakarta, both inclusive. */
  from?: string
  until?: string
  /** Only events before this one: the next page. */
  before?: number
}

export interface AuditRow {
  seq: number
  at: Instant
  zone: Zone
  actorId: string | null
  /** Null for the portal itself. */
  actorName: string | null
  actorRole: string
  action: string
  subjectKind: string
  subjectId: string
  subjectName: string | null
  place: string | null
  /** Account ids are already names. */
  changes: { field: string; before: unknown; after: unknown }[]
  requestId: string | null
}

export interface AuditScreen {
  rows: AuditRow[]
  /** Give it as `before` for the next page; null on the last. */
  older: number | null
}

/**
 * Events of the actor's own region, newest first. A page costs the rows shown, however long the trail is:
 * it is read backwards along an index and the next page starts where this one ended.
 */
export async function auditScreen(
  services: Services,
  actor: Actor,
  filter: AuditFilter,
): Promise<AuditScreen> {
  const { auditEvents } = services.store.tables
  const wanted = await conditionsOf(services, filter)
  if (!wanted) return { rows: [], older: null }
  // One walk for each region, then one merge: an OR over regions would sort all of their events first.
  const walks = await Promise.all(
    scopesOf(services, actor).map((scope) =>
      services.store.read
        .select()
        .from(auditEvents)
        .where(and(scope, ...wanted))
        .orderBy(desc(auditEvents.seq))
        .limit(AUDIT_PAGE + 1),
    ),
  )
  const merged = [...new Map(walks.flat().map((event) => [event.seq, event])).values()]
  const events = merged.sort((a, b) => b.seq - a.seq).slice(0, AUDIT_PAGE)
  return {
    rows: await withNames(services, events),
    older: merged.length > AUDIT_PAGE ? (events.at(-1)?.seq ?? null) : null,
  }
}

/** One condition for each region that the actor may read; undefined is the whole country. */
function scopesOf({ store }: Services, actor: Actor): (SQL | undefined)[] {
  const { auditEvents } = store.tables
  const { national, provinceCodes, regencyCodes } = reach(actor, 'audit.read')
  if (national) return [undefined]
  return [
    ...provinceCodes.map((code) => eq(auditEvents.provinceCode, code)),
    ...regencyCodes.map((code) => eq(auditEvents.regencyCode, code)),
  ]
}

/** Null when the filter names someone or something that does not exist. */
async function conditionsOf(services: Services, filter: AuditFilter): Promise<(SQL | undefined)[] | null> {
  const { auditEvents } = services.store.tables
  const actor = await actorCondition(services, filter.actor)
  const subject = await subjectCondition(services, filter.subject)
  const period = await periodConditions(services, filter)
  if (actor === null || subject === null || period === null) return null
  const { regionCode } = filter
  return [
    actor,
    subject,
    filter.action ? eq(auditEvents.action, filter.action) : undefined,
    regionCode
      ? eq(regionCode.length === 2 ? auditEvents.provinceCode : auditEvents.regencyCode, regionCode)
      : undefined,
    filter.before ? lt(auditEvents.seq, filter.before) : undefined,
    ...period,
  ]
}

async function actorCondition(
  { store }: Services,
  typed: string | undefined,
): Promise<SQL | undefined | null> {
  if (!typed) return undefined
  const { accounts, auditEvents } = store.tables
  if (z.uuid().safeParse(typed).success) return eq(auditEvents.actorId, typed)
  const key = searchKey(typed)
  if (key === '') return null
  const found = await store.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(like(accounts.nameKey, `%${key}%`))
    .orderBy(asc(accounts.nameKey))
    .limit(50)
  if (found.length === 0) return null
  return inArray(
    auditEvents.actorId,
    found.map(({ id }) => id),
  )
}

async function subjectCondition(
  { store }: Services,
  typed: string | undefined,
): Promise<SQL | undefined | null> {
  if (!typed) return undefined
  const { auditEvents, groups, applications } = store.tables
  const about = (kind: string, id: string) =>
    and(eq(auditEvents.subjectKind, kind), eq(auditEvents.subjectId, id))
  const [, kind, id] = /^([a-z_]+):(.+)$/.exec(typed) ?? []
  if (kind && id) return about(kind, id)
  const number = typed.replace(/[\s.-]/g, '')
  const [group] = await store.read.select({ id: groups.id }).from(groups).where(eq(groups.number, number))
  if (group) return about('group', group.id)
  const [application] = await store.read
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.reference, typed.trim().toUpperCase()))
  return application ? about('application', application.id) : null
}

/** Clocks of several processes and waiting for a turn put times out of step with the order by less than this. */
const DISORDER = 10 * MINUTE

/**
 * A period as a stretch of the chain, so that the walk starts and ends there; the exact times are compared as well.
 * Null when nothing happened in it.
 */
async function periodConditions({ store }: Services, { from, until }: AuditFilter): Promise<SQL[] | null> {
  const { auditEvents } = store.tables
  const seqNear = async (condition: SQL, order: SQL) => {
    const [row] = await store.read
      .select({ seq: auditEvents.seq })
      .from(auditEvents)
      .where(condition)
      .orderBy(order)
      .limit(1)
    return row?.seq
  }
  const conditions: SQL[] = []
  if (from) {
    const start = startOfDate(from, 'WIB')
    const first = await seqNear(gte(auditEvents.at, start - DISORDER), asc(auditEvents.at))
    if (first === undefined) return null
    conditions.push(gte(auditEvents.at, start), gte(auditEvents.seq, first))
  }
  if (until) {
    const end = startOfDate(addDays(until, 1), 'WIB')
    const last = await seqNear(lt(auditEvents.at, end + DISORDER), desc(auditEvents.at))
    if (last === undefined) return null
    conditions.push(lt(auditEvents.at, end), lte(auditEvents.seq, last))
  }
  return conditions
}

type Event = Services['store']['tables']['auditEvents']['$inferSelect']

const Delta = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))

/** Puts names to the people, subjects and places of a page of events, in one query each. */
async function withNames({ store }: Services, events: Event[]): Promise<AuditRow[]> {
  const { accounts, groups, applications, regions } = store.tables
  const deltas = new Map(
    events.map((event) => [event.seq, Object.entries(Delta.catch({}).parse(readJson(event.delta)))]),
  )
  const mentioned = [...deltas.values()].flat().flatMap(([, values]) => values)
  const idsOf = (kind: string) =>
    events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId)
  const people = await namesOf(
    [...events.map((event) => event.actorId), ...idsOf('account'), ...mentioned].filter(isUuid),
    async (ids) =>
      store.read
        .select({ id: accounts.id, name: accounts.name })
        .from(accounts)
        .where(inArray(accounts.id, ids)),
  )
  const subjects = new Map([
    ...people,
    ...(await namesOf(idsOf('group'), async (ids) =>
      store.read.select({ id: groups.id, name: groups.name }).from(groups).where(inArray(groups.id, ids)),
    )),
    ...(await namesOf(idsOf('application'), async (ids) =>
      store.read
        .select({ id: applications.id, name: applications.reference })
        .from(applications)
        .where(inArray(applications.id, ids)),
    )),
  ])
  const codes = [
    ...new Set(events.flatMap(({ regencyCode, provinceCode }) => regencyCode ?? provinceCode ?? [])),
  ]
  const places = new Map(
    codes.length === 0
      ? []
      : (await store.read.select().from(regions).where(inArray(regions.code, codes))).map((row) => [
          row.code,
          row,
        ]),
  )
  const named = (value: unknown) => (isUuid(value) ? (people.get(value) ?? value) : value)
  return events.map(
    ({ delta: _, previousHash: __, hash: ___, id: ____, provinceCode, regencyCode, ...event }) => {
      const place = places.get(regencyCode ?? provinceCode ?? '')
      return {
        ...event,
        zone: place?.zone ?? 'WIB',
        actorName: event.actorId && (people.get(event.actorId) ?? null),
        subjectName: subjects.get(event.subjectId) ?? null,
        place: place?.name ?? null,
        changes: (deltas.get(event.seq) ?? []).map(([field, [before, after]]) => ({
          field,
          before: named(before),
          after: named(after),
        })),
      }
    },
  )
}

function isUuid(value: unknown): value is string {
  return z.uuid().safeParse(value).success
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

async function namesOf(
  ids: string[],
  find: (ids: string[]) => Promise<{ id: string; name: string | null }[]>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await find(wanted)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
