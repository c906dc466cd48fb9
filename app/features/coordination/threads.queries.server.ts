import { and, asc, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { type Actor, may } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import type { Services } from '~/platform/services'
import { isOverdue, type Side, type ThreadStatus, threadStatuses } from './coordination.state'
import { nameOffices } from './office-names.server'
import { dueDay, officesOf } from './offices'
import { countThreads } from './thread-counts.queries.server'
import type { ThreadCursor, ThreadStage, ThreadsQuery } from './threads.schema'

const PAGE = 25

const stageStatuses: Record<ThreadStage, readonly ThreadStatus[]> = {
  terbuka: ['open'],
  lewat: ['open'],
  dijawab: ['answered'],
  selesai: ['closed'],
  semua: threadStatuses,
}

/** A thread as the list shows it. */
export interface ListedThread {
  id: string
  subject: string
  /** "Dinas Kominfo Kabupaten Mimika": the office at the other end. */
  other: string
  side: Side
  status: ThreadStatus
  overdue: boolean
  dueOn: string
  lastAt: number
}

/** The threads of the actor's offices, those in which somebody wrote last first. A page costs what it shows. */
export async function threadsScreen(services: Services, actor: Actor, query: ThreadsQuery) {
  const today = dueDay(services.clock())
  const backwards = query.sebelum !== undefined
  const walks = await Promise.all(
    endsOf(actor, query).flatMap((end) =>
      stageStatuses[query.keadaan].map(async (status) => {
        const rows = await walkThreads(services, { ...end, status, query, today })
        return rows.map((row) => ({ ...row, side: end.side }))
      }),
    ),
  )
  const direction = backwards ? 1 : -1
  const found = [...new Map(walks.flat().map((row) => [row.id, row])).values()].sort(
    (a, b) => direction * (a.lastAt - b.lastAt || (a.id < b.id ? -1 : 1)),
  )
  const more = found.length > PAGE
  const page = found.slice(0, PAGE)
  if (backwards) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  const reading = { db: services.store.read, tables: services.store.tables }
  const others = page.map((row) => (row.side === 'sender' ? row.recipientCode : row.senderCode))
  const names = await nameOffices(reading, query.wilayah ? [...others, query.wilayah] : others)
  return {
    rows: page.map(
      ({ id, subject, status, dueOn, lastAt, side }, at): ListedThread => ({
        id,
        subject,
        other: names.get(others[at] ?? '') ?? 'Dinas Kominfo',
        side,
        status,
        overdue: isOverdue({ status, dueOn }, today),
        dueOn,
        lastAt,
      }),
    ),
    next: last && (backwards || more) ? placeOf(last) : null,
    previous: first && (backwards ? more : query.setelah !== undefined) ? placeOf(first) : null,
    /** The office to which the list is narrowed. */
    narrowedTo: query.wilayah ? (names.get(query.wilayah) ?? null) : null,
    counts: await countThreads(services, actor),
    mayLead: may(actor, 'coordination.lead'),
    /** Whether notes come in and go out: then there is something to tell apart. */
    hasBothEnds: officesOf(actor, 'coordination.read').some((code) => code.length === 2 && code !== NATION),
  }
}
export type ThreadsScreen = Awaited<ReturnType<typeof threadsScreen>>

interface End {
  side: Side
  code: string
}

/** Each end that the actor holds, so that each is one walk along an index. */
function endsOf(actor: Actor, { arah }: ThreadsQuery): End[] {
  return officesOf(actor, 'coordination.read').flatMap((code): End[] => [
    ...(arah === 'masuk' ? [] : [{ side: 'sender' as const, code }]),
    ...(arah === 'keluar' ? [] : [{ side: 'recipient' as const, code }]),
  ])
}

interface Walk extends End {
  status: ThreadStatus
  query: ThreadsQuery
  today: string
}

/** The next threads of one end in one state, by when somebody wrote last. */
function walkThreads({ store }: Services, { side, code, status, query, today }: Walk) {
  const { coordinationThreads: threads, coordinationNotes: notes } = store.tables
  const { lastAt, id } = threads
  const own = side === 'sender' ? threads.senderCode : threads.recipientCode
  const other = side === 'sender' ? threads.recipientCode : threads.senderCode
  const order = query.sebelum ? asc : desc
  return store.read
    .select({
      id,
      senderCode: threads.senderCode,
      recipientCode: threads.recipientCode,
      status: threads.status,
      dueOn: threads.dueOn,
      lastAt,
      subject: notes.subject,
    })
    .from(threads)
    .innerJoin(notes, eq(notes.id, threads.noteId))
    .where(
      and(
        eq(own, code),
        eq(threads.status, status),
        query.wilayah ? eq(other, query.wilayah) : undefined,
        query.keadaan === 'lewat' ? lt(threads.dueOn, today) : undefined,
        beyond(query, lastAt, id),
      ),
    )
    .orderBy(order(lastAt), order(id))
    .limit(PAGE + 1)
}

type Threads = Services['store']['tables']['coordinationThreads']

function beyond(
  { setelah, sebelum }: ThreadsQuery,
  lastAt: Threads['lastAt'],
  id: Threads['id'],
): SQL | undefined {
  if (sebelum) return sql`(${lastAt}, ${id}) > (${sebelum.at}, ${sebelum.id})`
  return setelah && sql`(${lastAt}, ${id}) < (${setelah.at}, ${setelah.id})`
}

function placeOf({ lastAt, id }: { lastAt: number; id: string }): ThreadCursor {
  return { at: lastAt, id }
}
