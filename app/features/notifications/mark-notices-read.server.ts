import { and, eq, isNull } from 'drizzle-orm'
import { notFound } from '~/platform/errors'
import { safePath } from '~/platform/http/redirect'
import type { Services } from '~/platform/services'

/**
 * Marks one's own notice as read.
 * @returns the path of the portal that it points to
 * @throws notFound for a notice of someone else
 */
export async function markNoticeRead(
  { store, clock }: Services,
  accountId: string,
  noticeId: string,
): Promise<string> {
  const now = clock()
  return store.transact(
    async ({ db, tables: { notices } }) => {
      const own = and(eq(notices.id, noticeId), eq(notices.accountId, accountId))
      const [notice] = await db
        .select({ href: notices.href, readAt: notices.readAt })
        .from(notices)
        .where(own)
      if (!notice) throw notFound()
      if (notice.readAt === null) await db.update(notices).set({ readAt: now }).where(own)
      return safePath(notice.href, '/beranda')
    },
    { shows: 'nothing' },
  )
}

/** Marks all of one's own notices as read. */
export async function markAllNoticesRead({ store, clock }: Services, accountId: string): Promise<void> {
  const now = clock()
  await store.transact(
    async ({ db, tables: { notices } }) => {
      await db
        .update(notices)
        .set({ readAt: now })
        .where(and(eq(notices.accountId, accountId), isNull(notices.readAt)))
    },
    { shows: 'nothing' },
  )
}
