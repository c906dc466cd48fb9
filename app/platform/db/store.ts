import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Tables } from '~/tables'

export type Dialect = 'sqlite' | 'postgres'

/** A query builder whose results must be awaited, on either engine. */
export type Database = BaseSQLiteDatabase<'async', unknown, Tables>

/** What a use case writes through: the open transaction and the tables. */
export interface Tx {
  readonly dialect: Dialect
  readonly tables: Tables
  readonly db: Database
}

/** What a change has to do with pages that everyone may see. */
export interface Changing {
  /**
   * `nothing`: no public page shows any of it (sessions, attempts, leases of jobs, notices).
   * Left out, kept pages are made anew; see `platform/http/page-cache.server.ts`.
   */
  shows?: 'nothing'
}

/**
 * The only way to the database that features see.
 * `read` is a read-only connection; `transact` is the only way to write.
 */
export interface Store {
  readonly dialect: Dialect
  readonly tables: Tables
  readonly read: Database
  /**
   * Runs `work` in one serialised (SQLite) or retried (PostgreSQL) transaction.
   * Nothing but database work belongs inside: it may run more than once.
   * @throws when called inside another `transact` of the same call chain
   */
  transact<T>(work: (tx: Tx) => Promise<T>, changing?: Changing): Promise<T>
  /**
   * How many changes of this process a public page may show. It has moved on before `transact` answers;
   * what was read while it stood still is the present state.
   */
  shownChanges(): number
  /** Answers when the database does. */
  ping(): Promise<void>
  close(): Promise<void>
}
