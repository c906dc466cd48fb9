import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { deltaWords, groupEventWords } from './group-events.messages'

const MOST = 100
const Delta = z.record(z.string(), z.array(z.unknown()))

export interface HistoryLine {
  key: string
  at: Instant
  title: string
  /** Who did it: a name, or the portal itself. */
  who: string
  note: string
}

/** What happened to a group and its application, newest first, from the audit trail. The caller has checked who asks. */
export async function groupHistory({ store }: Services, groupId: string): Promise<HistoryLine[]> {
  const { auditEvents, accounts, applications } = store.tables
  const applied = await store.read
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.groupId, groupId))
  const rows = await store.read
    .select({ event: auditEvents, name: accounts.name })
    .from(auditEvents)
    .leftJoin(accounts, eq(accounts.id, auditEvents.actorId))
    .where(
      or(
        and(eq(auditEvents.subjectKind, 'group'), eq(auditEvents.subjectId, groupId)),
        and(
          eq(auditEvents.subjectKind, 'application'),
          inArray(
            auditEvents.subjectId,
            applied.map(({ id }) => id),
          ),
        ),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(MOST)
  return rows.flatMap(({ event, name }) => {
    const title = groupEventWords(event.action)
    if (!title) return []
    const delta = Delta.safeParse(JSON.parse(event.delta))
    return [
      {
        key: event.id,
        at: event.at,
        title,
        who: name ?? 'Portal',
        note: delta.success ? deltaWords(event.action, delta.data) : '',
      },
    ]
  })
}
