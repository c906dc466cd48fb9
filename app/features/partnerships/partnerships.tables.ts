import { sql } from 'drizzle-orm'
import type { Kit } from '~/platform/db/kit'
import type { AssessmentContent, FundingSource, PartnershipKind } from './partnerships.schema'
import type { PartnershipStatus } from './partnerships.state'

type ActivitiesTables = ReturnType<
  typeof import('~/features/activities/activities.tables').defineActivitiesTables
>

interface Needs {
  partners: ReturnType<typeof import('~/features/partners/partners.tables').definePartnersTables>['partners']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  topics: ReturnType<typeof import('~/features/choices/choices.tables').defineChoicesTables>['topics']
  activities: ActivitiesTables['activities']
}

/** What binds an office with a partner or a group (kemitraan), and what happened under it. */
export function definePartnershipsTables(
  kit: Kit,
  { partners, groups, accounts, topics, activities }: Needs,
) {
  const partnerships = kit.table(
    'partnerships',
    {
      /** Made by the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      /** One of the two: a partner, or a group. */
      partnerId: kit.text('partner_id').references(() => partners.id),
      groupId: kit.text('group_id').references(() => groups.id),
      status: kit.text('status').$type<PartnershipStatus>().notNull(),
      statusSince: kit.instant('status_since').notNull(),
      /** Why it was broken off. */
      statusReason: kit.text('status_reason'),
      kind: kit.text('kind').$type<PartnershipKind>().notNull(),
      title: kit.text('title').notNull(),
      /** Title and number as they are searched. */
      searchKey: kit.text('search_key').notNull(),
      number: kit.text('number'),
      /** Local dates of the office; without a last day it holds until it is broken off. */
      startsOn: kit.text('starts_on').notNull(),
      endsOn: kit.text('ends_on'),
      scope: kit.text('scope').notNull(),
      officeDuties: kit.text('office_duties'),
      partnerDuties: kit.text('partner_duties'),
      /** A line of the budget, `2.16.02.2.01.08`. */
      budgetCode: kit.text('budget_code'),
      fundingSource: kit.text('funding_source').$type<FundingSource>(),
      /** Who answers for it at the office. */
      responsible: kit.text('responsible'),
      /** The office shows it to everyone while it is in force. */
      isPublic: kit.boolean('is_public').notNull(),
      /** The partnership of which this is the next term. */
      renewedFromId: kit.text('renewed_from_id'),
      /** SHA-256 of what was first sent, so that the same id with other content is noticed. */
      sentHash: kit.text('sent_hash').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      version: kit.integer('version').notNull().default(1),
      /** The office: both empty for the nation, the regency empty for a province. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      /** The district in which the partner or the group lies; empty when it is wider than that. */
      districtCode: kit.text('district_code').notNull(),
    },
    (t) => [
      kit.index('partnerships_latest').on(t.startsOn, t.id),
      kit.index('partnerships_province').on(t.provinceCode, t.startsOn, t.id),
      kit.index('partnerships_regency').on(t.regencyCode, t.startsOn, t.id),
      kit.index('partnerships_district').on(t.districtCode, t.startsOn, t.id),
      kit.index('partnerships_calendar').on(t.status, t.endsOn),
      kit.index('partnerships_partner').on(t.partnerId, t.startsOn),
      kit.index('partnerships_group').on(t.groupId, t.startsOn),
      // A term has one next term; one that came to nothing leaves room for another.
      kit.uniqueIndex('partnerships_one_renewal').on(t.renewedFromId).where(sql`status <> 'broken_off'`),
      kit.index('partnerships_created_by').on(t.createdBy),
    ],
  )
  const partnershipTopics = kit.table(
    'partnership_topics',
    {
      partnershipId: kit
        .text('partnership_id')
        .notNull()
        .references(() => partnerships.id),
      topicCode: kit
        .text('topic_code')
        .notNull()
        .references(() => topics.code),
    },
    (t) => [
      kit.primaryKey({ columns: [t.partnershipId, t.topicCode] }),
      kit.index('partnership_topics_topic').on(t.topicCode, t.partnershipId),
    ],
  )
  /** Every status it had, from the first on. */
  const partnershipSteps = kit.table(
    'partnership_steps',
    {
      id: kit.id().primaryKey(),
      partnershipId: kit
        .text('partnership_id')
        .notNull()
        .references(() => partnerships.id),
      status: kit.text('status').$type<PartnershipStatus>().notNull(),
      at: kit.instant('at').notNull(),
      /** Empty when the calendar did it. */
      byAccount: kit.text('by_account').references(() => accounts.id),
      reason: kit.text('reason'),
    },
    (t) => [
      kit.index('partnership_steps_partnership').on(t.partnershipId, t.at, t.id),
      kit.index('partnership_steps_by_account').on(t.byAccount),
    ],
  )
  /** Activities of groups that happened under it. */
  const partnershipActivities = kit.table(
    'partnership_activities',
    {
      partnershipId: kit
        .text('partnership_id')
        .notNull()
        .references(() => partnerships.id),
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      linkedBy: kit
        .text('linked_by')
        .notNull()
        .references(() => accounts.id),
      linkedAt: kit.instant('linked_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.partnershipId, t.activityId] }),
      kit.index('partnership_activities_activity').on(t.activityId),
      kit.index('partnership_activities_linked_by').on(t.linkedBy),
    ],
  )
  /** How both sides saw a year, with what was said before it was changed: the highest version is in force. */
  const partnershipAssessments = kit.table(
    'partnership_assessments',
    {
      partnershipId: kit
        .text('partnership_id')
        .notNull()
        .references(() => partnerships.id),
      year: kit.integer('year').notNull(),
      version: kit.integer('version').notNull(),
      content: kit.json<AssessmentContent>('content').notNull(),
      savedBy: kit
        .text('saved_by')
        .notNull()
        .references(() => accounts.id),
      savedAt: kit.instant('saved_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.partnershipId, t.year, t.version] }),
      kit.index('partnership_assessments_saved_by').on(t.savedBy),
    ],
  )
  /** One row for each reminder given: the key keeps anyone from being told twice. */
  const partnershipReminders = kit.table(
    'partnership_reminders',
    {
      partnershipId: kit
        .text('partnership_id')
        .notNull()
        .references(() => partnerships.id),
      /** The last day of which it told: one that is put off is reminded of again. */
      endsOn: kit.text('ends_on').notNull(),
      /** 90 or 30. */
      daysBefore: kit.integer('days_before').notNull(),
      remindedAt: kit.instant('reminded_at').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.partnershipId, t.endsOn, t.daysBefore] })],
  )
  /**
   * How many partnerships of each status offices in a region have; in a district, how many have their partner there.
   * Kept in the transaction of the change; the nation is `00`.
   */
  const partnershipRollups = kit.table(
    'partnership_rollups',
    {
      regionCode: kit.text('region_code').primaryKey(),
      /** The province and regency in which the region lies, itself included; empty above. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      proposed: kit.integer('proposed').notNull().default(0),
      active: kit.integer('active').notNull().default(0),
      ending: kit.integer('ending').notNull().default(0),
      ended: kit.integer('ended').notNull().default(0),
      brokenOff: kit.integer('broken_off').notNull().default(0),
    },
    (t) => [
      kit.index('partnership_rollups_province').on(t.provinceCode),
      kit.index('partnership_rollups_regency').on(t.regencyCode),
    ],
  )
  return {
    partnerships,
    partnershipTopics,
    partnershipSteps,
    partnershipActivities,
    partnershipAssessments,
    partnershipReminders,
    partnershipRollups,
  }
}
