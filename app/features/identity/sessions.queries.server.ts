import { and, desc, eq, gt } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'

/** The person's open sessions, the one in use first. */
export async function ownSessions({ store, clock }: Services, actor: Actor) {
  const { sessions } = store.tables
  const rows = await store.read
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, actor.id), gt(sessions.expiresAt, clock())))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100)
  return rows
    .map(({ id, publicId, device, createdAt, lastSeenAt }) => ({
      publicId,
      device,
      createdAt,
      lastSeenAt,
      present: id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.present) - Number(a.present))
}
