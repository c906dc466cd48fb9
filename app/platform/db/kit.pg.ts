import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Kit } from './kit'

const builders = {
  dialect: 'postgres' as const,
  table: pgTable,
  id: (name = 'id') => text(name),
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  real: (name: string) => doublePrecision(name),
  boolean: (name: string) => boolean(name),
  instant: (name: string) => bigint(name, { mode: 'number' }),
  json: <T>(name: string) => jsonb(name).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
}

/** PostgreSQL's builders under the SQLite type: features see one type, the schema parity test holds the two together. */
export const pgKit = builders as unknown as Kit
