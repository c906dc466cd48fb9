import { and, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import { threadMoved } from './coordination.errors'
import { sideOf } from './coordination.policy'
import type { Side, ThreadStatus } from './coordination.state'

interface Reading {
  db: Database
  tables: Tables
}

export type Thread = Tables['coordinationThreads']['$inferSelect']
export type Note = Tables['coordinationNotes']['$inferSelect']

/** A thread with its note, for an officer of either end. @throws not_found for everyone else */
export async function findThread(
  { db, tables: { coordinationThreads, coordinationNotes } }: Reading,
  actor: Actor,
  threadId: string,
): Promise<{ thread: Thread; note: Note; side: Side }> {
  const [found] = await db
    .select({ thread: coordinationThreads, note: coordinationNotes })
    .from(coordinationThreads)
    .innerJoin(coordinationNotes, eq(coordinationNotes.id, coordinationThreads.noteId))
    .where(eq(coordinationThreads.id, threadId))
  const side = found && sideOf(actor, found.thread)
  if (!side) throw notFound()
  return { ...found, side }
}

/** Moves a thread on, if it still is what was on the screen. @throws thread_moved 409 */
export async function moveThread(
  { db, tables: { coordinationThreads } }: Reading,
  threadId: string,
  seenVersion: number,
  change: Partial<Thread> & { status: ThreadStatus },
): Promise<void> {
  const [moved] = await db
    .update(coordinationThreads)
    .set({ ...change, version: seenVersion + 1 })
    .where(and(eq(coordinationThreads.id, threadId), eq(coordinationThreads.version, seenVersion)))
    .returning({ id: coordinationThreads.id })
  if (!moved) throw threadMoved()
}

/** The offices of both ends: whose side it is, and the other. */
export function endsOf({ senderCode, recipientCode }: Thread, side: Side): { own: string; other: string } {
  return side === 'sender'
    ? { own: senderCode, other: recipientCode }
    : { own: recipientCode, other: senderCode }
}
