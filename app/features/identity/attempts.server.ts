import { createHmac } from 'node:crypto'
import { eq, inArray, lt, sql } from 'drizzle-orm'
import { type Instant, MINUTE } from '~/platform/clock'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'

/** What people may try a limited number of times in a stretch of time. */
export type Trying = keyof typeof limits

interface Limit {
  /** Tries of one name from one address. */
  together: number
  /** Tries of one name from anywhere. */
  name: number
  /** Tries from one address, of any name: a whole office or a training room may share one. */
  address: number
  window: number
}

const limits = {
  signIn: { together: 10, name: 100, address: 100, window: 15 * MINUTE },
  signUp: { together: 10, name: 30, address: 100, window: 15 * MINUTE },
  resetRequest: { together: 3, name: 10, address: 60, window: 60 * MINUTE },
  resetCode: { together: 10, name: 50, address: 100, window: 60 * MINUTE },
  present: { together: 10, name: 30, address: 100, window: 15 * MINUTE },
} satisfies Record<string, Limit>

const LONGEST_WINDOW = Math.max(...Object.values(limits).map((limit) => limit.window))

interface Attempt {
  trying: Trying
  /** What is tried: an e-mail address, a number, a token. Only its keyed hash is stored. */
  name: string
  /** Where from. */
  address: string
}

/**
 * Counts one attempt before it is made, so that a thousand at once are counted too, and refuses it beyond a limit.
 *
 * The tight limit holds for a name *and* an address together: whoever guesses at someone's password uses up their
 * own tries, not those of the person at home. The wide limit of the name alone slows a crowd of addresses down; when it is
 * reached, the person waits for at most one window or comes in by a reset, which counts elsewhere. Nothing locks for good.
 * The limit of the address alone slows someone who tries one password with many names; successes are given back
 * (`forgiveAttempt`), because offices and mobile networks put many people behind one address.
 *
 * @throws too_many_attempts 429, saying in how many minutes to try again
 */
export async function countAttempt(services: Services, attempt: Attempt): Promise<void> {
  const { store, clock } = services
  const now = clock()
  const limit: Limit = limits[attempt.trying]
  const keys = keysOf(services, attempt)
  const windows = await store.transact(
    async ({ db, tables: { attempts } }) => {
      const begun = now - limit.window
      const rows: { over: boolean; ends: Instant }[] = []
      for (const { key, most } of [
        { key: keys.address, most: limit.address },
        { key: keys.name, most: limit.name },
        { key: keys.together, most: limit.together },
      ]) {
        const [row] = await db
          .insert(attempts)
          .values({ key, windowStart: now, count: 1 })
          .onConflictDoUpdate({
            target: attempts.key,
            set: {
              count: sql`case when ${attempts.windowStart} <= ${begun} then 1 else ${attempts.count} + 1 end`,
              windowStart: sql`case when ${attempts.windowStart} <= ${begun} then ${now} else ${attempts.windowStart} end`,
            },
          })
          .returning()
        if (row) rows.push({ over: row.count > most, ends: row.windowStart + limit.window })
      }
      return rows
    },
    { shows: 'nothing' },
  )
  const closed = windows.filter((row) => row.over).map((row) => row.ends)
  if (closed.length > 0) throw tooManyAttempts(Math.max(...closed) - now)
}

/** Takes a successful attempt back: the address gets its try again, the name starts afresh. */
export async function forgiveAttempt(services: Services, attempt: Attempt): Promise<void> {
  const keys = keysOf(services, attempt)
  await services.store.transact(
    async ({ db, tables: { attempts } }) => {
      await db
        .update(attempts)
        .set({ count: sql`case when ${attempts.count} > 0 then ${attempts.count} - 1 else 0 end` })
        .where(eq(attempts.key, keys.address))
      await db.delete(attempts).where(inArray(attempts.key, [keys.name, keys.together]))
    },
    { shows: 'nothing' },
  )
}

/** Removes counters whose window is over. */
export async function sweepAttempts({ store, clock }: Services): Promise<void> {
  await store.transact(
    async ({ db, tables: { attempts } }) => {
      await db.delete(attempts).where(lt(attempts.windowStart, clock() - LONGEST_WINDOW))
    },
    { shows: 'nothing' },
  )
}

/** Keys are keyed hashes: the table names neither people nor places. */
function keysOf({ config }: Services, { trying, name, address }: Attempt) {
  const key = (...parts: string[]) =>
    createHmac('sha256', config.sessionSecret)
      .update(JSON.stringify(['attempt', trying, ...parts]))
      .digest('base64url')
  const from = addressBlock(address)
  return { address: key('address', from), name: key('name', name), together: key('both', name, from) }
}

/** One subscriber's addresses count as one: an IPv6 subscriber holds a whole /64. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const hextets = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return hextets
    .slice(0, 4)
    .map((hextet) => hextet.replace(/^0+(?=.)/, ''))
    .join(':')
}

function tooManyAttempts(wait: number): AppError {
  const minutes = Math.max(1, Math.ceil(wait / MINUTE))
  const when = minutes < 90 ? `${minutes} menit` : `${Math.ceil(minutes / 60)} jam`
  return new AppError(
    'too_many_attempts',
    429,
    `Sudah terlalu banyak percobaan, jadi portal berhenti sebentar untuk menjaga akun. Coba lagi ${when} lagi. Isian Anda tetap ada.`,
  )
}
