import { and, asc, desc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { withWord } from '~/features/regions/places'
import { addDays } from '~/platform/calendar'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { ActivityState } from './activity-state'
import { groupsOn } from './groups-on-date.queries.server'
import type { ListKind } from './list-kinds'
import type { RegionNumbers } from './region-numbers'
import { numbersOf } from './region-numbers.queries.server'

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
  line: VillageLine | DistrictLine | GroupLine | ActivityLine
}

export interface VillageLine {
  of: 'village'
  code: string
  groups: number
  activeGroups: number
}

export interface DistrictLine {
  of: 'district'
  numbers: RegionNumbers
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

/** The lines of a list in some districts, in the order of the codes; as many as the list's number says. */
export function rowsIn(
  reading: Reading,
  kind: ListKind,
  districtCodes: string[],
  date: string,
): Promise<ListRow[]> {
  switch (kind) {
    case 'desa-tanpa-kim':
    case 'desa-terdaftar':
    case 'desa-aktif':
      return villageRows(reading, kind, districtCodes, date)
    case 'kecamatan-aktif':
    case 'kecamatan-tanpa-aktif':
      return districtRows(reading, kind, districtCodes, date)
    case 'kim-terdaftar':
    case 'kim-aktif':
    case 'kim-kurang-aktif':
    case 'kim-vakum':
      return groupRows(reading, kind, districtCodes, date)
    case 'kegiatan':
      return activityRows(reading, districtCodes, date)
  }
}

type KindOf<Start extends string> = Extract<ListKind, `${Start}-${string}`>

async function villageRows(reading: Reading, kind: KindOf<'desa'>, districtCodes: string[], date: string) {
  const there = new Map<string, VillageLine>()
  for (const { villageCode, state } of await groupsOn(reading, { districtCodes }, date)) {
    const line = there.get(villageCode) ?? { of: 'village', code: villageCode, groups: 0, activeGroups: 0 }
    line.groups++
    if (state === 'active') line.activeGroups++
    there.set(villageCode, line)
  }
  const lines =
    kind === 'desa-tanpa-kim'
      ? (await villagesIn(reading, districtCodes))
          .filter((code) => !there.has(code))
          .map((code): VillageLine => ({ of: 'village', code, groups: 0, activeGroups: 0 }))
      : [...there.values()].filter(({ activeGroups }) => kind === 'desa-terdaftar' || activeGroups > 0)
  return lines.map((line) => ({
    key: line.code,
    villageCode: line.code,
    districtCode: line.code.slice(0, 6),
    line,
  }))
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
  date: string,
): Promise<ListRow[]> {
  const numbers = await numbersOf(reading, districtCodes, date)
  return [...numbers]
    .filter(([, { districtsActive }]) => districtsActive === (kind === 'kecamatan-aktif' ? 1 : 0))
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
async function activityRows(
  { db, tables: { groups, activities } }: Reading,
  districtCodes: string[],
  date: string,
): Promise<ListRow[]> {
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
        inArray(groups.districtCode, districtCodes),
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
