import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Database, Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { formatDate, formatNumber } from '~/ui/format'
import type { Note, Thread } from './find-thread.server'
import { nameOffices } from './office-names.server'
import { dueDay } from './offices'
import { tellOffices, unseen } from './tell-offices.server'
import { threadsPath } from './threads.schema'

/** Offices that a notice names; the others are counted. */
const NAMED = 5

/**
 * The job of each day: once the day of a note has passed without an answer, each office that owes one is told, and its
 * sender once for all of them. A row for each thread, written in the transaction of the notices, keeps it to once.
 */
export const remindOfOverdueNotes: JobHandler = async (services) => {
  const { store, clock } = services
  const now = clock()
  const due = await overdueThreads({ db: store.read, tables: store.tables }, now)
  for (const noteId of new Set(due.map(({ note }) => note.id))) {
    await store.transact(async (tx) => {
      const taken = await takeUp(tx, await overdueThreads(tx, now, noteId), now)
      await tellBothEnds(tx, services, taken, now)
    }, unseen)
  }
}

interface Overdue {
  thread: Thread
  note: Note
}

/** Threads that nobody answered by their day and of which nobody was told yet. */
function overdueThreads(
  { db, tables }: { db: Database; tables: Tables },
  now: Instant,
  noteId?: string,
): Promise<Overdue[]> {
  const { coordinationThreads: threads, coordinationNotes: notes, coordinationReminders: reminders } = tables
  return db
    .select({ thread: threads, note: notes })
    .from(threads)
    .innerJoin(notes, eq(notes.id, threads.noteId))
    .leftJoin(reminders, eq(reminders.threadId, threads.id))
    .where(
      and(
        eq(threads.status, 'open'),
        lt(threads.dueOn, dueDay(now)),
        isNull(reminders.threadId),
        noteId ? eq(notes.id, noteId) : undefined,
      ),
    )
    .orderBy(asc(threads.dueOn), asc(threads.recipientCode))
}

/** Marks them as told; those that another worker took are left to it. */
async function takeUp({ db, tables }: Tx, overdue: Overdue[], now: Instant): Promise<Overdue[]> {
  if (overdue.length === 0) return []
  const marked = await db
    .insert(tables.coordinationReminders)
    .values(overdue.map(({ thread }) => ({ threadId: thread.id, remindedAt: now })))
    .onConflictDoNothing()
    .returning({ threadId: tables.coordinationReminders.threadId })
  const ids = new Set(marked.map(({ threadId }) => threadId))
  return overdue.filter(({ thread }) => ids.has(thread.id))
}

/** All are threads of one note. */
async function tellBothEnds(tx: Tx, services: Services, overdue: Overdue[], now: Instant): Promise<void> {
  const [first] = overdue
  if (!first) return
  const { note } = first
  const names = await nameOffices(tx, [note.senderCode, ...overdue.map(({ thread }) => thread.recipientCode)])
  const late = `Jawaban ditunggu sampai ${formatDate(note.dueOn)}.`
  await tellOffices(tx, { services, now, authorId: '' }, [
    ...overdue.map(({ thread }) => ({
      officeCode: thread.recipientCode,
      title: `Belum dijawab: ${note.subject}`,
      body: `${names.get(note.senderCode)} masih menunggu jawaban atas catatan ini. ${late} Bila perlu waktu lebih lama, tulis kapan jawabannya dapat diharapkan.`,
      href: `/dinas/koordinasi/${thread.id}`,
    })),
    {
      officeCode: note.senderCode,
      title: `Lewat tenggat: ${note.subject}`,
      body: `${late} Yang belum menjawab: ${inWords(overdue.map(({ thread }) => names.get(thread.recipientCode) ?? thread.recipientCode))}. Dinas yang bersangkutan sudah diingatkan.`,
      href:
        overdue.length === 1
          ? `/dinas/koordinasi/${first.thread.id}`
          : threadsPath({ keadaan: 'lewat', arah: 'keluar' }),
    },
  ])
}

function inWords(names: string[]): string {
  const shown = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return more > 0 ? `${shown} dan ${formatNumber(more)} lainnya` : shown
}
