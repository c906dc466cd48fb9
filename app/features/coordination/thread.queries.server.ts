import { asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { officersOfOffices } from '~/features/identity/grants.server'
import { zoneOf } from '~/features/regions/local-words'
import { NATION } from '~/features/regions/places'
import type { Services } from '~/platform/services'
import { boardPath } from './board.schema'
import { columnOf } from './board-columns'
import { isOverdue } from './coordination.state'
import { figuresNow } from './figures-now.server'
import { endsOf, findThread, type Note, type Thread } from './find-thread.server'
import { nameOffices } from './office-names.server'
import { dueDay, officesOf } from './offices'

/** A thread as both ends read it. @throws not_found */
export async function threadScreen(services: Services, actor: Actor, threadId: string) {
  const { store, clock, newId } = services
  const reading = { db: store.read, tables: store.tables }
  const { thread, note, side } = await findThread(reading, actor, threadId)
  const { own, other } = endsOf(thread, side)
  const names = await nameOffices(reading, [own, other])
  const officers = await officersOfOffices(reading, [other])
  const nameOf = (code: string) => names.get(code) ?? 'Dinas Kominfo'
  return {
    id: thread.id,
    /** The id that the next message will carry. */
    formId: newId(),
    version: thread.version,
    subject: note.subject,
    side,
    status: thread.status,
    overdue: isOverdue(thread, dueDay(clock())),
    dueOn: thread.dueOn,
    closedAt: thread.closedAt,
    sender: nameOf(thread.senderCode),
    recipient: nameOf(thread.recipientCode),
    other: nameOf(other),
    /** False where nobody of the other office has an account yet. */
    otherReads: (officers.get(other) ?? []).length > 0,
    zone: zoneOf(own),
    figure: await figureOf(services, actor, thread, note),
    entries: await entriesOf(services, thread, note, nameOf),
  }
}
export type ThreadScreen = Awaited<ReturnType<typeof threadScreen>>

/** What was written, the note first. */
async function entriesOf(
  { store }: Services,
  thread: Thread,
  note: Note,
  nameOf: (officeCode: string) => string,
) {
  const { coordinationMessages: messages, accounts } = store.tables
  const replies = await store.read
    .select()
    .from(messages)
    .where(eq(messages.threadId, thread.id))
    .orderBy(asc(messages.writtenAt), asc(messages.id))
  const written = [{ ...note, officeCode: note.senderCode }, ...replies]
  const people = await store.read
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(written.map(({ writtenBy }) => writtenBy))]))
  return written.map(({ id, officeCode, body, writtenBy, writtenAt }) => ({
    id,
    office: nameOf(officeCode),
    isAnswer: officeCode === thread.recipientCode,
    author: people.find((person) => person.id === writtenBy)?.name ?? 'Petugas',
    body,
    at: writtenAt,
  }))
}

/** The figure of the board that the note is about: then and now, and its list for who may open it. */
async function figureOf(services: Services, actor: Actor, thread: Thread, { figure }: Note) {
  if (figure === null) return null
  const { senderCode, recipientCode } = thread
  const now = await figuresNow(services, { figure, codes: [recipientCode], officeCode: senderCode })
  const leads = officesOf(actor, 'coordination.lead').includes(senderCode)
  const board = senderCode === NATION && recipientCode.length === 2 ? undefined : recipientCode.slice(0, 2)
  return {
    name: columnOf(figure).header,
    before: thread.figureThen,
    now: now.get(recipientCode) ?? null,
    boardHref: leads ? boardPath({ wilayah: board, urut: figure }) : null,
  }
}
