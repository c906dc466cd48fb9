import { and, eq, like } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { findActor } from '~/features/identity/sessions.server'
import { signUp } from '~/features/identity/sign-up.server'
import { sessionCookie } from '~/platform/http/cookies.server'
import type { TestServices } from './services'
import { codesOf } from './world'

export const PASSWORD = 'kampung nawaripi indah'

/** A browser that was never here before. */
export const browser = { userAgent: null, sessionId: null }

let counter = 0

/** A number that nobody else in this test run has. */
export function freshPhone(): string {
  counter += 1
  return `0812${String(10_000_000 + counter)}`
}

/** An address that no limit has counted yet. */
export function freshAddress(): string {
  counter += 1
  return `10.${(counter >> 16) & 255}.${(counter >> 8) & 255}.${counter & 255}`
}

/** Signs someone up by the real way and answers what to sign in with. */
export async function newcomer(services: TestServices, name: string, contact = freshPhone()) {
  const id = services.newId()
  const token = await signUp(services, {
    id,
    name,
    contact,
    password: PASSWORD,
    clientAddress: freshAddress(),
    browser,
    requestId: 'uji',
  })
  return { id, name, contact, token }
}

/** The person behind a session token, read as every request reads it. */
export async function actorOf(services: TestServices, token: string): Promise<Actor | null> {
  const cookie = (await sessionCookie.serialize(token)).split(';')[0] ?? ''
  return findActor(services, new Request('http://localhost/', { headers: { cookie } }))
}

/** An application that makes its writer known to the office of the village's regency. */
export async function applyFrom(services: TestServices, accountId: string, villageCode: string) {
  const { store, newId, now } = services
  await store.transact(async ({ db, tables }) => {
    await db.insert(tables.applications).values({
      id: newId(),
      ...codesOf(villageCode),
      status: 'draft',
      source: 'online',
      groupName: 'KIM Uji',
      nameKey: 'kim uji',
      answers: { identity: { scope: 'village' } },
      createdBy: accountId,
      createdAt: now,
      updatedAt: now,
    })
  })
}

/** The secret in the latest letter to an address: what follows the path in its link. */
export async function linkIn({ store }: TestServices, to: string, path: string): Promise<string | undefined> {
  const { messages } = store.tables
  const letters = await store.read
    .select()
    .from(messages)
    .where(and(eq(messages.toAddress, to), like(messages.body, `%/${path}/%`)))
  const body = letters.sort((a, b) => a.id.localeCompare(b.id)).at(-1)?.body
  return body?.match(new RegExp(`/${path}/([\\w-]+)`))?.[1]
}

/** How many of several things done at once went well, and why the others did not. */
export async function outcomes<T>(works: Promise<T>[]): Promise<{ done: T[]; codes: unknown[] }> {
  const settled = await Promise.allSettled(works)
  return {
    done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    codes: settled.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : [])),
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : error
}
