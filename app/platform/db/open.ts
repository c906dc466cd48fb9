import { migratePostgres, openPostgres } from './postgres'
import { migrateSqlite, openSqlite } from './sqlite'
import type { Store } from './store'

/** True when the address names a PostgreSQL server; anything else is the path of a SQLite file. */
export function isPostgresUrl(databaseUrl: string): boolean {
  return /^postgres(ql)?:\/\//.test(databaseUrl)
}

/**
 * Migrates and opens the database that `databaseUrl` names.
 * @param options.durable `false` only for data that can be made again: a power cut may then take the latest changes,
 *   never half of one. Otherwise what was answered is on the disk.
 */
export async function openStore(
  databaseUrl: string,
  { durable = true }: { durable?: boolean } = {},
): Promise<Store> {
  if (isPostgresUrl(databaseUrl)) {
    await migratePostgres(databaseUrl, 'drizzle/postgres')
    return openPostgres(databaseUrl, undefined, { durable })
  }
  migrateSqlite(databaseUrl, 'drizzle/sqlite')
  return openSqlite(databaseUrl, { durable })
}

/** Opens a database as it is, without migrating it: for commands that only look, also beside a running portal. */
export function openExisting(databaseUrl: string): Store {
  return isPostgresUrl(databaseUrl) ? openPostgres(databaseUrl, 2) : openSqlite(databaseUrl)
}
