import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { MultiPolygon } from 'geojson'
import type { RegionLevel } from '~/features/regions/regions.tables'
import type { Instant } from '~/platform/clock'
import { prepared } from '~/platform/db/prepared'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * The outlines of the regions of a level directly below one (`00` for the provinces), by code, for a map about
 * 1,000 px wide. Only what was imported: a region that is missing here is shown as a symbol.
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

/** The coarser outlines of every imported region of a level, by code, for the map of the whole country. */
export async function coarseBoundaries(
  { db, tables: { boundaries } }: Reading,
  level: RegionLevel,
): Promise<Map<string, MultiPolygon>> {
  const rows = await db
    .select({ code: boundaries.regionCode, coarse: boundaries.coarse })
    .from(boundaries)
    .where(eq(boundaries.level, level))
    .orderBy(asc(boundaries.regionCode))
  return new Map(rows.map(({ code, coarse }) => [code, coarse]))
}

/** The outline of one region; null when none was imported. */
export async function boundaryOf(
  { db, tables: { boundaries } }: Reading,
  code: string,
): Promise<MultiPolygon | null> {
  const [row] = await db
    .select({ shape: boundaries.shape })
    .from(boundaries)
    .where(eq(boundaries.regionCode, code))
  return row?.shape ?? null
}

export interface BoundarySource {
  source: string
  importedAt: Instant
}

/** Where the outlines in use come from, newest first, for the foot of a map; empty when there are none. */
export async function boundarySources({
  db,
  tables: { boundaries, boundaryImports },
}: Reading): Promise<BoundarySource[]> {
  const used = await db.selectDistinct({ id: boundaries.importId }).from(boundaries)
  if (used.length === 0) return []
  const rows = await db
    .select({ source: boundaryImports.source, importedAt: boundaryImports.importedAt })
    .from(boundaryImports)
    .where(
      inArray(
        boundaryImports.id,
        used.map(({ id }) => id),
      ),
    )
  return rows.sort((a, b) => b.importedAt - a.importedAt || (a.source < b.source ? -1 : 1))
}
