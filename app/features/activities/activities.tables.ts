import type { Kit } from '~/platform/db/kit'
import type {
  ActivityContent,
  ActivityEventKind,
  ActivityFunction,
  Channel,
  HoaxClarification,
  ReachSource,
} from './activities.schema'
import type { ActivityStatus } from './activities.state'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  topics: ReturnType<typeof import('~/features/choices/choices.tables').defineChoicesTables>['topics']
}

/** What groups report that they did (kegiatan), with channels, photos, versions and what was said about it. */
export function defineActivitiesTables(kit: Kit, { regions, groups, accounts, topics }: Needs) {
  const activities = kit.table(
    'activities',
    {
      /** Made by the browser or the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      status: kit.text('status').$type<ActivityStatus>().notNull(),
      statusSince: kit.instant('status_since').notNull(),
      /** The day on which it happened, where the group is, yyyy-mm-dd. */
      localDate: kit.text('local_date').notNull(),
      zone: kit.text('zone').$type<import('~/platform/calendar').Zone>().notNull(),
      title: kit.text('title').notNull(),
      /** The title as it is searched: lower case, no accents, single spaces. */
      titleKey: kit.text('title_key').notNull(),
      story: kit.text('story').notNull(),
      topicCode: kit
        .text('topic_code')
        .notNull()
        .references(() => topics.code),
      /** People reached, as the group tells it; empty when it does not know. */
      reach: kit.integer('reach'),
      reachSource: kit.text('reach_source').$type<ReachSource>(),
      reachEstimated: kit.boolean('reach_estimated').notNull().default(false),
      /** People present. */
      men: kit.integer('men'),
      women: kit.integer('women'),
      partners: kit.text('partners'),
      hoax: kit.json<HoaxClarification | null>('hoax'),
      /** The group agreed that everyone may read it once it is confirmed. */
      isPublic: kit.boolean('is_public').notNull(),
      /** Where it happened: the group's own village, or another. */
      placeCode: kit
        .text('place_code')
        .notNull()
        .references(() => regions.code),
      /** SHA-256 of what was first sent, so that the same id with other content is noticed. */
      sentHash: kit.text('sent_hash').notNull(),
      reportedBy: kit
        .text('reported_by')
        .notNull()
        .references(() => accounts.id),
      reportedAt: kit.instant('reported_at').notNull(),
      /** Set when it was changed after a confirmation that still stands. */
      editedSinceConfirmed: kit.boolean('edited_since_confirmed').notNull().default(false),
      version: kit.integer('version').notNull().default(1),
      /** The group's, for scope. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit.text('village_code').notNull(),
    },
    (t) => [
      kit.index('activities_group').on(t.groupId, t.localDate, t.id),
      kit.index('activities_province').on(t.provinceCode, t.localDate, t.id),
      kit.index('activities_regency').on(t.regencyCode, t.localDate, t.id),
      kit.index('activities_waiting').on(t.regencyCode, t.status, t.localDate, t.id),
      kit.index('activities_province_status').on(t.provinceCode, t.status, t.localDate, t.id),
      kit.index('activities_latest').on(t.localDate, t.id),
      kit.index('activities_topic').on(t.topicCode),
      kit.index('activities_place').on(t.placeCode),
      kit.index('activities_reported_by').on(t.reportedBy),
    ],
  )
  const activityFunctions = kit.table(
    'activity_functions',
    {
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      function: kit.text('function').$type<ActivityFunction>().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.activityId, t.function] })],
  )
  const activityChannels = kit.table(
    'activity_channels',
    {
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      channel: kit.text('channel').$type<Channel>().notNull(),
      platform: kit.text('platform'),
      link: kit.text('link'),
    },
    (t) => [kit.primaryKey({ columns: [t.activityId, t.channel] })],
  )
  /** Pictures, re-encoded; a large one for looking and a small one for lists, both under their hash in the storage. */
  const activityPhotos = kit.table(
    'activity_photos',
    {
      /** Made by the browser, or from the file when the form came without a script. */
      id: kit.id().primaryKey(),
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      sha256: kit.text('sha256').notNull(),
      smallSha256: kit.text('small_sha256').notNull(),
      width: kit.integer('width').notNull(),
      height: kit.integer('height').notNull(),
      bytes: kit.integer('bytes').notNull(),
      uploadedBy: kit
        .text('uploaded_by')
        .notNull()
        .references(() => accounts.id),
      uploadedAt: kit.instant('uploaded_at').notNull(),
      removedAt: kit.instant('removed_at'),
    },
    (t) => [
      kit.index('activity_photos_activity').on(t.activityId, t.removedAt),
      /** The same picture on two activities. */
      kit.index('activity_photos_picture').on(t.sha256),
      kit.index('activity_photos_uploaded_by').on(t.uploadedBy),
    ],
  )
  /** What an activity said before it was changed, from its first sending on. */
  const activityVersions = kit.table(
    'activity_versions',
    {
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      version: kit.integer('version').notNull(),
      content: kit.json<ActivityContent>('content').notNull(),
      savedBy: kit
        .text('saved_by')
        .notNull()
        .references(() => accounts.id),
      savedAt: kit.instant('saved_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.activityId, t.version] }),
      kit.index('activity_versions_saved_by').on(t.savedBy),
    ],
  )
  /** What happened to an activity and what was said, for the group and its office. */
  const activityEvents = kit.table(
    'activity_events',
    {
      id: kit.id().primaryKey(),
      activityId: kit
        .text('activity_id')
        .notNull()
        .references(() => activities.id),
      kind: kit.text('kind').$type<ActivityEventKind>().notNull(),
      comment: kit.text('comment'),
      byAccount: kit
        .text('by_account')
        .notNull()
        .references(() => accounts.id),
      /** True when an office did it; the group then reads the office's name, not the officer's. */
      byOffice: kit.boolean('by_office').notNull(),
      at: kit.instant('at').notNull(),
    },
    (t) => [
      kit.index('activity_events_activity').on(t.activityId, t.at, t.id),
      kit.index('activity_events_by_account').on(t.byAccount),
    ],
  )
  return {
    activities,
    activityFunctions,
    activityChannels,
    activityPhotos,
    activityVersions,
    activityEvents,
  }
}
