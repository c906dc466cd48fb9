import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteClient from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { defineTables } from '~/tables'
import { insideTransaction } from './inside-transaction'
import { sqliteKit } from './kit.sqlite'
import type { Changing, Database, Store, Tx } from './store'

function open(path: string, readonly: boolean, durable = true) {
  const client = new SqliteClient(path, { readonly })
  keepStatements(client)
  client.pragma('busy_timeout = 5000')
  client.pragma('foreign_keys = ON')
  if (!readonly) {
    client.pragma('journal_mode = WAL')
    client.pragma(durable ? 'synchronous = FULL' : 'synchronous = NORMAL')
  }
  return client
}

const KEPT_STATEMENTS = 400

/** Compiling a statement costs more than running it by key: those in use lately are kept. */
function keepStatements(client: SqliteClient.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, SqliteClient.Statement>()
  const prepareOnce = (source: string) => {
    const statement = kept.get(source) ?? prepare(source)
    kept.delete(source)
    kept.set(source, statement)
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value ?? '')
    return statement
  }
  client.prepare = prepareOnce as typeof client.prepare
}

/**
 * Brings a SQLite file up to date.
 * Foreign keys are off while tables are rebuilt (with keys on, a rebuild deletes every child row)
 * and are checked afterwards.
 */
export function migrateSqlite(path: string, migrationsFolder: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const client = open(path, false)
  try {
    client.pragma('foreign_keys = OFF')
    migrate(drizzle(client), { migrationsFolder })
    // Only a migration can break a key, and each is a row; reading all rows of a large file takes seconds.
    if (client.prepare('select total_changes()').pluck().get() === 0) return
    const broken = client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} rows point to nothing after the migration`)
  } finally {
    client.close()
  }
}

/**
 * Opens a SQLite store: one writer behind a queue and one read-only connection, in WAL mode.
 * Exactly one process may hold it.
 * @param options.durable see `openStore`
 */
export function openSqlite(path: string, { durable = true }: { durable?: boolean } = {}): Store {
  const tables = defineTables(sqliteKit)
  const writer = open(path, false, durable)
  const reader = open(path, true)
  const write = drizzle(writer, { schema: tables }) as unknown as Database
  const read = drizzle(reader, { schema: tables }) as unknown as Database
  let queue: Promise<unknown> = Promise.resolve()
  let shownChanges = 0

  async function runExclusively<T>(work: (tx: Tx) => Promise<T>, { shows }: Changing): Promise<T> {
    writer.exec('BEGIN IMMEDIATE')
    try {
      const result = await insideTransaction.run(true, () => work({ dialect: 'sqlite', tables, db: write }))
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    } finally {
      if (shows !== 'nothing') shownChanges++
    }
  }

  return {
    dialect: 'sqlite',
    tables,
    read,
    transact(work, changing = {}) {
      if (insideTransaction.getStore())
        throw new Error('transact was called inside transact: pass tx on instead')
      const turn = queue.then(() => runExclusively(work, changing))
      queue = turn.catch(() => undefined)
      return turn
    },
    shownChanges: () => shownChanges,
    async ping() {
      reader.prepare('select 1').get()
    },
    async close() {
      await queue
      reader.close()
      writer.close()
    },
  }
}
