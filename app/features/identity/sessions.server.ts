import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { DAY, HOUR, type Instant } from '~/platform/clock'
import { prepared } from '~/platform/db/prepared'
import type { Store, Tx } from '~/platform/db/store'
import { SESSION_DAYS, sessionCookie } from '~/platform/http/cookies.server'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'
import { deviceWords } from './device'

/** SHA-256 of a secret: what the tables keep in its place. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The person behind a request's session cookie, with what they may do; null when there is none. */
export async function findActor({ store, clock }: Services, request: Request): Promise<Actor | null> {
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'))
  if (typeof token !== 'string' || token.length > 100) return null
  const sessionId = hashSecret(token)
  const now = clock()
  const rows = await sessionWithGrants(store).execute({ sessionId, now })
  const [found] = rows
  if (!found) return null
  if (now - found.lastSeenAt > HOUR) {
    await store.transact(
      async (tx) => {
        await tx.db
          .update(tx.tables.sessions)
          .set({ lastSeenAt: now, expiresAt: now + SESSION_DAYS * DAY })
          .where(eq(tx.tables.sessions.id, sessionId))
      },
      { shows: 'nothing' },
    )
  }
  return { ...found.account, sessionId, grants: rows.flatMap(({ grant }) => grant ?? []) }
}

/** Asked with every page of whoever is signed in. */
function sessionWithGrants({ read, tables: { sessions, accounts, grants } }: Store) {
  return prepared(read, 'session', () =>
    read
      .select({
        lastSeenAt: sessions.lastSeenAt,
        account: { id: accounts.id, name: accounts.name, email: accounts.email, phone: accounts.phone },
        grant: grants,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(grants, and(eq(grants.accountId, accounts.id), isNull(grants.revokedAt)))
      .where(
        and(
          eq(sessions.id, sql.placeholder('sessionId')),
          gt(sessions.expiresAt, sql.placeholder('now')),
          eq(accounts.status, 'active'),
        ),
      ),
  )
}

/** What a new session is told of the browser that asks for it. */
export interface Browser {
  userAgent: string | null
  /** The hash of the session that the browser held before: it ends, so that no planted cookie lives on. */
  sessionId: string | null
}

/** Opens a session and answers the token for its cookie; the table keeps only the token's hash. */
export async function startSession(
  { db, tables: { sessions } }: Tx,
  accountId: string,
  browser: Browser,
  { now, newId }: { now: Instant; newId: () => string },
): Promise<string> {
  if (browser.sessionId) await db.delete(sessions).where(eq(sessions.id, browser.sessionId))
  const token = newToken()
  await db.insert(sessions).values({
    id: hashSecret(token),
    publicId: newId(),
    accountId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + SESSION_DAYS * DAY,
    device: deviceWords(browser.userAgent),
  })
  return token
}

/** Ends all sessions of an account, or all but one. */
export async function endSessions(
  { db, tables: { sessions } }: Tx,
  accountId: string,
  exceptSessionId?: string,
): Promise<void> {
  await db
    .delete(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        exceptSessionId === undefined ? undefined : ne(sessions.id, exceptSessionId),
      ),
    )
}

/** Ends the session of a browser that signs out. */
export async function signOut({ store }: Services, sessionId: string): Promise<void> {
  await store.transact(
    async ({ db, tables: { sessions } }) => {
      await db.delete(sessions).where(eq(sessions.id, sessionId))
    },
    { shows: 'nothing' },
  )
}

/** Removes sessions that ran out. */
export async function sweepSessions({ store, clock }: Services): Promise<void> {
  await store.transact(
    async ({ db, tables: { sessions } }) => {
      await db.delete(sessions).where(lt(sessions.expiresAt, clock()))
    },
    { shows: 'nothing' },
  )
}
