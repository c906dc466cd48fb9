import { codesInside } from '~/features/coverage/coverage.queries.server'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { numbersOf } from '~/features/coverage/region-numbers.queries.server'
import { findShownRegion } from '~/features/coverage/shown-region.queries.server'
import { limitsOn } from '~/features/coverage/thresholds.queries.server'
import type { Actor } from '~/features/identity/actor'
import type { MappingStatus } from '~/features/mapping/mapping.state'
import { mappingStates } from '~/features/mapping/mapping-states.queries.server'
import {
  type PartnershipCounts,
  partnershipCounts,
} from '~/features/partnerships/partnership-counts.queries.server'
import { NATION, withWord, wordsOf } from '~/features/regions/places'
import { childrenOf } from '~/features/regions/regions.queries.server'
import {
  addTimes,
  countTimes,
  DECISION_DAYS,
  type DecisionTimes,
  medianDays,
} from '~/features/registration/decision-times'
import { decisionTimesOf } from '~/features/registration/decision-times.queries.server'
import { type OpenWork, openWorkOf } from '~/features/registration/open-work.queries.server'
import { type Period, periodCode, periodWords } from '~/features/reporting/periods'
import { reportingRates, sumRates } from '~/features/reporting/reporting-rates.queries.server'
import { localDate } from '~/platform/calendar'
import { DAY, type Instant } from '~/platform/clock'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { BoardQuery } from './board.schema'
import { keeps } from './board-filters'
import { inOrder } from './board-order'
import type { BoardRow, Contact, Duties } from './board-row'
import { leadingOffice } from './coordination.policy'
import { lastContacts } from './last-contact.queries.server'
import { lastDuePeriod } from './last-due-period.queries.server'
import { officesOf } from './offices'

/** Which region's board the actor asked for, and the office for which they look at it. @throws not_found */
export async function boardFrame(services: Services, actor: Actor, asked: string | undefined) {
  const { store, clock } = services
  const code = asked ?? officesOf(actor, 'coordination.lead')[0] ?? ''
  const officeCode = leadingOffice(actor, code)
  const region = officeCode && (await findShownRegion({ db: store.read, tables: store.tables }, code))
  if (!officeCode || !region) throw notFound()
  const now = clock()
  return { region, officeCode, now, today: localDate(now, region.zone) }
}
/** The regions below the one that is looked at, by name. */
export async function regionsBelow({ store }: Services, code: string) {
  const reading = { db: store.read, tables: store.tables }
  const children = await childrenOf(reading, code === NATION ? null : code)
  return {
    words: wordsOf(children),
    regions: children.map((child) => ({ code: child.code, name: withWord(child) })),
  }
}

/** The board of a province's regencies, or of the nation's provinces. */
export async function boardScreen(services: Services, actor: Actor, query: BoardQuery) {
  const frame = await boardFrame(services, actor, query.wilayah)
  const { region, officeCode, now, today } = frame
  const below = await regionsBelow(services, region.code)
  const reading = { db: services.store.read, tables: services.store.tables }
  const { rows, total, period } = await readBoard(services, below.regions, { officeCode, now, today })
  const { active } = await limitsOn(reading, region.code, today)
  return {
    region: { code: region.code, name: region.name },
    isNation: region.code === NATION,
    /** One's own board is further up. */
    isBelow: officeCode !== region.code,
    belowWords: below.words,
    today,
    now,
    terms: {
      activeDays: active,
      period: { words: periodWords(period), code: periodCode(period) },
      officeCode,
    },
    rows: inOrder(
      rows.filter((row) => keeps(query.saring, row, now)),
      query.urut,
      query.arah,
    ),
    /** Of the whole region, whatever the filter leaves. */
    total: { ...total, code: region.code, name: region.name },
  }
}
export type BoardScreen = Awaited<ReturnType<typeof boardScreen>>

interface Looking {
  officeCode: string
  now: Instant
  /** Local date of the coverage. */
  today: string
}

/** The rows of provinces or regencies, and what they are together. The cost is the regions shown and what waits there. */
export async function readBoard(
  services: Services,
  regions: { code: string; name: string }[],
  { officeCode, now, today }: Looking,
): Promise<{ rows: BoardRow[]; total: Omit<BoardRow, 'code' | 'name'>; period: Period }> {
  const { store } = services
  const reading = { db: store.read, tables: store.tables }
  const codes = regions.map(({ code }) => code)
  const regencies = await regenciesIn(reading, codes)
  const [numbers, work, times, contacts, duties, partnerships] = await Promise.all([
    numbersOf(reading, codes, today),
    openWorkOf(reading, regencies, now),
    decisionTimesOf(reading, regencies, { from: now - DECISION_DAYS * DAY, until: now }),
    lastContacts(reading, officeCode, codes, now),
    readDuties(services, codes, today),
    partnershipCounts(services, codes),
  ])
  const figuresOf = (own: string[]) => ({
    ...sumNumbers(own.flatMap((code) => numbers.get(code) ?? [])),
    ...sumWork(inside(work, own)),
    ...sumTimes(inside(times, own)),
    ...duties.of(own),
    ...sumPartnerships(own.flatMap((code) => partnerships.get(code) ?? [])),
    lastContact: latestOf(own.flatMap((code) => contacts.get(code) ?? [])),
  })
  return {
    rows: regions.map((region) => ({ ...region, ...figuresOf([region.code]) })),
    total: figuresOf(codes),
    period: duties.period,
  }
}

