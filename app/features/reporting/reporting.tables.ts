import type { Kit } from '~/platform/db/kit'
import type { PeriodKind } from './periods'
import type {
  ApprovalAct,
  ApprovedNumbers,
  FundSource,
  ReminderKind,
  ReportEventKind,
  ReportNumbers,
} from './reporting-kinds'
import type { ReportStatus } from './reports.state'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** Periodic reports of groups (laporan berkala), what offices said of them, and the approval of whole periods. */
export function defineReportingTables(kit: Kit, { groups, accounts }: Needs) {
  /** What a group says beside its numbers. Whole rupiah. */
  const told = () => ({
    obstacles: kit.text('obstacles').notNull(),
    plans: kit.text('plans').notNull(),
    received: kit.integer('received'),
    spent: kit.integer('spent'),
    fundSource: kit.text('fund_source').$type<FundSource>(),
  })
  /** A period: its kind and first day. */
  const period = () => ({
    kind: kit.text('kind').$type<PeriodKind>().notNull(),
    from: kit.text('from_date').notNull(),
  })
  /** One for each group and period in which somebody wrote something; what is missing has no row. */
  const reports = kit.table(
    'reports',
    {
      /** Made by the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      ...period(),
      last: kit.text('last_date').notNull(),
      status: kit.text('status').$type<ReportStatus>().notNull(),
      statusSince: kit.instant('status_since').notNull(),
      ...told(),
      /** What the activities came to when it was sent last. */
      numbers: kit.json<ReportNumbers | null>('numbers'),
      /** How often it was sent. */
      edition: kit.integer('edition').notNull().default(0),
      /** It was sent first by the day on which it was due, where the group is. */
      onTime: kit.boolean('on_time').notNull().default(false),
      firstSentAt: kit.instant('first_sent_at'),
      sentBy: kit.text('sent_by').references(() => accounts.id),
      version: kit.integer('version').notNull().default(1),
      /** The group's, for scope. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit.text('village_code').notNull(),
    },
    (t) => [
      kit.uniqueIndex('reports_group').on(t.groupId, t.kind, t.from),
      kit.index('reports_province').on(t.provinceCode, t.kind, t.from, t.status),
      kit.index('reports_regency').on(t.regencyCode, t.kind, t.from, t.status),
      kit.index('reports_waiting').on(t.regencyCode, t.status, t.statusSince, t.id),
      kit.index('reports_sent_by').on(t.sentBy),
    ],
  )
  /** What a report said each time it was sent. */
  const reportEditions = kit.table(
    'report_editions',
    {
      reportId: kit
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      edition: kit.integer('edition').notNull(),
      ...told(),
      numbers: kit.json<ReportNumbers>('numbers').notNull(),
      /** Why it was sent after the lock, or once more: it is an amendment then. */
      reason: kit.text('reason'),
      sentBy: kit
        .text('sent_by')
        .notNull()
        .references(() => accounts.id),
      sentAt: kit.instant('sent_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.reportId, t.edition] }),
      kit.index('report_editions_sent_by').on(t.sentBy),
    ],
  )
  /** What happened to a report and what was said, for the group and its office. */
  const reportEvents = kit.table(
    'report_events',
    {
      id: kit.id().primaryKey(),
      reportId: kit
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      kind: kit.text('kind').$type<ReportEventKind>().notNull(),
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
      kit.index('report_events_report').on(t.reportId, t.at, t.id),
      kit.index('report_events_by_account').on(t.byAccount),
    ],
  )
  /**
   * Reports of a period in a district, a regency, a province and the nation (`00`), kept in the transaction of the fact.
   * How many are expected is read from the steps of coverage; see docs/adr/0021.
   */
  const reportCounts = kit.table(
    'report_counts',
    {
      regionCode: kit.text('region_code').notNull(),
      ...period(),
      sent: kit.integer('sent').notNull().default(0),
      verified: kit.integer('verified').notNull().default(0),
      returned: kit.integer('returned').notNull().default(0),
      /** Of those sent or verified. */
      onTime: kit.integer('on_time').notNull().default(0),
    },
    (t) => [kit.primaryKey({ columns: [t.regionCode, t.kind, t.from] })],
  )
  /** Where the approval of a period stands in a regency, a province or the nation (`00`); without a row it is open. */
  const reportApprovals = kit.table(
    'report_approvals',
    {
      regionCode: kit.text('region_code').notNull(),
      ...period(),
      status: kit.text('status').$type<ApprovalAct>().notNull(),
      version: kit.integer('version').notNull().default(1),
      firstApprovedAt: kit.instant('first_approved_at').notNull(),
      approvedAt: kit.instant('approved_at').notNull(),
      approvedBy: kit
        .text('approved_by')
        .notNull()
        .references(() => accounts.id),
      /** What the counts were when it was approved last. */
      numbers: kit.json<ApprovedNumbers>('numbers').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.regionCode, t.kind, t.from] }),
      kit.index('report_approvals_approved_by').on(t.approvedBy),
    ],
  )
  const reportApprovalEvents = kit.table(
    'report_approval_events',
    {
      id: kit.id().primaryKey(),
      regionCode: kit.text('region_code').notNull(),
      ...period(),
      act: kit.text('act').$type<ApprovalAct>().notNull(),
      reason: kit.text('reason'),
      numbers: kit.json<ApprovedNumbers>('numbers').notNull(),
      byAccount: kit
        .text('by_account')
        .notNull()
        .references(() => accounts.id),
      at: kit.instant('at').notNull(),
    },
    (t) => [
      kit.index('report_approval_events_period').on(t.regionCode, t.kind, t.from, t.at),
      kit.index('report_approval_events_by_account').on(t.byAccount),
    ],
  )
  /** A chair is told once that a report is due and once that it is late; whoever writes the row tells. */
  const reportReminders = kit.table(
    'report_reminders',
    {
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      ...period(),
      reminder: kit.text('reminder').$type<ReminderKind>().notNull(),
      remindedAt: kit.instant('reminded_at').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.groupId, t.kind, t.from, t.reminder] })],
  )
  return {
    reports,
    reportEditions,
    reportEvents,
    reportCounts,
    reportApprovals,
    reportApprovalEvents,
    reportReminders,
  }
}
