import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { MultiPolygon } from 'geojson'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * The outlines of the regions of a level directly below one, by code, for a map of it about 1,000 px wide. Only what was
 * imported: a region that is missing here is shown as a symbol.
 * Points are [longitude, latitude] and exterior rings run clockwise, as d3-geo wants.
 */
export async function boundariesOf(
  { db, tables: { boundaries } }: Reading,
  parentCode: string,
  level: RegionLevel,
): Promise<Map<string, MultiPolygon>> {
  const below = prepared(db, 'boundaries', () =>
    db
      .select({ code: boundaries.regionCode, shape: boundaries.shape })
      .from(boundaries)
      .where(
        and(
          eq(boundaries.parentCode, sql.placeholder('parentCode')),
          eq(boundaries.level, sql.placeholder('level')),
        ),
      )
      .orderBy(asc(boundaries.regionCode)),
  )
  const rows = await below.execute({ parentCode, level })
  return new Map(rows.map(({ code, shape }) => [code, shape]))
}

/** The coarser outlines of the provinces and regencies that were imported, by code, for the map of the whole country. */
export async function coarseBoundaries({
  db,
  tables: { boundaries },
}: Reading): Promise<Map<string, MultiPolygon>> {
  const rows = await db
    .select({ code: boundaries.regionCode, coarse: boundaries.coarse })
    .from(boundaries)
    .where(inArray(boundaries.level, ['province', 'regency']))
    .orderBy(asc(boundaries.regionCode))
  return new Map(rows.map(({ code, coarse }) => [code, coarse]))
}

/** Where the outlines of regions come from, newest first, for the foot of a map that shows these. */
export async function boundarySources(
  { db, tables: { boundaries, boundaryImports } }: Reading,
  codes: string[],
): Promise<string[]> {
  if (codes.length === 0) return []
  const { source, importedAt } = boundaryImports
  const rows = await db
    .select({ source })
    .from(boundaries)
    .innerJoin(boundaryImports, eq(boundaryImports.id, boundaries.importId))
    .where(inArray(boundaries.regionCode, codes))
    .groupBy(source)
    .orderBy(desc(max(importedAt)), asc(source))
  return rows.map((row) => row.source)
}
