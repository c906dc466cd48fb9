import { and, count, eq, inArray, lt, max, min, sql, sum } from 'drizzle-orm'
import { TOO_LONG } from '~/features/activities/waiting.queries.server'
import type { ActivityState } from '~/features/coverage/activity-state'
import { codesInside, stepsOn } from '~/features/coverage/coverage.queries.server'
import { type CoverageScreen, coverageScreen } from '~/features/coverage/coverage-screen.queries.server'
import { drawCoverage } from '~/features/coverage/draw-coverage.server'
import type { groupsBeforeAndNow } from '~/features/coverage/groups-on-date.queries.server'
import { measures } from '~/features/coverage/measures'
import { regencyToday } from '~/features/coverage/regency-today.queries.server'
import type { Counts } from '~/features/coverage/steps'
import type { Actor } from '~/features/identity/actor'
import { ownRegions } from '~/features/regions/own-regions'
import { NATION, withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { addDays } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { prepared } from '~/platform/db/prepared'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { drawLineTrend } from '~/ui/chart/line-trend'
import { drawMonthBars } from '~/ui/chart/month-bars'
import { type BelowRow, type BelowSort, compareBy, fellBy } from './below'

const MONTHS = 12
/** By how much the active share must have fallen in 90 days to be told: below that it comes and goes. */
const FALLEN = 0.05
const BEFORE_DAYS = 90
const EACH_ATTENTION = 8
const EACH_MOVED = 8

type Reading = { db: Services['store']['read']; tables: Tables }

/** Activities that wait for confirmation in a regency. */
interface Waiting {
  many: number
  /** Of those, the ones that were sent more than a week ago. */
  late: number
  /** When the first of them was sent. */
  oldest: Instant | null
}

/**
 * How the region of an office lives: activities by month, groups awake and asleep, what waits, its parts, its map.
 * What it costs is the number of regions shown and of activities that wait, not of all that ever happened.
 * @param asked which of several regions of its own the office wants to see; empty for the first
 * @returns null for whoever has no region
 * @throws not_found for a region that is not its own
 */
export async function officeDashboard(services: Services, actor: Actor, sort: BelowSort, asked = '') {
  const own = ownRegions(actor, 'office.read')
  if (asked && !own.includes(asked)) throw notFound()
  const code = asked || own[0]
  if (!code) return null
  const found = code.length === 4 ? await ofRegency(services, code) : await ofWider(services, code)
  if (!found) return null
  const { screen, waiting, rows, ...shown } = found
  return {
    code,
    /** All regions of an office that has several. */
    choices: own.length > 1 ? await nameChoices(services, own) : [],
    name: screen.region.name,
    date: screen.cutOff.date,
    isRegency: screen.region.level === 'regency',
    belowWords: screen.belowWords,
    limits: screen.limits,
    numbers: screen.numbers,
    waiting: sumOf(waiting),
    months: drawMonthBars(activitiesByMonth(screen), { partial: true }),
    trend: drawTrend(screen),
    rows: rows.sort(compareBy(sort)),
    sort,
    ...shown,
  }
}

async function ofRegency(services: Services, code: string) {
  const screen = await regencyToday(services, code)
  if (!screen) return null
  const { map, villages } = screen
  const waiting = await waitingIn(services, [code])
  return { screen, waiting, rows: [], attention: null, map, villages, moved: movedThisMonth(screen) }
}

/** Of a province or the country. */
async function ofWider(services: Services, code: string) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const screen = await coverageScreen(services, { code, groupsOnly: true })
  if (!screen) return null
  const regencies = await whileUnchanged(services, `regencies ${code}`, () =>
    codesInside(reading, code, 'regency'),
  )
  const waiting = await waitingIn(services, regencies)
  const [map, rows] = await Promise.all([
    drawCoverage(reading, screen, { measure: measures['kim-aktif'], date: undefined }),
    belowRows(reading, screen, waiting),
  ])
  return { screen, waiting, rows, attention: attentionTo(rows), map, villages: null, moved: null }
}

async function nameChoices({ store }: Services, codes: string[]) {
  const named = await nameRegions({ db: store.read, tables: store.tables }, codes)
  return named.map((region) => ({ code: region.code, name: withWord(region) }))
}

interface Through {
  trend: { date: string; numbers: Counts }[]
}

/** Confirmed activities of each of the last twelve months by the day on which they took place. */
function activitiesByMonth({ trend }: Through): { month: string; value: number }[] {
  return trend.slice(-MONTHS).map(({ date, numbers }, at, shown) => {
    const before = trend[trend.length - shown.length + at - 1]
    return { month: date.slice(0, 7), value: numbers.activities - (before?.numbers.activities ?? 0) }
  })
}

function drawTrend({ trend }: Through) {
  return drawLineTrend(
    trend.map(({ date }) => date),
    [
      { name: 'Terdaftar', values: trend.map(({ numbers }) => numbers.groups) },
      { name: 'Aktif', values: trend.map(({ numbers }) => numbers.activeGroups) },
    ],
  )
}

