import Database from 'better-sqlite3'
import pg from 'pg'

const BATCH = 5_000

/**
 * Copies every row of a filled SQLite database into a migrated, otherwise empty PostgreSQL one: both engines then hold
 * the same, and nothing is counted twice. Secondary indexes are made when all rows are there.
 */
export async function copyToPostgres(sqlitePath: string, url: string): Promise<void> {
  const from = new Database(sqlitePath, { readonly: true })
  const to = new pg.Client({ connectionString: url })
  await to.connect()
  try {
    const { rows: made } = await to.query(`select tablename from pg_tables where schemaname = 'public'`)
    const tables = made.map(({ tablename }) => String(tablename))
    // Rows arrive as they lie, children before parents; triggers and keys were held where they were written first.
    await to.query('set session_replication_role = replica')
    await to.query('set synchronous_commit = off')
    const indexes = await dropIndexes(to)
    await to.query(`truncate ${tables.map((name) => `"${name}"`).join(', ')}`)
    for (const table of tables) await copyTable(from, to, table)
    for (const definition of indexes) await to.query(definition)
  } finally {
    from.close()
    await to.end()
  }
}

/** Takes away the indexes that hold no key; answers how to make them again. */
async function dropIndexes(to: pg.Client): Promise<string[]> {
  const { rows } = await to.query(
    `select indexname, indexdef from pg_indexes where schemaname = 'public'
     and indexname not in (select conname from pg_constraint)`,
  )
  for (const { indexname } of rows) await to.query(`drop index "${indexname}"`)
  return rows.map(({ indexdef }) => String(indexdef))
}

async function copyTable(from: Database.Database, to: pg.Client, table: string): Promise<void> {
  const { rows: columns } = await to.query(
    `select column_name from information_schema.columns where table_name = $1 and data_type = 'jsonb'`,
    [table],
  )
  const structured = columns.map(({ column_name }) => String(column_name))
  let batch: Record<string, unknown>[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const rows = JSON.stringify(batch)
    batch = []
    await to.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
      rows,
    ])
  }
  for (const row of from.prepare<[], Record<string, unknown>>(`select * from "${table}"`).iterate()) {
    for (const name of structured) if (row[name] !== null) row[name] = JSON.parse(String(row[name]))
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  await flush()
}
