import { createHash } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { DAY, HOUR } from '~/platform/clock'
import { SESSION_DAYS, sessionCookie } from '~/platform/http/cookies.server'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'

/** SHA-256 of a secret: what the tables keep in its place. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The person behind a request's session cookie, with what they may do; null when there is none. */
export async function findActor({ store, clock }: Services, request: Request): Promise<Actor | null> {
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'))
  if (typeof token !== 'string' || token.length > 100) return null
  const sessionId = hashSecret(token)
  const { sessions, accounts, grants } = store.tables
  const now = clock()
  const [found] = await store.read
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now), eq(accounts.status, 'active')))
  if (!found) return null
  if (now - found.session.lastSeenAt > HOUR) {
    await store.transact(async (tx) => {
      await tx.db
        .update(tx.tables.sessions)
        .set({ lastSeenAt: now, expiresAt: now + SESSION_DAYS * DAY })
        .where(eq(tx.tables.sessions.id, sessionId))
    })
  }
  const held = await store.read
    .select()
    .from(grants)
    .where(and(eq(grants.accountId, found.account.id), isNull(grants.revokedAt)))
  const { id, name, email, phone } = found.account
  return { id, name, email, phone, sessionId, grants: held }
}
