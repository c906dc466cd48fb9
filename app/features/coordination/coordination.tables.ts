import type { Kit } from '~/platform/db/kit'
import type { ThreadStatus } from './coordination.state'
import type { Figure } from './figures'

interface Needs {
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/**
 * Notes from a wider office to offices below it. An office goes by the code of its region, `00` for the nation's.
 * A note is written once; each office that it is sent to has a thread of its own, which only both ends read.
 */
export function defineCoordinationTables(kit: Kit, { accounts }: Needs) {
  const coordinationNotes = kit.table(
    'coordination_notes',
    {
      /** Made with the empty form: sending the form twice makes one note. */
      id: kit.id().primaryKey(),
      senderCode: kit.text('sender_code').notNull(),
      subject: kit.text('subject').notNull(),
      body: kit.text('body').notNull(),
      /** Local date by which an answer is asked for. */
      dueOn: kit.text('due_on').notNull(),
      /** The figure of the board that the note is about. */
      figure: kit.text('figure').$type<Figure>(),
      writtenBy: kit
        .text('written_by')
        .notNull()
        .references(() => accounts.id),
      writtenAt: kit.instant('written_at').notNull(),
    },
    (t) => [kit.index('coordination_notes_written_by').on(t.writtenBy)],
  )
  const coordinationThreads = kit.table(
    'coordination_threads',
    {
      id: kit.id().primaryKey(),
      noteId: kit
        .text('note_id')
        .notNull()
        .references(() => coordinationNotes.id),
      senderCode: kit.text('sender_code').notNull(),
      recipientCode: kit.text('recipient_code').notNull(),
      status: kit.text('status').$type<ThreadStatus>().notNull(),
      dueOn: kit.text('due_on').notNull(),
      /** What the figure said there when the note was sent, in words. */
      figureThen: kit.text('figure_then'),
      /** When somebody of either end wrote last. */
      lastAt: kit.instant('last_at').notNull(),
      closedBy: kit.text('closed_by').references(() => accounts.id),
      closedAt: kit.instant('closed_at'),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('coordination_threads_note').on(t.noteId, t.recipientCode),
      // Lists walk these from the latest; the last two columns decide between threads of one moment.
      kit.index('coordination_threads_sent').on(t.senderCode, t.status, t.lastAt, t.id),
      kit.index('coordination_threads_received').on(t.recipientCode, t.status, t.lastAt, t.id),
      kit.index('coordination_threads_contact').on(t.senderCode, t.recipientCode, t.lastAt),
      kit.index('coordination_threads_due').on(t.status, t.dueOn),
      kit.index('coordination_threads_closed_by').on(t.closedBy),
    ],
  )
  /** What was written in a thread after the note, by either end. */
  const coordinationMessages = kit.table(
    'coordination_messages',
    {
      id: kit.id().primaryKey(),
      threadId: kit
        .text('thread_id')
        .notNull()
        .references(() => coordinationThreads.id),
      /** The office that wrote. */
      officeCode: kit.text('office_code').notNull(),
      body: kit.text('body').notNull(),
      writtenBy: kit
        .text('written_by')
        .notNull()
        .references(() => accounts.id),
      writtenAt: kit.instant('written_at').notNull(),
    },
    (t) => [
      kit.index('coordination_messages_thread').on(t.threadId, t.writtenAt),
      kit.index('coordination_messages_written_by').on(t.writtenBy),
    ],
  )
  /** One row for each thread of which both ends were told that its day has passed: nobody is told twice. */
  const coordinationReminders = kit.table('coordination_reminders', {
    threadId: kit
      .text('thread_id')
      .primaryKey()
      .references(() => coordinationThreads.id),
    remindedAt: kit.instant('reminded_at').notNull(),
  })
  return { coordinationNotes, coordinationThreads, coordinationMessages, coordinationReminders }
}
