import type { Kit } from '~/platform/db/kit'

interface Needs {
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** Notices inside the portal, and messages that leave it. */
export function defineNotificationsTables(kit: Kit, { accounts }: Needs) {
  const notices = kit.table(
    'notices',
    {
      id: kit.id().primaryKey(),
      accountId: kit
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      title: kit.text('title').notNull(),
      body: kit.text('body').notNull(),
      /** A path inside the portal. */
      href: kit.text('href').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      readAt: kit.instant('read_at'),
    },
    (t) => [kit.index('notices_account').on(t.accountId, t.createdAt)],
  )
  const messages = kit.table(
    'messages',
    {
      id: kit.id().primaryKey(),
      toAddress: kit.text('to_address').notNull(),
      subject: kit.text('subject').notNull(),
      body: kit.text('body').notNull(),
      status: kit.text('status').$type<'queued' | 'sent' | 'failed'>().notNull(),
      createdAt: kit.instant('created_at').notNull(),
      sentAt: kit.instant('sent_at'),
      /** How it left: by SMTP, or as a file in the outbox folder. */
      sentVia: kit.text('sent_via').$type<'smtp' | 'outbox'>(),
      error: kit.text('error'),
    },
    (t) => [kit.index('messages_created').on(t.createdAt)],
  )
  return { notices, messages }
}
