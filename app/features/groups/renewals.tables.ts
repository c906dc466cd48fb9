import { sql } from 'drizzle-orm'
import type { Kit } from '~/platform/db/kit'
import type { IssuerKind } from './groups.schema'

type GroupsTables = ReturnType<typeof import('./groups.tables').defineGroupsTables>

interface Needs {
  groups: GroupsTables['groups']
  groupDecrees: GroupsTables['groupDecrees']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  documents: ReturnType<
    typeof import('~/features/documents/documents.tables').defineDocumentsTables
  >['documents']
}

export type RenewalStatus = 'submitted' | 'confirmed' | 'declined' | 'withdrawn'

/** New decrees that a chair has sent and the office has yet to confirm, and who has been reminded of an end. */
export function defineRenewalsTables(kit: Kit, { groups, groupDecrees, accounts, documents }: Needs) {
  const decreeRenewals = kit.table(
    'decree_renewals',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      status: kit.text('status').$type<RenewalStatus>().notNull(),
      number: kit.text('number').notNull(),
      /** Local dates. */
      date: kit.text('date').notNull(),
      validUntil: kit.text('valid_until'),
      issuerKind: kit.text('issuer_kind').$type<IssuerKind>().notNull(),
      issuerName: kit.text('issuer_name'),
      documentId: kit
        .text('document_id')
        .notNull()
        .references(() => documents.id),
      submittedBy: kit
        .text('submitted_by')
        .notNull()
        .references(() => accounts.id),
      submittedAt: kit.instant('submitted_at').notNull(),
      decidedBy: kit.text('decided_by').references(() => accounts.id),
      decidedAt: kit.instant('decided_at'),
      decisionReason: kit.text('decision_reason'),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('decree_renewals_one_waiting').on(t.groupId).where(sql`status = 'submitted'`),
      kit.index('decree_renewals_group').on(t.groupId, t.submittedAt),
      kit.index('decree_renewals_regency').on(t.regencyCode, t.status),
      kit.index('decree_renewals_document').on(t.documentId),
      kit.index('decree_renewals_submitted_by').on(t.submittedBy),
      kit.index('decree_renewals_decided_by').on(t.decidedBy),
    ],
  )
  /** One row for each reminder given: the key keeps anyone from being told twice. */
  const decreeReminders = kit.table(
    'decree_reminders',
    {
      groupDecreeId: kit
        .text('group_decree_id')
        .notNull()
        .references(() => groupDecrees.id),
      /** 90 or 30. */
      daysBefore: kit.integer('days_before').notNull(),
      remindedAt: kit.instant('reminded_at').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.groupDecreeId, t.daysBefore] })],
  )
  return { decreeRenewals, decreeReminders }
}
