import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { defineTables } from '~/tables'
import { sqlState } from './errors'
import { insideTransaction } from './inside-transaction'
import { pgKit } from './kit.pg'
import type { Database, Store } from './store'

const RETRIES = 8
const STATEMENT_TIMEOUT_MS = 15_000
/** Writers take turns at a few rows (the country's count, the audit trail): many at once wait longer than a query may. */
const WRITE_TIMEOUT_MS = 45_000

/** Brings a PostgreSQL database up to date; several processes may call it at once. */
export async function migratePostgres(url: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(815001)')
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}

/**
 * Opens a PostgreSQL store: a pool for writing and a read-only pool.
 * @param options.durable see `openStore`
 */
export function openPostgres(
  url: string,
  poolSize = 10,
  { durable = true }: { durable?: boolean } = {},
): Store {
  const tables = defineTables(pgKit)
  const writePool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    statement_timeout: WRITE_TIMEOUT_MS,
    ...(durable ? {} : { options: '-c synchronous_commit=off' }),
  })
  const readPool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: '-c default_transaction_read_only=on',
  })
  for (const pool of [writePool, readPool]) {
    // A connection that dies while idle must not end the process; the next query opens another.
    pool.on('error', () => undefined)
    keepPlans(pool)
  }
  const write = drizzle(writePool, { schema: tables })
  const read = drizzle(readPool, { schema: tables }) as unknown as Database
  let shownChanges = 0

  return {
    dialect: 'postgres',
    tables,
    read,
    async transact(work, { shows } = {}) {
      if (insideTransaction.getStore())
        throw new Error('transact was called inside transact: pass tx on instead')
      for (let attempt = 1; ; attempt++) {
        try {
          return await write.transaction((tx) =>
            insideTransaction.run(true, () =>
              work({ dialect: 'postgres', tables, db: tx as unknown as Database }),
            ),
          )
        } catch (error) {
          if (!isPassing(error) || attempt === RETRIES) throw error
          await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())))
        } finally {
          // After a failure too: a connection lost during COMMIT leaves open whether it was done.
          if (shows !== 'nothing') shownChanges++
        }
      }
    },
    shownChanges: () => shownChanges,
    async ping() {
      await readPool.query('select 1')
    },
    async close() {
      await Promise.all([writePool.end(), readPool.end()])
    },
  }
}

/** Each connection holds its own plans, some ten kilobytes each. */
const MOST_PLANS = 300
const MOST_SEEN = 5_000

/**
 * Reading and planning a statement costs more than running it by key: connections keep the plans of those that are
 * asked again and again, by giving them a name.
 */
function keepPlans(pool: pg.Pool): void {
  const seen = new Set<string>()
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known || names.size === MOST_PLANS || !isPlannedOnce(text)) return known
    // Lists of values come in all lengths: what is asked but once or twice gets no name.
    if (seen.has(text)) names.set(text, `kept_${names.size + 1}`)
    if (seen.size === MOST_SEEN) seen.clear()
    seen.add(text)
    return names.get(text)
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (asked: unknown, ...rest: unknown[]) => unknown
    const queryByName = (asked: unknown, ...rest: unknown[]) => {
      const isNameless =
        typeof asked === 'object' && asked && 'text' in asked && 'name' in asked && !asked.name
      return query(isNameless ? { ...asked, name: nameOf(String(asked.text)) } : asked, ...rest)
    }
    client.query = queryByName as typeof client.query
  })
}

/** A plan made for any value suits all but patterns: for those PostgreSQL looks at the value. */
function isPlannedOnce(text: string): boolean {
  return /^(select|insert|update|delete|with) /.test(text) && !/ like /.test(text)
}

/** Serialisation failures and deadlocks pass when the transaction is tried again. */
function isPassing(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}
