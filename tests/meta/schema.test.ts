import { getTableName, is } from 'drizzle-orm'
import { PgTable, getTableConfig as pgConfig } from 'drizzle-orm/pg-core'
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { pgKit } from '~/platform/db/kit.pg'
import { sqliteKit } from '~/platform/db/kit.sqlite'
import * as postgresSchema from '~/platform/db/schema.postgres'
import * as sqliteSchema from '~/platform/db/schema.sqlite'
import { defineTables } from '~/tables'
import { withDatabase } from '../support/global-setup'

const sqliteTables = Object.values(defineTables(sqliteKit)).map((table) => sqliteConfig(table))
const postgresTables = Object.values<unknown>(defineTables(pgKit)).flatMap((table) =>
  is(table, PgTable) ? [pgConfig(table)] : [],
)

type Shape = (typeof sqliteTables)[number] | (typeof postgresTables)[number]

/** All that the two engines must agree on, in a form that compares. */
function outline(table: Shape) {
  return {
    name: table.name,
    columns: table.columns.map(({ name, notNull, primary }) => ({ name, notNull, primary })),
    foreignKeys: table.foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference()
      return `${columns.map((column) => column.name)} -> ${getTableName(foreignTable)}`
    }),
    indexes: table.indexes.map(
      ({ config }) => `${config.name}: ${columnNames(config.columns)} ${config.unique === true}`,
    ),
    primaryKeys: table.primaryKeys.map((key) => key.columns.map((column) => column.name)),
  }
}

function columnNames(columns: readonly unknown[]): string[] {
  return columns.map((column) =>
    typeof column === 'object' && column !== null && 'name' in column ? String(column.name) : '?',
  )
}

test('both engines have the same tables, columns, keys and indexes', () => {
  expect(postgresTables.map(outline)).toEqual(sqliteTables.map(outline))
})

test('drizzle-kit sees every table on both engines', () => {
  const names = Object.keys(defineTables(sqliteKit)).sort()
  expect(Object.keys(sqliteSchema).sort()).toEqual(names)
  expect(Object.keys(postgresSchema).sort()).toEqual(names)
  expect(Object.values(sqliteSchema).every((table) => is(table, SQLiteTable))).toBe(true)
})

describe('foreign keys', () => {
  const keys = sqliteTables.flatMap((table) =>
    table.foreignKeys.map((key) => ({
      table,
      name: table.name,
      columns: key.reference().columns.map((column) => column.name),
    })),
  )
  test.each(keys)('$name: $columns leads an index', ({ table, columns }) => {
    const leads = [
      ...table.indexes.map(({ config }) => columnNames(config.columns)),
      ...table.primaryKeys.map((key) => key.columns.map((column) => column.name)),
      ...table.columns.filter((column) => column.primary).map((column) => [column.name]),
    ]
    expect(leads.some((lead) => columns.every((column, at) => lead[at] === column))).toBe(true)
  })
})

test('the migrations make exactly these tables on SQLite', async () => {
  const { default: Client } = await import('better-sqlite3')
  const client = new Client(inject('sqliteTemplate'), { readonly: true })
  for (const table of sqliteTables) {
    const rows = client.prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    expect([
      table.name,
      rows
        .all(table.name)
        .map((row) => row.name)
        .sort(),
    ]).toEqual([table.name, table.columns.map((column) => column.name).sort()])
  }
  client.close()
})

test.skipIf(!inject('postgresUrl'))('the migrations make exactly these tables on PostgreSQL', async () => {
  const client = new pg.Client({
    connectionString: withDatabase(inject('postgresUrl'), inject('postgresTemplate')),
  })
  await client.connect()
  for (const table of postgresTables) {
    const { rows } = await client.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table.name],
    )
    expect([table.name, rows.map((row) => row.column_name).sort()]).toEqual([
      table.name,
      table.columns.map((column) => column.name).sort(),
    ])
  }
  await client.end()
})
