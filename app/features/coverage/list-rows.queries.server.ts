import { and, asc, desc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { villagesFoundIn } from '~/features/mapping/settled-findings.queries.server'
import type { ListedPartnership } from '~/features/partnerships/public-partnerships.queries.server'
import { withWord } from '~/features/regions/places'
import { addDays } from '~/platform/calendar'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { ActivityState } from './activity-state'
import { groupsOn, placedIn, type Where } from './groups-on-date.queries.server'
import { type ListKind, lists } from './list-kinds'
import { mapNumbersOf, type On } from './map-numbers.queries.server'
import type { MapNumbers } from './region-numbers'

interface Reading {
  db: Database
  tables: Tables
}

/** One line of a list behind a number. */
export interface ListRow {
  key: string
  /** Orders the lines of a district. */
  villageCode: string
  districtCode: string
  line: VillageLine | DistrictLine | GroupLine | ActivityLine | PartnershipLine
}

export interface VillageLine {
  of: 'village'
  code: string
  groups: number
  activeGroups: number
}

export interface DistrictLine {
  of: 'district'
  numbers: MapNumbers
}

export interface GroupLine {
  of: 'group'
  number: string
  name: string
  state: ActivityState
}

export interface ActivityLine {
  of: 'activity'
  localDate: string
  /** What everyone may read; null when the group did not agree. */
  shown: { id: string; title: string; groupName: string; groupNumber: string } | null
}

export interface PartnershipLine extends Omit<ListedPartnership, 'id'> {
  of: 'partnership'
}

/** Lists whose lines lie in districts: their pages are found downwards from the counts of regions. */
export type PlacedKind = Exclude<ListKind, 'kemitraan'>

/** The lines of a list in some districts, in the order of the codes; as many as the list's number says. */
export function rowsIn(
  reading: Reading,
  kind: PlacedKind,
  districtCodes: string[],
  on: On,
): Promise<ListRow[]> {
  const { date } = on
  switch (kind) {
    case 'desa-tanpa-kim':
    case 'desa-terdaftar':
    case 'desa-aktif':
    case 'desa-bercalon':
    case 'desa-kosong':
      return villageRows(reading, kind, districtCodes, date)
    case 'kecamatan-aktif':
    case 'kecamatan-tanpa-aktif':
    case 'kecamatan-terpetakan':
    case 'kecamatan-belum-terpetakan':
    case 'kecamatan-bermitra':
      return districtRows(reading, kind, districtCodes, on)
    case 'kim-terdaftar':
    case 'kim-aktif':
    case 'kim-kurang-aktif':
    case 'kim-vakum':
      return groupRows(reading, kind, districtCodes, date)
    case 'kegiatan':
      return activityRows(reading, { districtCodes }, date)
  }
}

type KindOf<Start extends string> = Extract<PlacedKind, `${Start}-${string}`>

async function villageRows(
  reading: Reading,
  kind: KindOf<'desa'>,
  districtCodes: string[],
  date: string,
): Promise<ListRow[]> {
  const there = new Map<string, VillageLine>()
  const lineOf = (code: string): VillageLine =>
    there.get(code) ?? { of: 'village', code, groups: 0, activeGroups: 0 }
  for (const { villageCode, state } of await groupsOn(reading, { districtCodes }, date)) {
    const line = lineOf(villageCode)
    line.groups++
    if (state === 'active') line.activeGroups++
    there.set(villageCode, line)
  }
  return (await villagesOf(reading, kind, districtCodes, { there, date })).map((code) => ({
    key: code,
    villageCode: code,
    districtCode: code.slice(0, 6),
    line: lineOf(code),
  }))
}

/** The villages of a list; `there` are those with a group. */
async function villagesOf(
  reading: Reading,
  kind: KindOf<'desa'>,
  districtCodes: string[],
  { there, date }: { there: Map<string, VillageLine>; date: string },
): Promise<string[]> {
  if (kind === 'desa-terdaftar') return [...there.keys()]
  if (kind === 'desa-aktif') {
    return [...there.values()].flatMap(({ code, activeGroups }) => (activeGroups > 0 ? [code] : []))
  }
  if (kind === 'desa-tanpa-kim') {
    return (await villagesIn(reading, districtCodes)).filter((code) => !there.has(code))
  }
  const villages: string[] = []
  for (const districtCode of districtCodes) {
    const found = await villagesFoundIn(reading, districtCode, date)
    for (const [code, { hasGroup, hasCandidate }] of found?.villages ?? []) {
      if (kind === 'desa-bercalon' ? hasCandidate : !hasGroup && !hasCandidate) villages.push(code)
    }
  }
  return villages
}

async function villagesIn({ db, tables: { regions } }: Reading, districtCodes: string[]): Promise<string[]> {
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(inArray(regions.parentCode, districtCodes), isNull(regions.validUntil)))
    .orderBy(asc(regions.code))
  return rows.map(({ code }) => code)
}

