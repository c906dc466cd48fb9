import {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  like,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { levelOf, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { childrenOf, nameRegion } from '~/features/regions/regions.queries.server'
import { searchRegions } from '~/features/regions/search-regions.server'
import { workingDaysLate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { DECISION_DAYS } from './decision-times'
import { standsLate } from './lateness.server'
import { type Cursor, isNewestFirst, type QueueQuery, type Stage, stageStatuses } from './queue.schema'
import { type ApplicationStatus, OPEN } from './registration.state'
import { inRegion } from './waiting.queries.server'

export const QUEUE_PAGE = 25
const VILLAGES_OF_A_SEARCH = 40

export interface QueueRow {
  id: string
  reference: string
  groupName: string
  status: ApplicationStatus
  paper: boolean
  /** Something that the office had marked has been corrected and waits for a second look. */
  corrected: boolean
  village: string
  district: string
  regency: string
  holder: { name: string; isMe: boolean } | null
  submittedAt: number
  decidedAt: number | null
  /** Working days beyond the limit, 0 on the weekend after it; null while there is time. */
  daysLate: number | null
}

export interface QueueScreen {
  rows: QueueRow[]
  counts: Record<'menunggu' | 'diperiksa' | 'dikembalikan', number>
  next: Cursor | null
  previous: Cursor | null
  /** For the filter by region: the regencies, and the region asked for; empty for an office of one regency. */
  regions: { code: string; name: string }[]
  now: number
}

/**
 * One page of the office's queue. It costs the rows shown, not the length of the queue: each status of each region
 * is walked in the order of an index, and the few walks are merged here.
 */
export async function queueScreen(services: Services, actor: Actor, query: QueueQuery): Promise<QueueScreen> {
  const now = services.clock()
  const backwards = query.sebelum !== undefined
  const filter = await filterOf(services, actor, query, now)
  const newestFirst = isNewestFirst(query)
  const walks = await Promise.all(
    scopesOf(services, actor, query.wilayah).flatMap((scope) =>
      statusesOf(query).map((status) =>
        walkQueue(services, {
          scope,
          status,
          filter,
          from: query.sebelum ?? query.setelah,
          descending: newestFirst !== backwards,
        }),
      ),
    ),
  )
  const direction = newestFirst !== backwards ? -1 : 1
  const found = [...new Map(walks.flat().map((row) => [row.id, row])).values()].sort(
    (a, b) => direction * (placeOf(a).at - placeOf(b).at || (a.id < b.id ? -1 : 1)),
  )
  const more = found.length > QUEUE_PAGE
  const page = found.slice(0, QUEUE_PAGE)
  if (backwards) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  return {
    rows: await dress(services, actor, page, now),
    counts: await countStages(services, actor, query.wilayah),
    next: last && (backwards || more) ? placeOf(last) : null,
    previous: first && (backwards ? more : query.setelah !== undefined) ? placeOf(first) : null,
    regions: await regionsOf(services, actor, query.wilayah),
    now,
  }
}

function statusesOf({ tahap, lewat }: QueueQuery): readonly ApplicationStatus[] {
  const statuses = stageStatuses[tahap]
  return lewat ? statuses.filter((status) => OPEN.includes(status)) : statuses
}

/** One condition for each region that the actor looks after, so that each is one walk along an index. */
function scopesOf({ store }: Services, actor: Actor, region?: string): (SQL | undefined)[] {
  const { applications } = store.tables
  if (region) {
    const reachable = inReach(actor, 'registration.review', applications)
    return [and(inRegion(applications, region), reachable)]
  }
  const { national, provinceCodes, regencyCodes } = reach(actor, 'registration.review')
  if (national) return [undefined]
  return [
    ...regencyCodes.map((code) => eq(applications.regencyCode, code)),
    ...provinceCodes.map((code) => eq(applications.provinceCode, code)),
  ]
}

interface Walk {
  scope: SQL | undefined
  status: ApplicationStatus
  filter: SQL | undefined
  from: Cursor | undefined
  descending: boolean
}

/** The next applications of one status in one region, by age. */
export function walkQueue(
  { store }: Pick<Services, 'store'>,
  { scope, status, filter, from, descending }: Walk,
) {
  const { applications } = store.tables
  const { submittedAt, id } = applications
  const beyond =
    from &&
    (descending
      ? sql`(${submittedAt}, ${id}) < (${from.at}, ${from.id})`
      : sql`(${submittedAt}, ${id}) > (${from.at}, ${from.id})`)
  const order = descending ? desc : asc
  return store.read
    .select({
      id,
      reference: applications.reference,
      groupName: applications.groupName,
      status: applications.status,
      source: applications.source,
      villageCode: applications.villageCode,
      assignedTo: applications.assignedTo,
      submittedAt,
      dueAt: applications.dueAt,
      decidedAt: applications.decidedAt,
    })
    .from(applications)
    .where(and(scope, eq(applications.status, status), isNotNull(submittedAt), beyond, filter))
    .orderBy(order(submittedAt), order(id))
    .limit(QUEUE_PAGE + 1)
}

type FoundRow = Awaited<ReturnType<typeof walkQueue>>[number]

function placeOf({ submittedAt, id }: FoundRow): Cursor {
  return { at: submittedAt ?? 0, id }
}

async function filterOf(
  services: Services,
  actor: Actor,
  { tahap, pemegang, lewat, cari }: QueueQuery,
  now: number,
): Promise<SQL | undefined> {
  const { applications } = services.store.tables
  return and(
    tahap === 'diputuskan' ? between(applications.decidedAt, now - DECISION_DAYS * DAY, now) : undefined,
    pemegang === 'saya' ? eq(applications.assignedTo, actor.id) : undefined,
    pemegang === 'belum' ? isNull(applications.assignedTo) : undefined,
    lewat ? standsLate(applications, lewat, now) : undefined,
    cari ? await matching(services, actor, cari) : undefined,
  )
}

/** By the group's name, the number of the application, or the name of its village or district. */
async function matching(services: Services, actor: Actor, typed: string): Promise<SQL | undefined> {
  const { applications } = services.store.tables
  const words = searchKey(typed).split(' ').filter(Boolean).slice(0, 8)
  if (words.length === 0) return eq(applications.id, '')
  const regions = await regionsNamed(services, actor, typed)
  const reference = typed.replace(/\s/g, '').toUpperCase()
  return or(
    // Normalising leaves no `%` and no `_`.
    and(...words.map((word) => like(applications.nameKey, `%${word}%`))),
    /^[A-Z0-9-]{3,}$/.test(reference) ? like(applications.reference, `%${reference}%`) : undefined,
    inArray(
      applications.villageCode,
      regions.filter((code) => levelOf(code) === 'village'),
    ),
    inArray(
      applications.districtCode,
      regions.filter((code) => levelOf(code) === 'district'),
    ),
  )
}

async function regionsNamed(services: Services, actor: Actor, typed: string): Promise<string[]> {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'registration.review')
  const found = await Promise.all(
    (national ? [undefined] : [...provinceCodes, ...regencyCodes]).map((within) =>
      searchRegions(services, typed, {
        levels: ['village', 'district'],
        limit: VILLAGES_OF_A_SEARCH,
        within,
      }),
    ),
  )
  return found.flat().map(({ code }) => code)
}

/** How many there are in each stage that the office still has to finish. */
async function countStages(
  { store }: Services,
  actor: Actor,
  region?: string,
): Promise<QueueScreen['counts']> {
  const { applications } = store.tables
  const rows = await store.read
    .select({ status: applications.status, many: count() })
    .from(applications)
    .where(
      and(
        inArray(applications.status, [...OPEN, 'returned']),
        inReach(actor, 'registration.review', applications),
        region ? inRegion(applications, region) : undefined,
      ),
    )
    .groupBy(applications.status)
  const many = (stage: Stage) => rows.find(({ status }) => stageStatuses[stage].includes(status))?.many ?? 0
  return {
    menunggu: many('menunggu'),
    diperiksa: many('diperiksa'),
    dikembalikan: many('dikembalikan'),
  }
}

/** Names for what the rows point to, each in one query for the whole page. */
async function dress({ store }: Services, actor: Actor, found: FoundRow[], now: number): Promise<QueueRow[]> {
  const { accounts, applicationReviews } = store.tables
  const holders = found.flatMap(({ assignedTo }) => (assignedTo ? [assignedTo] : []))
  const [places, names, corrected] = await Promise.all([
    findPlaces(
      { db: store.read, tables: store.tables },
      found.map(({ villageCode }) => villageCode),
    ),
    store.read
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, [...new Set(holders)])),
    store.read
      .selectDistinct({ id: applicationReviews.applicationId })
      .from(applicationReviews)
      .where(
        and(
          inArray(
            applicationReviews.applicationId,
            found.map(({ id }) => id),
          ),
          eq(applicationReviews.verdict, 'corrected'),
        ),
      ),
  ])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return found.map((row) => {
    const place = places.get(row.villageCode)
    if (!place) throw new Error(`application ${row.id} has no place`)
    const late = OPEN.includes(row.status) && row.dueAt !== null && row.dueAt <= now
    return {
      id: row.id,
      reference: row.reference ?? '',
      groupName: row.groupName,
      status: row.status,
      paper: row.source === 'paper',
      corrected: OPEN.includes(row.status) && corrected.some(({ id }) => id === row.id),
      village: withWord(place.village),
      district: withWord(place.district),
      regency: withWord(place.regency),
      holder: row.assignedTo
        ? { name: nameOf.get(row.assignedTo) ?? 'Petugas', isMe: row.assignedTo === actor.id }
        : null,
      submittedAt: row.submittedAt ?? 0,
      decidedAt: row.decidedAt,
      daysLate: late ? workingDaysLate(row.dueAt ?? now, now, place.zone) : null,
    }
  })
}

/** What may be chosen between, a region of another kind that was asked for first. */
async function regionsOf(services: Services, actor: Actor, asked?: string) {
  const regencies = await regenciesOf(services, actor)
  if (asked === undefined || regencies.some(({ code }) => code === asked)) return regencies
  const region = await nameRegion({ db: services.store.read, tables: services.store.tables }, asked)
  return region ? [{ code: asked, name: withWord(region) }, ...regencies] : regencies
}

/** The regencies that a province or the nation may choose between. */
async function regenciesOf({ store }: Services, actor: Actor): Promise<{ code: string; name: string }[]> {
  const { national, provinceCodes } = reach(actor, 'registration.review')
  const reading = { db: store.read, tables: store.tables }
  if (national) {
    const { regions } = store.tables
    const rows = await store.read
      .select({ code: regions.code, name: regions.name, word: regions.localWord })
      .from(regions)
      .where(and(eq(regions.level, 'regency'), isNull(regions.validUntil)))
      .orderBy(asc(regions.code))
    return rows.map((row) => ({ code: row.code, name: withWord(row) }))
  }
  const lists = await Promise.all(provinceCodes.map((code) => childrenOf(reading, code)))
  return lists.flat().map((child) => ({ code: child.code, name: withWord(child) }))
}
