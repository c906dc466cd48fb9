import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import pg from 'pg'
import { posted, posting } from './bare-posting'
import { type Question, questions } from './bare-questions'

/**
 * The measure for the portal's pages: `node:http`, a driver, and for each page the questions that it needs at the least,
 * written into a few lines of HTML. No framework, no headers, no compression, no log; nobody is signed in, nothing is
 * checked. Posting writes into tables of the same shape and indexes, in one transaction that waits for the disk.
 * Arguments: the database, a scratch file for writing (SQLite only), the port.
 */
const [database = '', scratch = '', port = ''] = process.argv.slice(2)

interface Bare {
  ask(questions: Question[]): unknown[] | Promise<unknown[]>
  post(): void | Promise<void>
}

const bare = database.startsWith('postgres') ? await onPostgres() : onSqlite()

createServer(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const page = questions[pathname]
  if (!page && pathname !== '/post') return res.writeHead(404).end()
  req.resume()
  if (!page) await bare.post()
  const rows = page ? await bare.ask(page(searchParams)) : [{ stored: 1 }]
  const lines = rows.map((row) => `<li>${Object.values(Object(row)).join(' ')}</li>`)
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  res.end(`<!DOCTYPE html><title>Halaman</title><ul>${lines.join('\n')}</ul>`)
}).listen(Number(port), '127.0.0.1')

function onSqlite(): Bare {
  const reader = new Database(database, { readonly: true })
  const writer = new Database(scratch)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = OFF')
  for (const name of posted) {
    writer.exec(`drop table if exists ${name}`)
    const shape = reader
      .prepare(
        `select sql from sqlite_master where tbl_name = ? and type in ('table', 'index') and sql is not null`,
      )
      .pluck()
    for (const sql of shape.all(name)) writer.exec(String(sql))
  }
  writer.exec(`insert into audit_head (id, seq, hash) values (1, 0, '')`)
  const read = preparing(reader)
  const write = preparing(writer)
  const run = ([statement, ...values]: Question) => {
    const prepared = write(statement)
    if (prepared.reader) return prepared.all(...values).map(Object)
    prepared.run(...values)
    return []
  }
  const example = Object(reader.prepare('select * from activities order by id desc limit 1').get())
  return {
    ask: (asked) => asked.flatMap(([statement, ...values]) => read(statement).all(...values)),
    post: writer.transaction(() => {
      const steps = posting(example)
      for (let step = steps.next(); !step.done; ) step = steps.next(run(step.value))
    }),
  }
}

function preparing(db: Database.Database): (statement: string) => Database.Statement {
  const prepared = new Map<string, Database.Statement>()
  return (statement) => {
    const made = prepared.get(statement) ?? db.prepare(statement)
    prepared.set(statement, made)
    return made
  }
}

async function onPostgres(): Promise<Bare> {
  const pool = new pg.Pool({ connectionString: database, max: 10 })
  const names = new Map<string, string>()
  const named = ([statement, ...values]: Question) => {
    const name = names.get(statement) ?? `bare_${names.size}`
    names.set(statement, name)
    let at = 0
    return { name, text: statement.replaceAll('?', () => `$${++at}`), values }
  }
  await pool.query('drop schema if exists bare cascade; create schema bare')
  for (const name of posted) await pool.query(`create table bare.${name} (like public.${name} including all)`)
  await pool.query(`insert into bare.audit_head (id, seq, hash) values (1, 0, '')`)
  const writers = new pg.Pool({ connectionString: database, max: 10, options: '-c search_path=bare' })
  const { rows } = await pool.query('select * from activities order by id desc limit 1')
  return {
    async ask(asked) {
      const answers = await Promise.all(asked.map((question) => pool.query(named(question))))
      return answers.flatMap((answer) => answer.rows)
    },
    async post() {
      const client = await writers.connect()
      try {
        await client.query('begin')
        const steps = posting(rows[0])
        for (let step = steps.next(); !step.done; ) {
          const { rows: answer } = await client.query(named(step.value))
          step = steps.next(answer)
        }
        await client.query('commit')
      } finally {
        client.release()
      }
    },
  }
}
