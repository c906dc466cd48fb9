import { migratePostgres, openPostgres } from './postgres'
import { migrateSqlite, openSqlite } from './sqlite'
import type { Store } from './store'

/** True when the address names a PostgreSQL server; anything else is the path of a SQLite file. */
export function isPostgresUrl(databaseUrl: string): boolean {
  return /^postgres(ql)?:\/\//.test(databaseUrl)
}

/** Migrates and opens the database that `databaseUrl` names. */
export async function openStore(databaseUrl: string): Promise<Store> {
  if (isPostgresUrl(databaseUrl)) {
    await migratePostgres(databaseUrl, 'drizzle/postgres')
    return openPostgres(databaseUrl)
  }
  migrateSqlite(databaseUrl, 'drizzle/sqlite')
  return openSqlite(databaseUrl)
}

/** Opens a database as it is, without migrating it: for commands that only look, also beside a running portal. */
export function openExisting(databaseUrl: string): Store {
  return isPostgresUrl(databaseUrl) ? openPostgres(databaseUrl, 2) : openSqlite(databaseUrl)
}
