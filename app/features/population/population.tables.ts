import type { Kit } from '~/platform/db/kit'
import type { PopulationProblem, PopulationRow } from './population.schema'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** How many people live where, as an office imported it, with its source. */
export function definePopulationTables(kit: Kit, { regions, accounts }: Needs) {
  /** A file of figures on its way in: read and tried, then taken whole or thrown away. */
  const populationImports = kit.table(
    'population_imports',
    {
      /** Made by the form: sent twice it is kept once. */
      id: kit.id().primaryKey(),
      status: kit.text('status').$type<'checked' | 'applied' | 'discarded'>().notNull(),
      fileName: kit.text('file_name').notNull(),
      /** Who counted: "Dukcapil Semester I 2026", "BPS, Proyeksi Penduduk". */
      source: kit.text('source').notNull(),
      year: kit.integer('year').notNull(),
      /** The sheet's name; empty for a CSV file. */
      sheet: kit.text('sheet').notNull().default(''),
      rows: kit.json<PopulationRow[]>('rows').notNull(),
      problems: kit.json<PopulationProblem[]>('problems').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      appliedAt: kit.instant('applied_at'),
      /** Of the office, empty where it is the country's or a province's. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('population_imports_latest').on(t.createdAt, t.id),
      kit.index('population_imports_province').on(t.provinceCode, t.createdAt),
      kit.index('population_imports_regency').on(t.regencyCode, t.createdAt),
      kit.index('population_imports_created_by').on(t.createdBy),
    ],
  )
  /** What holds of a region and a year: of several imports the last one. */
  const populationFigures = kit.table(
    'population_figures',
    {
      regionCode: kit
        .text('region_code')
        .notNull()
        .references(() => regions.code),
      year: kit.integer('year').notNull(),
      total: kit.integer('total').notNull(),
      /** Aged 16 to 64. */
      target: kit.integer('target').notNull(),
      source: kit.text('source').notNull(),
      importId: kit
        .text('import_id')
        .notNull()
        .references(() => populationImports.id),
    },
    (t) => [
      kit.primaryKey({ columns: [t.regionCode, t.year] }),
      kit.index('population_figures_import').on(t.importId),
    ],
  )
  return { populationImports, populationFigures }
}
