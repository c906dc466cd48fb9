import { and, count, eq, isNull } from 'drizzle-orm'
import type { Services } from '~/platform/services'

/** How many notices the person has not opened yet. */
export async function countUnreadNotices({ store }: Services, accountId: string): Promise<number> {
  const { notices } = store.tables
  const [row] = await store.read
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.accountId, accountId), isNull(notices.readAt)))
  return row?.unread ?? 0
}
