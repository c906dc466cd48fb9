import type { Zone } from '~/platform/calendar'
import type { Kit } from '~/platform/db/kit'
import type {
  AttendanceFacts,
  EventKind,
  InvitationCriteria,
  InvitationReply,
  PresenceWay,
} from './events.kinds'
import type { DecisionState, EventStatus } from './events.state'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  partnerships: ReturnType<
    typeof import('~/features/partnerships/partnerships.tables').definePartnershipsTables
  >['partnerships']
}

/** Events of an office (forum, bimtek, sosialisasi, rakor): who was invited, who came, what was decided and issued. */
export function defineEventsTables(kit: Kit, { regions, groups, accounts, partnerships }: Needs) {
  const events = kit.table(
    'events',
    {
      /** Made by the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      /** Whose event it is: a regency, a province, or `00` for the country. */
      officeCode: kit.text('office_code').notNull(),
      /** The province of the office, `00` for the country: provinces read their regencies' events. */
      provinceCode: kit.text('province_code').notNull(),
      status: kit.text('status').$type<EventStatus>().notNull(),
      statusSince: kit.instant('status_since').notNull(),
      /** Why it was cancelled. */
      statusReason: kit.text('status_reason'),
      kind: kit.text('kind').$type<EventKind>().notNull(),
      title: kit.text('title').notNull(),
      /** As it is searched: lower case, no accents, single spaces. */
      titleKey: kit.text('title_key').notNull(),
      purpose: kit.text('purpose').notNull(),
      venue: kit.text('venue'),
      placeCode: kit.text('place_code').references(() => regions.code),
      onlineUrl: kit.text('online_url'),
      zone: kit.text('zone').$type<Zone>().notNull(),
      startsAt: kit.instant('starts_at').notNull(),
      endsAt: kit.instant('ends_at').notNull(),
      /** Until when groups may answer and change their answer. */
      replyUntil: kit.instant('reply_until').notNull(),
      /** The most people that groups may register; empty without a limit. */
      capacity: kit.integer('capacity'),
      topics: kit.json<string[]>('topics').notNull(),
      /** The office's partnership under which it is held. */
      partnershipId: kit.text('partnership_id').references(() => partnerships.id),
      /** Kept as invitations are sent and answered and as people arrive. */
      invitedGroups: kit.integer('invited_groups').notNull().default(0),
      acceptedGroups: kit.integer('accepted_groups').notNull().default(0),
      declinedGroups: kit.integer('declined_groups').notNull().default(0),
      /** People named by groups or walked in. */
      registeredPeople: kit.integer('registered_people').notNull().default(0),
      presentPeople: kit.integer('present_people').notNull().default(0),
      /** SHA-256 of the committee's link; empty while there is none. */
      committeeHash: kit.text('committee_hash'),
      minutes: kit.text('minutes'),
      minutesAt: kit.instant('minutes_at'),
      /** `SA-9404-2026-003`: the numbers of the certificates begin with it. */
      certificateSeries: kit.text('certificate_series'),
      certificates: kit.integer('certificates').notNull().default(0),
      /** Counts the runs in which the whole was made for printing. */
      certificateRun: kit.integer('certificate_run').notNull().default(0),
      /** Of the PDF with all pages, once the job has stored it. */
      certificateSha256: kit.text('certificate_sha256'),
      certificateBytes: kit.integer('certificate_bytes'),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('events_office').on(t.officeCode, t.startsAt, t.id),
      kit.index('events_province').on(t.provinceCode, t.startsAt, t.id),
      kit.index('events_starts').on(t.startsAt, t.id),
      kit.index('events_place').on(t.placeCode),
      kit.index('events_partnership').on(t.partnershipId, t.startsAt),
      kit.index('events_created_by').on(t.createdBy),
      kit.uniqueIndex('events_committee').on(t.committeeHash),
    ],
  )
  const eventId = () =>
    kit
      .text('event_id')
      .notNull()
      .references(() => events.id)
  /** Each sending of invitations: whom it looked for, how many there were and how many of them were new. */
  const eventRounds = kit.table(
    'event_rounds',
    {
      /** Made by the form: sent twice it invites once. */
      id: kit.id().primaryKey(),
      eventId: eventId(),
      criteria: kit.json<InvitationCriteria>('criteria').notNull(),
      found: kit.integer('found').notNull(),
      invited: kit.integer('invited').notNull(),
      sentBy: kit
        .text('sent_by')
        .notNull()
        .references(() => accounts.id),
      sentAt: kit.instant('sent_at').notNull(),
    },
    (t) => [
      kit.index('event_rounds_event').on(t.eventId, t.sentAt),
      kit.index('event_rounds_sent_by').on(t.sentBy),
    ],
  )
  const eventInvitations = kit.table(
    'event_invitations',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      /** Copied from the group, so that the list is walked by an index. */
      groupKey: kit.text('group_key').notNull(),
      invitedAt: kit.instant('invited_at').notNull(),
      reply: kit.text('reply').$type<InvitationReply>(),
      note: kit.text('note'),
      repliedBy: kit.text('replied_by').references(() => accounts.id),
      repliedAt: kit.instant('replied_at'),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('event_invitations_once').on(t.eventId, t.groupId),
      kit.index('event_invitations_list').on(t.eventId, t.groupKey, t.id),
      kit.index('event_invitations_group').on(t.groupId, t.invitedAt),
      kit.index('event_invitations_replied_by').on(t.repliedBy),
    ],
  )
  /** In which regencies groups were invited, kept as they are: who asks for an office's latest event reads no groups. */
  const eventRegencies = kit.table(
    'event_regencies',
    {
      eventId: eventId(),
      regencyCode: kit.text('regency_code').notNull(),
      provinceCode: kit.text('province_code').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.eventId, t.regencyCode] })],
  )
  /** People by name only: named by their group, or walked in. */
  const eventAttendees = kit.table(
    'event_attendees',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      groupId: kit.text('group_id').references(() => groups.id),
      name: kit.text('name').notNull(),
      nameKey: kit.text('name_key').notNull(),
      /** Where someone without a group comes from. */
      origin: kit.text('origin'),
      /** Opens the person's ticket; stands in its QR code. */
      token: kit.text('token').notNull(),
      /** Six letters and figures to type at the door. */
      code: kit.text('code').notNull(),
      presentAt: kit.instant('present_at'),
      presentWay: kit.text('present_way').$type<PresenceWay>(),
      /** Who marked it; empty when the committee's link did. */
      markedBy: kit.text('marked_by').references(() => accounts.id),
      registeredAt: kit.instant('registered_at').notNull(),
    },
    (t) => [
      kit.uniqueIndex('event_attendees_token').on(t.token),
      kit.uniqueIndex('event_attendees_code').on(t.eventId, t.code),
      kit.index('event_attendees_list').on(t.eventId, t.nameKey, t.id),
      kit.index('event_attendees_group').on(t.groupId, t.eventId),
      kit.index('event_attendees_marked_by').on(t.markedBy),
    ],
  )
  const eventMaterials = kit.table(
    'event_materials',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      title: kit.text('title').notNull(),
      mime: kit.text('mime').notNull(),
      bytes: kit.integer('bytes').notNull(),
      pages: kit.integer('pages').notNull(),
      sha256: kit.text('sha256').notNull(),
      addedBy: kit
        .text('added_by')
        .notNull()
        .references(() => accounts.id),
      addedAt: kit.instant('added_at').notNull(),
      removedAt: kit.instant('removed_at'),
    },
    (t) => [
      kit.index('event_materials_event').on(t.eventId, t.addedAt),
      kit.index('event_materials_added_by').on(t.addedBy),
    ],
  )
  /** What was decided, who does it and until when; followed until it is done or dropped. */
  const eventDecisions = kit.table(
    'event_decisions',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      officeCode: kit.text('office_code').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      what: kit.text('what').notNull(),
      /** A group, or else who it is in words. */
      groupId: kit.text('group_id').references(() => groups.id),
      who: kit.text('who').notNull(),
      /** Local date of the event's place. */
      dueOn: kit.text('due_on').notNull(),
      state: kit.text('state').$type<DecisionState>().notNull(),
      stateSince: kit.instant('state_since').notNull(),
      note: kit.text('note'),
      remindedAt: kit.instant('reminded_at'),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('event_decisions_office').on(t.officeCode, t.state, t.dueOn, t.id),
      kit.index('event_decisions_province').on(t.provinceCode, t.state, t.dueOn, t.id),
      kit.index('event_decisions_due').on(t.state, t.dueOn, t.id),
      kit.index('event_decisions_event').on(t.eventId, t.dueOn),
      kit.index('event_decisions_group').on(t.groupId, t.state),
      kit.index('event_decisions_created_by').on(t.createdBy),
    ],
  )
  const eventCertificates = kit.table(
    'event_certificates',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      attendeeId: kit
        .text('attendee_id')
        .notNull()
        .references(() => eventAttendees.id),
      serial: kit.integer('serial').notNull(),
      /** Stands in the QR code; leads to the page that says whether the paper is real. */
      code: kit.text('code').notNull(),
      facts: kit.json<AttendanceFacts>('facts').notNull(),
      issuedAt: kit.instant('issued_at').notNull(),
    },
    (t) => [
      kit.uniqueIndex('event_certificates_attendee').on(t.attendeeId),
      kit.uniqueIndex('event_certificates_serial').on(t.eventId, t.serial),
      kit.uniqueIndex('event_certificates_code').on(t.code),
    ],
  )
  const eventEvaluations = kit.table(
    'event_evaluations',
    {
      id: kit.id().primaryKey(),
      eventId: eventId(),
      attendeeId: kit
        .text('attendee_id')
        .notNull()
        .references(() => eventAttendees.id),
      /** 1 to 5. */
      usefulness: kit.integer('usefulness').notNull(),
      clarity: kit.integer('clarity').notNull(),
      materials: kit.integer('materials').notNull(),
      organisation: kit.integer('organisation').notNull(),
      comment: kit.text('comment'),
      answeredAt: kit.instant('answered_at').notNull(),
    },
    (t) => [
      kit.uniqueIndex('event_evaluations_once').on(t.attendeeId),
      kit.index('event_evaluations_event').on(t.eventId, t.answeredAt),
    ],
  )
  return {
    events,
    eventRounds,
    eventInvitations,
    eventRegencies,
    eventAttendees,
    eventMaterials,
    eventDecisions,
    eventCertificates,
    eventEvaluations,
  }
}
