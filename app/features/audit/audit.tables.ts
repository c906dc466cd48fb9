import type { Kit } from '~/platform/db/kit'

/** What happened, in order and unchangeable: triggers refuse update and delete on both engines. */
export function defineAuditTables(kit: Kit) {
  const auditEvents = kit.table(
    'audit_events',
    {
      /** 1, 2, 3 … without gaps. */
      seq: kit.integer('seq').primaryKey(),
      id: kit.text('id').notNull(),
      at: kit.instant('at').notNull(),
      /** Empty for what the portal does by itself. */
      actorId: kit.text('actor_id'),
      actorRole: kit.text('actor_role').notNull(),
      provinceCode: kit.text('province_code'),
      regencyCode: kit.text('regency_code'),
      action: kit.text('action').notNull(),
      subjectKind: kit.text('subject_kind').notNull(),
      subjectId: kit.text('subject_id').notNull(),
      /** `{ field: [before, after] }`, never a password, a phone number or an address. */
      delta: kit.text('delta').notNull(),
      requestId: kit.text('request_id'),
      previousHash: kit.text('previous_hash').notNull(),
      hash: kit.text('hash').notNull(),
    },
    (t) => [
      kit.index('audit_events_at').on(t.at),
      kit.index('audit_events_regency').on(t.regencyCode, t.seq),
      kit.index('audit_events_province').on(t.provinceCode, t.seq),
      kit.index('audit_events_subject').on(t.subjectKind, t.subjectId),
      kit.index('audit_events_actor').on(t.actorId, t.seq),
      kit.index('audit_events_action').on(t.action, t.seq),
    ],
  )
  /** One row: the end of the chain. Updating it first makes writers take turns. */
  const auditHead = kit.table('audit_head', {
    id: kit.integer('id').primaryKey(),
    seq: kit.integer('seq').notNull(),
    hash: kit.text('hash').notNull(),
  })
  return { auditEvents, auditHead }
}
