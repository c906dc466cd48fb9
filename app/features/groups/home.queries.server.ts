import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Place } from '~/features/regions/places'
import { NATION } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'

const LATEST = 5

/** How far KIM reach in one province. */
export interface ProvinceCount {
  code: string
  name: string
  registeredGroups: number
  villagesWithGroup: number
  villageCount: number
}

export interface HomeScreen {
  countedAt: Instant
  counts: {
    /** Groups whose number is issued and that are neither suspended nor closed. */
    registered: number
    /** Villages with at least one registered group, of all villages. */
    villagesWithGroup: number
    villageCount: number
  }
  provinces: ProvinceCount[]
  latest: { number: string; name: string; registeredAt: Instant; place: Place }[]
}

/** What the home page tells: counts from the roll-ups, each province's share, the newest groups. */
export async function homeScreen(services: Services): Promise<HomeScreen> {
  const now = services.clock()
  const [provinces, nation, latest] = await Promise.all([
    countProvinces(services),
    countNation(services),
    findLatest(services),
  ])
  return {
    countedAt: now,
    counts: {
      registered: nation.registeredGroups,
      villagesWithGroup: nation.villagesWithGroup,
      villageCount: provinces.reduce((sum, province) => sum + province.villageCount, 0),
    },
    provinces,
    latest,
  }
}

async function countProvinces({ store }: Services): Promise<ProvinceCount[]> {
  const { regions, regionRollups } = store.tables
  const rows = await store.read
    .select({ region: regions, rollup: regionRollups })
    .from(regions)
    .leftJoin(regionRollups, eq(regionRollups.regionCode, regions.code))
    .where(and(eq(regions.level, 'province'), isNull(regions.validUntil)))
    .orderBy(asc(regions.code))
  return rows.map(({ region, rollup }) => ({
    code: region.code,
    name: region.name,
    registeredGroups: rollup?.registeredGroups ?? 0,
    villagesWithGroup: rollup?.villagesWithGroup ?? 0,
    villageCount: region.villageCount,
  }))
}

async function countNation({ store }: Services) {
  const { regionRollups } = store.tables
  const [row] = await store.read.select().from(regionRollups).where(eq(regionRollups.regionCode, NATION))
  return row ?? { registeredGroups: 0, villagesWithGroup: 0 }
}

async function findLatest({ store }: Services): Promise<HomeScreen['latest']> {
  const { groups } = store.tables
  const rows = await store.read
    .select({
      number: groups.number,
      name: groups.name,
      registeredAt: groups.registeredAt,
      villageCode: groups.villageCode,
    })
    .from(groups)
    .where(eq(groups.status, 'registered'))
    .orderBy(desc(groups.registeredAt), desc(groups.id))
    .limit(LATEST)
  const places = await findPlaces(
    { db: store.read, tables: store.tables },
    rows.map((row) => row.villageCode),
  )
  return rows.flatMap(({ villageCode, ...row }) => {
    const place = places.get(villageCode)
    return place ? [{ ...row, place }] : []
  })
}
