import { sql } from 'drizzle-orm'
import type { Kit } from '~/platform/db/kit'

type GroupsTables = ReturnType<typeof import('./groups.tables').defineGroupsTables>

interface Needs {
  groups: GroupsTables['groups']
  boardMembers: GroupsTables['boardMembers']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  invitations: ReturnType<
    typeof import('~/features/identity/identity.tables').defineIdentityTables
  >['invitations']
}

export type HandoverStatus = 'proposed' | 'accepted' | 'confirmed' | 'declined' | 'cancelled'

/** Handing over the chair: proposed by the chair, accepted by the successor, confirmed by the office. */
export function defineHandoversTables(kit: Kit, { groups, boardMembers, accounts, invitations }: Needs) {
  const chairHandovers = kit.table(
    'chair_handovers',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      /** The office starts one when the chair died or cannot be reached. */
      startedBy: kit.text('started_by').$type<'chair' | 'office'>().notNull(),
      /** The successor's name as the chair wrote it. */
      successorName: kit.text('successor_name').notNull(),
      /** The successor's row on the board; empty for someone from outside it. */
      successorMemberId: kit.text('successor_member_id').references(() => boardMembers.id),
      reason: kit.text('reason').notNull(),
      status: kit.text('status').$type<HandoverStatus>().notNull(),
      proposedBy: kit
        .text('proposed_by')
        .notNull()
        .references(() => accounts.id),
      proposedAt: kit.instant('proposed_at').notNull(),
      invitationId: kit
        .text('invitation_id')
        .notNull()
        .references(() => invitations.id),
      successorAccountId: kit.text('successor_account_id').references(() => accounts.id),
      acceptedAt: kit.instant('accepted_at'),
      decidedBy: kit.text('decided_by').references(() => accounts.id),
      decidedAt: kit.instant('decided_at'),
      decisionReason: kit.text('decision_reason'),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit.text('village_code').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit
        .uniqueIndex('chair_handovers_one_open')
        .on(t.groupId)
        .where(sql`status in ('proposed', 'accepted')`),
      kit.index('chair_handovers_successor_member').on(t.successorMemberId),
      kit.index('chair_handovers_group').on(t.groupId, t.status),
      kit.index('chair_handovers_regency').on(t.regencyCode, t.status),
      kit.index('chair_handovers_proposed_by').on(t.proposedBy),
      kit.index('chair_handovers_invitation').on(t.invitationId),
      kit.index('chair_handovers_successor').on(t.successorAccountId),
      kit.index('chair_handovers_decided_by').on(t.decidedBy),
    ],
  )
  return { chairHandovers }
}
