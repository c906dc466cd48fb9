import { eq } from 'drizzle-orm'
import { recordAudits } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { dueInThePast, sentBefore } from './coordination.errors'
import { leadingOffice } from './coordination.policy'
import type { NoteForm } from './coordination.schema'
import { figuresNow } from './figures-now.server'
import { nameOffices } from './office-names.server'
import { dueDay, placeOf, roleFor } from './offices'
import { tellOffices, unseen } from './tell-offices.server'

interface Input {
  actor: Actor
  note: NoteForm
  requestId?: string
}

/** Rows a statement. */
const BATCH = 500

/**
 * Sends a note to offices below one's own; each of them gets a thread of its own. The same form sent twice sends once.
 * @returns the threads by the code of the office
 * @throws not_found for offices outside the actor's reach, due_in_the_past 422, sent_before 409
 */
export async function sendNote(services: Services, input: Input): Promise<Map<string, string>> {
  const { store, clock } = services
  const { actor, note } = input
  const now = clock()
  const senderCode = senderOf(actor, note.recipients)
  const names = await nameOffices({ db: store.read, tables: store.tables }, [senderCode, ...note.recipients])
  if (note.recipients.some((code) => !names.has(code))) throw notFound()
  const said = note.figure
    ? await figuresNow(services, { figure: note.figure, codes: note.recipients, officeCode: senderCode })
    : new Map<string, string>()
  const sending = { note, senderCode, actor, said, now }
  return store.transact(async (tx) => {
    if (!(await insertNote(tx, sending))) return sentAlready(tx, sending)
    // Only now: a form that is sent once more over midnight gets its first answer.
    if (note.dueOn < dueDay(now)) throw dueInThePast()
    const threads = await insertThreads(tx, sending, services.newId)
    await tellOffices(
      tx,
      { services, now, authorId: actor.id },
      threads.map(({ id, recipientCode }) => ({
        officeCode: recipientCode,
        title: `Catatan koordinasi: ${note.subject}`,
        body: `${names.get(senderCode)} menulis:\n\n${note.body}\n\nJawaban ditunggu sampai ${formatDate(note.dueOn)}.`,
        href: `/dinas/koordinasi/${id}`,
      })),
    )
    await recordAudits(
      tx,
      threads.map(({ id, recipientCode }) => ({
        id: services.newId(),
        at: now,
        actor: { id: actor.id, role: roleFor(senderCode) },
        action: 'coordination.sent',
        subject: { kind: 'coordination_thread', id },
        region: placeOf(recipientCode) ?? undefined,
        delta: { subject: [null, note.subject], dueOn: [null, note.dueOn], status: [null, 'open'] },
        requestId: input.requestId,
      })),
    )
    return new Map(threads.map(({ id, recipientCode }) => [recipientCode, id]))
  }, unseen)
}

/** The one office that leads all of the recipients. @throws not_found */
function senderOf(actor: Actor, recipients: string[]): string {
  const leading = new Set(
    recipients.map((code) => leadingOffice(actor, code.length === 4 ? code.slice(0, 2) : NATION)),
  )
  const [senderCode] = leading
  if (leading.size !== 1 || !senderCode) throw notFound()
  return senderCode
}

interface Sending {
  note: NoteForm
  senderCode: string
  actor: Actor
  /** What the figure says of each office, in words. */
  said: Map<string, string>
  now: Instant
}

/** Stores the note; false when its id is there already, also since a moment ago. */
async function insertNote({ db, tables }: Tx, { note, senderCode, actor, now }: Sending): Promise<boolean> {
  const { recipients, ...content } = note
  const [inserted] = await db
    .insert(tables.coordinationNotes)
    .values({ ...content, senderCode, writtenBy: actor.id, writtenAt: now })
    .onConflictDoNothing()
    .returning({ id: tables.coordinationNotes.id })
  return inserted !== undefined
}

async function insertThreads(
  { db, tables: { coordinationThreads } }: Tx,
  { note, senderCode, said, now }: Sending,
  newId: () => string,
) {
  const threads = note.recipients.map((recipientCode) => ({
    id: newId(),
    noteId: note.id,
    senderCode,
    recipientCode,
    status: 'open' as const,
    dueOn: note.dueOn,
    figureThen: said.get(recipientCode) ?? null,
    lastAt: now,
  }))
  for (let at = 0; at < threads.length; at += BATCH) {
    await db.insert(coordinationThreads).values(threads.slice(at, at + BATCH))
  }
  return threads
}

/** The threads of a note that is stored already. @throws sent_before when it says something else */
async function sentAlready(
  { db, tables: { coordinationNotes, coordinationThreads } }: Tx,
  { note, senderCode, actor }: Sending,
): Promise<Map<string, string>> {
  const [there] = await db.select().from(coordinationNotes).where(eq(coordinationNotes.id, note.id))
  const threads = await db
    .select({ id: coordinationThreads.id, code: coordinationThreads.recipientCode })
    .from(coordinationThreads)
    .where(eq(coordinationThreads.noteId, note.id))
  const codes = threads.map(({ code }) => code).sort()
  const same =
    there?.senderCode === senderCode &&
    there.writtenBy === actor.id &&
    there.subject === note.subject &&
    there.body === note.body &&
    there.dueOn === note.dueOn &&
    there.figure === (note.figure ?? null) &&
    codes.join() === note.recipients.join()
  if (!same) throw sentBefore()
  return new Map(threads.map(({ id, code }) => [code, id]))
}
