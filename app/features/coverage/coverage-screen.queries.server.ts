import { villagesFoundIn } from '~/features/mapping/settled-findings.queries.server'
import { NATION, withWord, wordsOf } from '~/features/regions/places'
import { type Child, childrenOf, childrenOfEach } from '~/features/regions/regions.queries.server'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'
import type { TileState } from '~/ui/map/mosaic'
import type { ActivityState } from './activity-state'
import { coverageOn, coverageThroughTime } from './coverage.queries.server'
import { type CutOff, cutOffFor } from './cut-off'
import { type GroupOnDate, groupsOn, villageNumbers } from './groups-on-date.queries.server'
import { noWork, officeWorkInVillages, officeWorkUntil } from './map-numbers.queries.server'
import type { MapNumbers, RegionNumbers } from './region-numbers'
import { denominatorsOf } from './region-numbers.queries.server'
import { findShownRegion, type ShownRegion } from './shown-region.queries.server'
import { noCounts } from './steps'
import { limitsOn } from './thresholds.queries.server'

/** A region below the one that is shown. */
export interface RegionBelow {
  code: string
  /** Without its kind where all below are of one kind: "Mimika"; else "Kota Malang". */
  name: string
  numbers: MapNumbers
}

/** What a coverage page tells of a region down to the district, on a day. */
export interface CoverageScreen {
  region: ShownRegion
  cutOff: CutOff
  /** Up to how many days after its latest activity a group was active there, and less active. */
  limits: { active: number; lessActive: number }
  numbers: MapNumbers
  below: RegionBelow[]
  /** "Kabupaten atau Kota": what lies below. */
  belowWords: string
  /** At the ends of months and on the day itself, in order. */
  trend: { date: string; numbers: MapNumbers }[]
  /** The villages of a regency or a district, by district; null above. */
  villages: DistrictVillages[] | null
}

export interface DistrictVillages {
  code: string
  name: string
  villages: { code: string; name: string; state: TileState; groups: number }[]
}

interface Asked {
  code: string
  date?: string
  /** Leaves out mappings and partnerships, as if there were none: for who shows no measure of them. */
  groupsOnly?: boolean
}

/** The coverage of the country (`00`), a province, a regency or a district; null for any other code. */
export async function coverageScreen(
  services: Services,
  { code, date: asked, groupsOnly = false }: Asked,
): Promise<CoverageScreen | null> {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const places = await placesIn(services, code)
  if (!places) return null
  const { region, below, belowWords, districts, denominators } = places
  const cutOff = cutOffFor(asked, clock(), region.zone)
  const { date, today } = cutOff
  const codes = below.map((part) => part.code)
  const dates = [...new Set([...cutOff.offered, date])].sort()
  const isDistrict = region.level === 'district'
  const [found, through, work, workBelow, limits, groups] = await Promise.all([
    isDistrict ? villageNumbers(reading, { districtCodes: [code] }, date) : coverageOn(reading, codes, date),
    coverageThroughTime(reading, code, dates),
    groupsOnly ? () => noWork : officeWorkUntil(reading, isDistrict ? [code] : [code, ...codes], today),
    isDistrict ? officeWorkInVillages(reading, code, date) : null,
    whileUnchanged(services, `limits ${code} ${date}`, () => limitsOn(reading, code, date)),
    groupsIn(reading, region, date),
  ])
  const numbersFor = (of: string): MapNumbers => ({
    ...emptyVillage,
    ...found.get(of),
    ...denominators.get(of),
    ...(workBelow?.(of) ?? work(of, date)),
  })
  const whole = denominators.get(code)
  const trend = through.map(({ date: on, ...counts }) => ({
    date: on,
    numbers: { ...emptyVillage, ...counts, ...whole, ...work(code, on) },
  }))
  return {
    region,
    cutOff,
    limits,
    numbers: trend.find((point) => point.date === date)?.numbers ?? {
      ...emptyVillage,
      ...whole,
      ...work(code, date),
    },
    below: below.map((part) => ({ ...part, numbers: numbersFor(part.code) })),
    belowWords,
    trend,
    villages: districts && districtsWithVillages(districts, groups),
  }
}

type Reading = Parameters<typeof denominatorsOf>[0]

const emptyVillage: RegionNumbers = { ...noCounts, recentActivities: 0, villages: 1, districts: 0 }

