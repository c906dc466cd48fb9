import { sql } from 'drizzle-orm'
import type { Kit } from '~/platform/db/kit'
import type {
  FollowUp,
  ImportCounts,
  ImportStatus,
  ListLayout,
  RowClass,
  RowContent,
  RowSource,
} from './mapping.schema'
import type { MappingStatus } from './mapping.state'
import type { MappingFacts } from './mapping-facts'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  applications: ReturnType<
    typeof import('~/features/registration/registration.tables').defineRegistrationTables
  >['applications']
  communityKinds: ReturnType<
    typeof import('~/features/choices/choices.tables').defineChoicesTables
  >['communityKinds']
}

/** Mappings (pemetaan) of a regency: the communities found in its villages, and what is to become of them. */
export function defineMappingTables(
  kit: Kit,
  { regions, groups, accounts, applications, communityKinds }: Needs,
) {
  const mappings = kit.table(
    'mappings',
    {
      /** Made with the empty form: sending it twice makes one. */
      id: kit.id().primaryKey(),
      status: kit.text('status').$type<MappingStatus>().notNull(),
      statusSince: kit.instant('status_since').notNull(),
      title: kit.text('title').notNull(),
      /** Local dates between which the office means to look. */
      beginsOn: kit.text('begins_on').notNull(),
      endsOn: kit.text('ends_on').notNull(),
      /** The settled mapping from which this one started. */
      previousId: kit.text('previous_id'),
      /** Given when it is settled. */
      number: kit.text('number'),
      settledOn: kit.text('settled_on'),
      /** All that the document prints beyond the locked rows, so that the same facts give the same bytes. */
      facts: kit.json<MappingFacts | null>('facts'),
      /** Of the document; empty until the job has stored it. */
      sha256: kit.text('sha256'),
      bytes: kit.integer('bytes'),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit
        .text('regency_code')
        .notNull()
        .references(() => regions.code),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('mappings_regency').on(t.regencyCode, t.createdAt, t.id),
      kit.index('mappings_province').on(t.provinceCode, t.createdAt, t.id),
      // Whatever order things happen in, a regency never has two that are open.
      kit.uniqueIndex('mappings_one_open').on(t.regencyCode).where(sql`status <> 'settled'`),
      kit.uniqueIndex('mappings_number').on(t.number),
      kit.index('mappings_created_by').on(t.createdBy),
    ],
  )
  const mappingRows = kit.table(
    'mapping_rows',
    {
      /** Made by the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      /** The same community in the mapping before. */
      predecessorId: kit.text('predecessor_id'),
      /**
       * `merged` and `removed` rows are kept, counted nowhere, and can be brought back. `arriving` ones belong to a
       * list that is being taken in; nobody sees them until all are there.
       */
      state: kit.text('state').$type<'live' | 'merged' | 'removed' | 'arriving'>().notNull(),
      source: kit.text('source').$type<RowSource>().notNull(),
      class: kit.text('class').$type<RowClass>().notNull(),
      /** The group that it is, or has become. */
      groupId: kit.text('group_id').references(() => groups.id),
      name: kit.text('name').notNull(),
      nameKey: kit.text('name_key').notNull(),
      kindCode: kit.text('kind_code').references(() => communityKinds.code),
      /** Not public: for the office alone. */
      contactName: kit.text('contact_name'),
      /** An e-mail address, or a mobile number in E.164. */
      contact: kit.text('contact'),
      channels: kit.text('channels'),
      audience: kit.text('audience'),
      topics: kit.text('topics'),
      strength: kit.text('strength'),
      gap: kit.text('gap'),
      followUp: kit.text('follow_up').$type<FollowUp>().notNull(),
      surveyedBy: kit.text('surveyed_by'),
      /** Local date. */
      surveyedOn: kit.text('surveyed_on'),
      /** The list that it came in with. */
      importId: kit.text('import_id'),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      updatedAt: kit.instant('updated_at').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit
        .text('village_code')
        .notNull()
        .references(() => regions.code),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      // The list walks these by village and name, so that a page costs its rows.
      kit.index('mapping_rows_list').on(t.mappingId, t.state, t.villageCode, t.nameKey, t.id),
      kit.index('mapping_rows_class').on(t.mappingId, t.state, t.class, t.villageCode, t.nameKey, t.id),
      kit
        .index('mapping_rows_follow_up')
        .on(t.mappingId, t.state, t.followUp, t.villageCode, t.nameKey, t.id),
      kit.uniqueIndex('mapping_rows_group').on(t.groupId, t.mappingId),
      kit.index('mapping_rows_predecessor').on(t.predecessorId),
      kit.index('mapping_rows_village').on(t.villageCode),
      kit.index('mapping_rows_kind').on(t.kindCode),
      kit.index('mapping_rows_created_by').on(t.createdBy),
    ],
  )
  /** How many live rows of each class and follow-up a district has; kept in the transaction of the row. */
  const mappingCounts = kit.table(
    'mapping_counts',
    {
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      districtCode: kit.text('district_code').notNull(),
      class: kit.text('class').$type<RowClass>().notNull(),
      followUp: kit.text('follow_up').$type<FollowUp>().notNull(),
      rows: kit.integer('rows').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.mappingId, t.districtCode, t.class, t.followUp] })],
  )
  /** Two rows that were one community; what the kept one said before, so that it can be undone exactly. */
  const mappingMerges = kit.table(
    'mapping_merges',
    {
      id: kit.id().primaryKey(),
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      keptId: kit
        .text('kept_id')
        .notNull()
        .references(() => mappingRows.id),
      mergedId: kit
        .text('merged_id')
        .notNull()
        .references(() => mappingRows.id),
      keptBefore: kit.json<RowContent>('kept_before').notNull(),
      /** The version of the kept row right after the merge: the same means that nobody has changed it since. */
      keptVersion: kit.integer('kept_version').notNull(),
      mergedBy: kit
        .text('merged_by')
        .notNull()
        .references(() => accounts.id),
      mergedAt: kit.instant('merged_at').notNull(),
      undoneAt: kit.instant('undone_at'),
    },
    (t) => [
      kit.index('mapping_merges_mapping').on(t.mappingId, t.mergedAt),
      kit.index('mapping_merges_kept').on(t.keptId),
      kit.index('mapping_merges_merged').on(t.mergedId),
      kit.index('mapping_merges_by').on(t.mergedBy),
    ],
  )
  /** Two rows with like names of which the office said that they are different; the smaller id first. */
  const mappingDistinct = kit.table(
    'mapping_distinct',
    {
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      firstId: kit.text('first_id').notNull(),
      secondId: kit.text('second_id').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.mappingId, t.firstId, t.secondId] })],
  )
  /** A candidate that is asked to register as a KIM; the application that came of it stays linked. */
  const mappingInvitations = kit.table(
    'mapping_invitations',
    {
      id: kit.id().primaryKey(),
      rowId: kit
        .text('row_id')
        .notNull()
        .references(() => mappingRows.id),
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      /** SHA-256 of the token in the link. */
      tokenHash: kit.text('token_hash').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      expiresAt: kit.instant('expires_at').notNull(),
      revokedAt: kit.instant('revoked_at'),
      applicationId: kit.text('application_id').references(() => applications.id),
    },
    (t) => [
      kit.uniqueIndex('mapping_invitations_token').on(t.tokenHash),
      kit.index('mapping_invitations_row').on(t.rowId, t.createdAt),
      kit.index('mapping_invitations_mapping').on(t.mappingId),
      kit.index('mapping_invitations_created_by').on(t.createdBy),
      kit.uniqueIndex('mapping_invitations_application').on(t.applicationId),
    ],
  )
  /** A list on its way into a mapping: kept as a file, tried by a job, then taken in whole or not at all. */
  const mappingImports = kit.table(
    'mapping_imports',
    {
      /** Made with the form: sending it twice keeps one list. */
      id: kit.id().primaryKey(),
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      status: kit.text('status').$type<ImportStatus>().notNull(),
      fileName: kit.text('file_name').notNull(),
      sha256: kit.text('sha256').notNull(),
      layout: kit.json<ListLayout | null>('layout'),
      counts: kit.json<ImportCounts | null>('counts'),
      /** Why the file could not be read at all. */
      refusal: kit.text('refusal'),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      appliedAt: kit.instant('applied_at'),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('mapping_imports_mapping').on(t.mappingId, t.createdAt),
      kit.index('mapping_imports_created_by').on(t.createdBy),
    ],
  )
  /** What is wrong with cells of a list; the first some hundred, the rest is counted. */
  const mappingImportProblems = kit.table(
    'mapping_import_problems',
    {
      importId: kit
        .text('import_id')
        .notNull()
        .references(() => mappingImports.id),
      at: kit.integer('at').notNull(),
      sheet: kit.text('sheet').notNull(),
      row: kit.integer('row').notNull(),
      /** The spreadsheet's letter; empty for the whole row. */
      column: kit.text('column_letter').notNull(),
      value: kit.text('value').notNull(),
      message: kit.text('message').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.importId, t.at] })],
  )
  /** What settled mappings found in the villages of each district, for the map. */
  const mappingFindings = kit.table(
    'mapping_findings',
    {
      districtCode: kit.text('district_code').notNull(),
      settledOn: kit.text('settled_on').notNull(),
      mappingId: kit
        .text('mapping_id')
        .notNull()
        .references(() => mappings.id),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      /** Villages of the district on that day, those with a candidate, and those with neither KIM nor candidate. */
      villages: kit.integer('villages').notNull(),
      withCandidate: kit.integer('with_candidate').notNull(),
      withNothing: kit.integer('with_nothing').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.districtCode, t.settledOn, t.mappingId] }),
      kit.index('mapping_findings_mapping').on(t.mappingId),
      kit.index('mapping_findings_regency').on(t.regencyCode, t.settledOn),
      kit.index('mapping_findings_province').on(t.provinceCode, t.settledOn),
    ],
  )
  /** The sum of a settled mapping's findings, so that the map of the country reads a row for each regency. */
  const mappingResults = kit.table(
    'mapping_results',
    {
      mappingId: kit
        .text('mapping_id')
        .primaryKey()
        .references(() => mappings.id),
      settledOn: kit.text('settled_on').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districts: kit.integer('districts').notNull(),
      villages: kit.integer('villages').notNull(),
      withCandidate: kit.integer('with_candidate').notNull(),
      withNothing: kit.integer('with_nothing').notNull(),
    },
    (t) => [
      kit.index('mapping_results_regency').on(t.regencyCode, t.settledOn),
      kit.index('mapping_results_province').on(t.provinceCode, t.settledOn),
    ],
  )
  return {
    mappings,
    mappingRows,
    mappingCounts,
    mappingMerges,
    mappingDistinct,
    mappingInvitations,
    mappingImports,
    mappingImportProblems,
    mappingFindings,
    mappingResults,
  }
}