/** What waits, by regency. The regencies are named so that the index of what waits serves every level. */
async function waitingIn(
  { store: { read, tables }, clock }: Services,
  regencyCodes: string[],
): Promise<Map<string, Waiting>> {
  const { regencyCode, status, statusSince } = tables.activities
  const isLate = lt(statusSince, sql.placeholder('lateBefore'))
  const counting = prepared(read, `waiting by regency ${regencyCodes}`, () =>
    read
      .select({
        code: regencyCode,
        many: count(),
        late: sum(sql`case when ${isLate} then 1 else 0 end`).mapWith(Number),
        oldest: min(statusSince),
      })
      .from(tables.activities)
      .where(and(inArray(regencyCode, regencyCodes), eq(status, 'submitted')))
      .groupBy(regencyCode),
  )
  const rows = await counting.execute({ lateBefore: clock() - TOO_LONG })
  return new Map(rows.map(({ code, ...waiting }) => [code, waiting]))
}

function sumOf(waiting: Map<string, Waiting>): Waiting {
  const all = [...waiting.values()]
  const sent = all.flatMap(({ oldest }) => oldest ?? [])
  return {
    many: all.reduce((sum, { many }) => sum + many, 0),
    late: all.reduce((sum, { late }) => sum + late, 0),
    oldest: sent.length > 0 ? Math.min(...sent) : null,
  }
}

/** The regencies of a province or the provinces of the country. */
async function belowRows(
  reading: Reading,
  { below, region, cutOff }: CoverageScreen,
  waiting: Map<string, Waiting>,
): Promise<BelowRow[]> {
  const last = await latestActivities(reading, region.code)
  const many = new Map<string, number>()
  const length = region.code === NATION ? 2 : 4
  for (const [code, { many: some }] of waiting) {
    const row = code.slice(0, length)
    many.set(row, (many.get(row) ?? 0) + some)
  }
  const codes = below.map(({ code }) => code)
  const earlier = await stepsOn(reading, codes, addDays(cutOff.date, -BEFORE_DAYS))
  return below.map(({ code, name, numbers }) => {
    const before = numbers.groups > 0 ? earlier.get(code) : undefined
    return {
      code,
      name,
      groups: numbers.groups,
      active: numbers.activeGroups,
      waiting: many.get(code) ?? 0,
      lastOn: last.get(code) ?? null,
      activeBefore: before && before.groups > 0 ? before.activeGroups / before.groups : null,
    }
  })
}

async function latestActivities({ db, tables }: Reading, code: string): Promise<Map<string, string>> {
  const { groupActivity } = tables
  const key = code === NATION ? groupActivity.provinceCode : groupActivity.regencyCode
  const rows = await db
    .select({ code: key, on: max(groupActivity.lastOn) })
    .from(groupActivity)
    .where(code === NATION ? undefined : eq(groupActivity.provinceCode, code))
    .groupBy(key)
  return new Map(rows.flatMap(({ code: row, on }) => (on ? [[row, on]] : [])))
}

/** Where an office should look first. */
function attentionTo(rows: BelowRow[]) {
  const fallen = rows.filter((row) => fellBy(row) >= FALLEN).sort(compareBy('turun'))
  const asleep = rows.filter(({ groups, active }) => groups > 0 && active === 0)
  const named = ({ code, name }: BelowRow) => ({ code, name })
  return {
    fallen: {
      many: fallen.length,
      named: fallen.slice(0, EACH_ATTENTION).map((row) => ({
        ...named(row),
        points: Math.round(fellBy(row) * 100),
      })),
    },
    asleep: { many: asleep.length, named: asleep.slice(0, EACH_ATTENTION).map(named) },
  }
}

/** Groups of a regency that fell asleep, woke up or became less active since the month began, and the states of all. */
function movedThisMonth({ groups, moved }: Moves) {
  const of = (wanted: ActivityState) => groups.filter(({ state }) => state === wanted)
  const [active, lessActive, dormant] = [of('active'), of('less_active'), of('dormant')]
  return {
    asleep: someOf(moved.filter(({ kind }) => kind === 'slept')),
    fading: someOf(lessActive.filter(({ stateBefore }) => stateBefore === 'active')),
    awake: someOf(moved.filter(({ kind }) => kind === 'woke')),
    states: { active: active.length, lessActive: lessActive.length, dormant: dormant.length },
  }
}
type Moves = Awaited<ReturnType<typeof groupsBeforeAndNow>>

/** The first of some groups, and how many there are. */
function someOf(groups: { id: string; name: string }[]) {
  return { many: groups.length, named: groups.slice(0, EACH_MOVED).map(({ id, name }) => ({ id, name })) }
}

export type OfficeDashboard = NonNullable<Awaited<ReturnType<typeof officeDashboard>>>