async function groupsIn(
  reading: Reading,
  { level, code }: ShownRegion,
  date: string,
): Promise<GroupOnDate[]> {
  if (level === 'regency') return groupsOn(reading, { regencyCode: code }, date)
  return level === 'district' ? groupsOn(reading, { districtCodes: [code] }, date) : []
}

/** What of a region down to the district does not change from day to day: its names, its parts, their villages. */
export function placesIn(services: Services, code: string) {
  const reading = { db: services.store.read, tables: services.store.tables }
  return whileUnchanged(services, `places ${code}`, () => placesOf(reading, code))
}

async function placesOf(reading: Reading, code: string) {
  const region = await findShownRegion(reading, code)
  if (!region || region.level === 'village') return null
  const children = await childrenOf(reading, code === NATION ? null : code)
  const mixed = new Set(children.map(({ word }) => word)).size > 1
  const counted = region.level === 'district' ? [] : children.map((child) => child.code)
  return {
    region,
    below: children.map((child) => ({ code: child.code, name: mixed ? withWord(child) : child.name })),
    belowWords: wordsOf(children),
    districts: await districtsOf(reading, region, children),
    denominators: await denominatorsOf(reading, [code, ...counted]),
  }
}

interface Named {
  code: string
  name: string
}
type Districts = (Named & { villages: Named[] })[]

/** The villages of a regency or a district, by district; null above. */
async function districtsOf(
  reading: Reading,
  { level, code, name }: ShownRegion,
  children: Child[],
): Promise<Districts | null> {
  if (level === 'district') return [{ code, name, villages: children.map(namedWithWord) }]
  if (level !== 'regency') return null
  const villages = await childrenOfEach(
    reading,
    children.map((district) => district.code),
  )
  return children.map((district) => ({
    ...namedWithWord(district),
    villages: (villages.get(district.code) ?? []).map(namedWithWord),
  }))
}

const namedWithWord = (child: Child): Named => ({ code: child.code, name: withWord(child) })

type Standing = Pick<GroupOnDate, 'villageCode' | 'state'>

/** The districts with how each of their villages stands by its groups. */
export function districtsWithVillages(districts: Districts, groups: Standing[]): DistrictVillages[] {
  const found = villageStates(groups)
  return districts.map(({ villages, ...district }) => ({
    ...district,
    villages: villages.map((village) => ({
      ...village,
      ...(found.get(village.code) ?? { state: 'none' as const, groups: 0 }),
    })),
  }))
}

/** How the villages stand that have a registered group, by code; the others have none. */
function villageStates(groups: Standing[]): Map<string, { state: TileState; groups: number }> {
  const states = new Map<string, { state: TileState; groups: number }>()
  for (const { villageCode, state } of groups) {
    const there = states.get(villageCode)
    states.set(villageCode, {
      state: state === 'active' || there?.state === 'active' ? 'active' : 'registered',
      groups: (there?.groups ?? 0) + 1,
    })
  }
  return states
}

/** A village and the groups that were registered there on a day. */
export interface VillageScreen {
  region: ShownRegion
  cutOff: CutOff
  limits: { active: number; lessActive: number }
  groups: { number: string; name: string; state: ActivityState }[]
  recentActivities: number
  /** What the newest settled mapping found there; null where there is none. */
  found: { settledOn: string; hasCandidate: boolean } | null
}

/** The page of a village; null for any other code. */
export async function villageScreen(
  { store, clock }: Services,
  { code, date: asked }: { code: string; date?: string },
): Promise<VillageScreen | null> {
  const reading = { db: store.read, tables: store.tables }
  const region = await findShownRegion(reading, code)
  if (region?.level !== 'village') return null
  const cutOff = cutOffFor(asked, clock(), region.zone)
  const where = { villageCode: code }
  const groups = await groupsOn(reading, where, cutOff.date)
  const numbers = await villageNumbers(reading, where, cutOff.date)
  const found = await villagesFoundIn(reading, code, cutOff.date)
  return {
    region,
    cutOff,
    limits: await limitsOn(reading, code, cutOff.date),
    groups: groups.map(({ number, name, state }) => ({ number, name, state })),
    recentActivities: numbers.get(code)?.recentActivities ?? 0,
    found: found && {
      settledOn: found.settledOn,
      hasCandidate: found.villages.get(code)?.hasCandidate ?? false,
    },
  }
}