/** What regions owe: the reports of the period that was due last, and mappings. A part of the board by itself. */
export async function readDuties(
  services: Services,
  codes: string[],
  today: string,
): Promise<{ period: Period; of: (own: string[]) => Duties }> {
  const reading = { db: services.store.read, tables: services.store.tables }
  const [regencies, period] = await Promise.all([
    regenciesIn(reading, codes),
    lastDuePeriod(services, codes, today),
  ])
  const [mappings, rates] = await Promise.all([
    mappingStates(services, regencies),
    reportingRates(services, codes, period),
  ])
  return {
    period,
    of: (own) => ({
      ...sumRates(own.flatMap((code) => rates.get(code) ?? [])),
      ...sumMappings(regencies.filter(liesIn(own)), mappings),
    }),
  }
}

type Reading = Parameters<typeof numbersOf>[0]

/** The regencies of provinces; a regency stands for itself. */
async function regenciesIn(reading: Reading, codes: string[]): Promise<string[]> {
  const provinces = codes.filter((code) => code.length === 2)
  if (provinces.length === 0) return codes
  // Of many provinces all at once: what lies elsewhere is left out afterwards.
  const all = await codesInside(reading, provinces.length === 1 ? (provinces[0] ?? '') : NATION, 'regency')
  return all.filter((code) => codes.includes(code) || codes.includes(code.slice(0, 2)))
}

/** How long the decisions of regions took between two moments: of one by its code, of all together by any wider one. */
export async function timesBelow(
  reading: Reading,
  codes: string[],
  within: { from: Instant; until: Instant },
): Promise<(code: string) => DecisionTimes> {
  const times = await decisionTimesOf(reading, await regenciesIn(reading, codes), within)
  return (code) => addTimes(inside(times, code === NATION ? codes : [code]))
}

/** What is known by regency of some provinces or regencies. */
function inside<T>(byRegency: Map<string, T>, codes: string[]): T[] {
  const isInside = liesIn(codes)
  return [...byRegency].flatMap(([regency, found]) => (isInside(regency) ? [found] : []))
}

/** Whether a regency is one of some provinces and regencies, or lies in one. */
function liesIn(codes: string[]): (regency: string) => boolean {
  const known = new Set(codes)
  return (regency) => known.has(regency) || known.has(regency.slice(0, 2))
}

function sumNumbers(numbers: RegionNumbers[]) {
  const sum = (of: (one: RegionNumbers) => number) => numbers.reduce((all, one) => all + of(one), 0)
  return {
    villages: sum(({ villages }) => villages),
    villagesWithGroup: sum(({ villagesWithGroup }) => villagesWithGroup),
    groups: sum(({ groups }) => groups),
    activeGroups: sum(({ activeGroups }) => activeGroups),
  }
}

function sumWork(work: OpenWork[]): OpenWork {
  const sum = (of: (one: OpenWork) => number) => work.reduce((all, one) => all + of(one), 0)
  const oldest = work.flatMap(({ oldestAt }) => oldestAt ?? [])
  return {
    open: sum(({ open }) => open),
    oldestAt: oldest.length === 0 ? null : Math.min(...oldest),
    late: sum(({ late }) => late),
    twiceLate: sum(({ twiceLate }) => twiceLate),
  }
}

function sumTimes(times: DecisionTimes[]) {
  const all = addTimes(times)
  return { decided: countTimes(all), medianDays: medianDays(all) }
}

/** How many of some regencies stand where, by their newest mapping. */
function sumMappings(regencies: string[], states: Awaited<ReturnType<typeof mappingStates>>) {
  const many = (status: MappingStatus) =>
    regencies.filter((code) => states.get(code)?.status === status).length
  return {
    regencies: regencies.length,
    settled: many('settled'),
    running: many('running'),
    planned: many('draft'),
  }
}

function sumPartnerships(counts: PartnershipCounts[]) {
  const sum = (of: (one: PartnershipCounts) => number) => counts.reduce((all, one) => all + of(one), 0)
  return {
    partnerships: sum(({ active, ending }) => active + ending),
    ending: sum(({ ending }) => ending),
    proposed: sum(({ proposed }) => proposed),
  }
}

function latestOf(contacts: Contact[]): Contact | null {
  return contacts.reduce<Contact | null>((last, one) => (last && last.at >= one.at ? last : one), null)
}
