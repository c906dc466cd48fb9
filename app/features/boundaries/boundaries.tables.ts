import type { MultiPolygon } from 'geojson'
import type { RegionLevel } from '~/features/regions/regions.tables'
import type { Kit } from '~/platform/db/kit'

/** Imported outlines of regions; where there is none, maps show a symbol. */
export function defineBoundariesTables(kit: Kit) {
  const boundaryImports = kit.table(
    'boundary_imports',
    {
      id: kit.id().primaryKey(),
      /** What the map names as its source. */
      source: kit.text('source').notNull(),
      /** Of the files and of how they were read: the same again changes nothing. */
      sha256: kit.text('sha256').notNull(),
      regions: kit.integer('regions').notNull(),
      importedAt: kit.instant('imported_at').notNull(),
    },
    (t) => [kit.uniqueIndex('boundary_imports_sha256').on(t.sha256)],
  )
  const boundaries = kit.table(
    'boundaries',
    {
      regionCode: kit.text('region_code').primaryKey(),
      level: kit.text('level').$type<RegionLevel>().notNull(),
      /** The region above, whose map shows it; `00` for a province. */
      parentCode: kit.text('parent_code').notNull(),
      /** Simplified together with its neighbours: [longitude, latitude], exterior rings clockwise as d3-geo wants. */
      shape: kit.json<MultiPolygon>('shape').notNull(),
      /** Coarser, for the map of the whole country. */
      coarse: kit.json<MultiPolygon>('coarse').notNull(),
      importId: kit
        .text('import_id')
        .notNull()
        .references(() => boundaryImports.id),
    },
    (t) => [
      kit.index('boundaries_parent').on(t.parentCode, t.level),
      kit.index('boundaries_level').on(t.level),
      kit.index('boundaries_import').on(t.importId),
    ],
  )
  return { boundaryImports, boundaries }
}