async function districtRows(
  reading: Reading,
  kind: KindOf<'kecamatan'>,
  districtCodes: string[],
  on: On,
): Promise<ListRow[]> {
  const numbers = await mapNumbersOf(reading, districtCodes, on)
  return [...numbers]
    .filter(([, found]) => lists[kind].count(found) > 0)
    .map(([code, found]) => ({
      key: code,
      villageCode: code,
      districtCode: code,
      line: { of: 'district', numbers: found },
    }))
}

const wanted: Record<KindOf<'kim'>, readonly ActivityState[]> = {
  'kim-terdaftar': ['active', 'less_active', 'dormant'],
  'kim-aktif': ['active'],
  'kim-kurang-aktif': ['less_active'],
  'kim-vakum': ['dormant'],
}

async function groupRows(
  reading: Reading,
  kind: KindOf<'kim'>,
  districtCodes: string[],
  date: string,
): Promise<ListRow[]> {
  const found = await groupsOn(reading, { districtCodes }, date)
  return found
    .filter(({ state }) => wanted[kind].includes(state))
    .map(({ id, villageCode, districtCode, number, name, state }) => ({
      key: id,
      villageCode,
      districtCode,
      line: { of: 'group', number, name, state },
    }))
}

/** Newest first in each district; the group's place counts, as on the map. */
export async function activityRows({ db, tables }: Reading, where: Where, date: string): Promise<ListRow[]> {
  const { groups, activities } = tables
  const rows = await db
    .select({
      id: activities.id,
      localDate: activities.localDate,
      title: activities.title,
      isPublic: activities.isPublic,
      groupName: groups.name,
      groupNumber: groups.number,
      districtCode: groups.districtCode,
      villageCode: groups.villageCode,
    })
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
    .orderBy(asc(groups.districtCode), desc(activities.localDate), asc(activities.id))
  return rows.map(
    ({ id, localDate, title, isPublic, groupName, groupNumber, districtCode, villageCode }) => ({
      key: id,
      villageCode,
      districtCode,
      line: {
        of: 'activity',
        localDate,
        shown: isPublic ? { id, title, groupName, groupNumber } : null,
      },
    }),
  )
}

/** "Kampung Nawaripi", "Distrik Wania", "Kabupaten Mimika" and "Provinsi Papua Tengah", by code. */
export async function namesAbove(
  { db, tables: { regions } }: Reading,
  codes: string[],
): Promise<Map<string, string>> {
  const all = new Set(codes.flatMap((code) => [code, code.slice(0, 6), code.slice(0, 4), code.slice(0, 2)]))
  if (all.size === 0) return new Map()
  const rows = await db
    .select({ code: regions.code, name: regions.name, word: regions.localWord })
    .from(regions)
    .where(inArray(regions.code, [...all]))
  return new Map(rows.map((row) => [row.code, withWord(row)]))
}
