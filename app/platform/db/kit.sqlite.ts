import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const sqliteKit = {
  dialect: 'sqlite' as const,
  table: sqliteTable,
  /** UUIDv7 or another text key. */
  id: (name = 'id') => text(name),
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  real: (name: string) => real(name),
  boolean: (name: string) => integer(name, { mode: 'boolean' }),
  /** Milliseconds since the epoch, UTC. */
  instant: (name: string) => integer(name, { mode: 'number' }),
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
}
