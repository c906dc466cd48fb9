import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import type { PlaceName } from './places'
import type { RegionLevel } from './regions.tables'

export interface RegionStep extends PlaceName {
  level: RegionLevel
}

export interface DrillDown {
  /** From the province down to the region itself; empty for the whole country or an unknown code. */
  path: RegionStep[]
  /** The regions directly below, with their registered groups. */
  children: (RegionStep & { registeredGroups: number })[]
}

/** Where a region lies and what lies below it, for narrowing a list step by step without a script. */
export async function drillDown({ store }: Services, code: string | undefined): Promise<DrillDown> {
  const { regions, regionRollups } = store.tables
  const ancestors = code
    ? [2, 4, 6, 10].filter((end) => end <= code.length).map((end) => code.slice(0, end))
    : []
  const found =
    ancestors.length === 0
      ? []
      : await store.read
          .select()
          .from(regions)
          .where(inArray(regions.code, ancestors))
          .orderBy(asc(regions.code))
  const path = found.length === ancestors.length ? found : []
  const here = path.at(-1)
  if (code && !here) return { path: [], children: [] }
  const below = await store.read
    .select({ region: regions, rollup: regionRollups })
    .from(regions)
    .leftJoin(regionRollups, eq(regionRollups.regionCode, regions.code))
    .where(
      and(
        here ? eq(regions.parentCode, here.code) : eq(regions.level, 'province'),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.name), asc(regions.code))
  return {
    path: path.map(step),
    children: below.map(({ region, rollup }) => ({
      ...step(region),
      registeredGroups: rollup?.registeredGroups ?? 0,
    })),
  }
}

function step(region: { code: string; name: string; localWord: string; level: RegionLevel }): RegionStep {
  return { code: region.code, name: region.name, word: region.localWord, level: region.level }
}
