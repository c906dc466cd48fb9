import type { Kit } from '~/platform/db/kit'
import type { CellProblem } from './cells'
import type { ColumnMapping, ImportStatus } from './imports.schema'

interface Needs {
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** An office's existing list of KIM on its way into the registry: read, mapped, tried, then all or nothing. */
export function defineImportsTables(kit: Kit, { accounts }: Needs) {
  const imports = kit.table(
    'imports',
    {
      id: kit.id().primaryKey(),
      status: kit.text('status').$type<ImportStatus>().notNull(),
      fileName: kit.text('file_name').notNull(),
      /** The sheet's name, empty for a CSV file; ranges of its merged cells, `B3:B7`. */
      sheet: kit.text('sheet').notNull().default(''),
      merged: kit.json<string[]>('merged').notNull().default([]),
      /** The row of the headings as the spreadsheet counts it, and the headings. */
      headerRow: kit.integer('header_row').notNull().default(1),
      headers: kit.json<string[]>('headers').notNull(),
      mapping: kit.json<ColumnMapping>('mapping').notNull(),
      rowCount: kit.integer('row_count').notNull(),
      /** Rows with at least one problem, and rows that may repeat a group and are not confirmed yet. */
      problemCount: kit.integer('problem_count').notNull().default(0),
      duplicateCount: kit.integer('duplicate_count').notNull().default(0),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      appliedAt: kit.instant('applied_at'),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('imports_regency').on(t.regencyCode, t.createdAt),
      kit.index('imports_created_by').on(t.createdBy),
    ],
  )
  const importRows = kit.table(
    'import_rows',
    {
      importId: kit
        .text('import_id')
        .notNull()
        .references(() => imports.id),
      /** The row's number as the spreadsheet shows it. */
      row: kit.integer('row').notNull(),
      /** Without NIK; once the list is applied only the columns that were read. */
      cells: kit.json<string[]>('cells').notNull(),
      /** Columns, counted from 0, that hold a formula. */
      formulas: kit.json<number[]>('formulas').notNull().default([]),
      problems: kit.json<CellProblem[]>('problems').notNull(),
      /** Names of groups that this row may repeat. */
      duplicates: kit.json<string[]>('duplicates').notNull(),
      /** The officer said that this row is no repetition. */
      keepAnyway: kit.boolean('keep_anyway').notNull().default(false),
      /** Nomor registrasi of the group that this row became. */
      number: kit.text('number'),
    },
    (t) => [kit.primaryKey({ columns: [t.importId, t.row] })],
  )
  return { imports, importRows }
}
