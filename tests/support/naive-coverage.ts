import { and, eq, isNull } from 'drizzle-orm'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import type { TestServices } from './services'

interface Facts {
  groups: {
    id: string
    villageCode: string
    spans: { from: string; until: string | null }[]
    days: string[]
  }[]
  villageCodes: string[]
}

/** Everything that coverage is made of, read row by row. */
export async function allFacts({ store }: TestServices): Promise<Facts> {
  const { groups, groupSpans, activities, regions } = store.tables
  const spans = await store.read.select().from(groupSpans)
  const confirmed = await store.read.select().from(activities).where(eq(activities.status, 'confirmed'))
  const villages = await store.read
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.level, 'village'), isNull(regions.validUntil)))
  return {
    groups: (await store.read.select().from(groups)).map(({ id, villageCode }) => ({
      id,
      villageCode,
      spans: spans.filter(({ groupId }) => groupId === id),
      days: confirmed.filter(({ groupId }) => groupId === id).map(({ localDate }) => localDate),
    })),
    villageCodes: villages.map(({ code }) => code),
  }
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** The numbers of a region (`''` for the country) on a date, counted one by one as the definitions say. */
export function countNaively({ groups, villageCodes }: Facts, code: string, date: string): RegionNumbers {
  const here = groups.filter(({ villageCode }) => villageCode.startsWith(code))
  const registered = here.filter(({ spans }) =>
    spans.some(({ from, until }) => from <= date && (until === null || date < until)),
  )
  const age = (group: Facts['groups'][number]) =>
    Math.min(...group.days.filter((day) => day <= date).map((day) => daysBetween(day, date)))
  const active = registered.filter((group) => age(group) <= 90)
  const lessActive = registered.filter((group) => age(group) > 90 && age(group) <= 180)
  const places = (some: Facts['groups'], length: number) =>
    new Set(some.map(({ villageCode }) => villageCode.slice(0, length))).size
  const days = here.flatMap((group) => group.days).filter((day) => day <= date)
  const villages = villageCodes.filter((village) => village.startsWith(code))
  return {
    groups: registered.length,
    activeGroups: active.length,
    lessActiveGroups: lessActive.length,
    villagesWithGroup: places(registered, 10),
    villagesActive: places(active, 10),
    districtsWithGroup: places(registered, 6),
    districtsActive: places(active, 6),
    activities: days.length,
    recentActivities: days.filter((day) => daysBetween(day, date) < 30).length,
    villages: villages.length,
    districts: new Set(villages.map((village) => village.slice(0, 6))).size,
  }
}
