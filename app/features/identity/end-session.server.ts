import { and, eq } from 'drizzle-orm'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'
import { endSessions } from './sessions.server'

/** Ends one of one's own sessions. @throws notFound for a session that is not one's own */
export async function endOwnSession({ store }: Services, actor: Actor, publicId: string): Promise<void> {
  await store.transact(
    async ({ db, tables: { sessions } }) => {
      const ended = await db
        .delete(sessions)
        .where(and(eq(sessions.publicId, publicId), eq(sessions.accountId, actor.id)))
        .returning({ id: sessions.id })
      if (ended.length === 0) throw notFound()
    },
    { shows: 'nothing' },
  )
}

/** Ends all of one's sessions but the one in use. */
export async function endOtherSessions({ store }: Services, actor: Actor): Promise<void> {
  await store.transact((tx) => endSessions(tx, actor.id, actor.sessionId), { shows: 'nothing' })
}
