import type { Kit } from '~/platform/db/kit'
import type { Answers, ReviewItem } from './registration.schema'
import type { ApplicationStatus } from './registration.state'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** Applications to register a group, what the office said about each part, and their timeline. */
export function defineRegistrationTables(kit: Kit, { regions, groups, accounts }: Needs) {
  const applications = kit.table(
    'applications',
    {
      /** Made with the empty form: sending the form twice makes one application. */
      id: kit.id().primaryKey(),
      /** Nomor permohonan, short enough to read over the phone, given when it is first submitted. */
      reference: kit.text('reference'),
      status: kit.text('status').$type<ApplicationStatus>().notNull(),
      source: kit.text('source').$type<'online' | 'paper'>().notNull(),
      groupName: kit.text('group_name').notNull(),
      nameKey: kit.text('name_key').notNull(),
      /** What has been typed so far, one entry a section; a section may be incomplete. */
      answers: kit.json<Answers>('answers').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      updatedAt: kit.instant('updated_at').notNull(),
      submittedBy: kit.text('submitted_by').references(() => accounts.id),
      /** The latest submission; the first one stays in the timeline. */
      submittedAt: kit.instant('submitted_at'),
      /** End of the office's working-day limit for this submission. */
      dueAt: kit.instant('due_at'),
      assignedTo: kit.text('assigned_to').references(() => accounts.id),
      decidedBy: kit.text('decided_by').references(() => accounts.id),
      decidedAt: kit.instant('decided_at'),
      decisionReason: kit.text('decision_reason'),
      groupId: kit.text('group_id').references(() => groups.id),
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
      kit.uniqueIndex('applications_reference').on(t.reference),
      // The queue walks these in order of age, so that a page costs its rows however long the queue is.
      // With the limit beside it, what waits in many regencies is counted without reading the applications.
      kit.index('applications_regency').on(t.regencyCode, t.status, t.submittedAt, t.id, t.dueAt),
      kit.index('applications_decided').on(t.regencyCode, t.status, t.decidedAt, t.submittedAt),
      kit.index('applications_province').on(t.provinceCode, t.status, t.submittedAt, t.id),
      kit.index('applications_status').on(t.status, t.submittedAt, t.id),
      kit.index('applications_village').on(t.villageCode, t.nameKey),
      kit.index('applications_created_by').on(t.createdBy),
      kit.index('applications_submitted_by').on(t.submittedBy),
      kit.index('applications_assigned_to').on(t.assignedTo),
      kit.index('applications_decided_by').on(t.decidedBy),
      kit.index('applications_group').on(t.groupId),
    ],
  )
  /** The office's word on each section and document; only what is `needs_fix` goes back. */
  const applicationReviews = kit.table(
    'application_reviews',
    {
      applicationId: kit
        .text('application_id')
        .notNull()
        .references(() => applications.id),
      item: kit.text('item').$type<ReviewItem>().notNull(),
      verdict: kit.text('verdict').$type<'accepted' | 'needs_fix' | 'corrected'>().notNull(),
      reason: kit.text('reason'),
      reviewedBy: kit
        .text('reviewed_by')
        .notNull()
        .references(() => accounts.id),
      reviewedAt: kit.instant('reviewed_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.applicationId, t.item] }),
      kit.index('application_reviews_reviewed_by').on(t.reviewedBy),
    ],
  )
  /** The timeline that applicant and office both read. */
  const applicationEvents = kit.table(
    'application_events',
    {
      id: kit.id().primaryKey(),
      applicationId: kit
        .text('application_id')
        .notNull()
        .references(() => applications.id),
      status: kit.text('status').$type<ApplicationStatus>().notNull(),
      at: kit.instant('at').notNull(),
      /** Who did it, in the words that both sides may read: "Pemohon", "Dinas Kominfo Kabupaten Mimika". */
      byWhom: kit.text('by_whom').notNull(),
      note: kit.text('note'),
    },
    (t) => [kit.index('application_events_application').on(t.applicationId, t.at)],
  )
  return { applications, applicationReviews, applicationEvents }
}
