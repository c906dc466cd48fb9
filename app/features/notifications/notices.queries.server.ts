import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '~/platform/db/prepared'
import type { Services } from '~/platform/services'

/** How many notices the person has not opened yet. */
export async function countUnreadNotices({ store }: Services, accountId: string): Promise<number> {
  const { notices } = store.tables
  const unread = prepared(store.read, 'unread notices', () =>
    store.read
      .select({ unread: count() })
      .from(notices)
      .where(and(eq(notices.accountId, sql.placeholder('accountId')), isNull(notices.readAt))),
  )
  const [row] = await unread.execute({ accountId })
  return row?.unread ?? 0
}

const PAGE_SIZE = 20

/** One's own notices, newest first; `page` counts from 1. */
export async function ownNotices({ store }: Services, accountId: string, page: number) {
  const { notices } = store.tables
  const mine = eq(notices.accountId, accountId)
  const [totals] = await store.read.select({ total: count() }).from(notices).where(mine)
  const total = totals?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const shown = Math.min(page, pageCount)
  const rows = await store.read
    .select({
      id: notices.id,
      title: notices.title,
      body: notices.body,
      href: notices.href,
      createdAt: notices.createdAt,
      readAt: notices.readAt,
    })
    .from(notices)
    .where(mine)
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(PAGE_SIZE)
    .offset((shown - 1) * PAGE_SIZE)
  return { total, page: shown, pageCount, rows }
}
