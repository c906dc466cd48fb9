import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { loadRegions } from '~/features/regions/load-regions.server'
import { localDate } from '~/platform/calendar'
import { readConfig } from '~/platform/config/config'
import { openStore } from '~/platform/db/open'
import { openServices } from '../../server/services'
import { copyToPostgres } from './copy-to-postgres'
import { fill } from './fill'
import { RECIPE, type Size } from './recipe'

export const FOLDER = resolve('.cache/bench')
const DEFAULT_POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres'

type Engine = 'sqlite' | 'postgres'

/** The address of a PostgreSQL server that answers; undefined when none does. */
export async function findPostgres(): Promise<string | undefined> {
  const url = process.env.TEST_POSTGRES_URL ?? DEFAULT_POSTGRES
  return ask(url, 'select 1').then(
    () => url,
    () => undefined,
  )
}

/**
 * The database of a size on an engine, made when there is none by this recipe and month, else brought to the newest
 * schema. PostgreSQL's is a copy of SQLite's, so that both engines answer from the same rows.
 * A database gets its name when it is complete: one that was interrupted is made anew.
 */
export async function databaseOf(
  engine: Engine,
  size: Size,
  { postgres, say }: { postgres: string | undefined; say: (line: string) => void },
): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const name = `bench_${size.name}_${recipeHash(size)}`
  const before = `bench_${size.name}_`
  if (engine === 'sqlite') {
    const path = join(FOLDER, `${name}.sqlite`)
    if (existsSync(path)) return await reused(path, say)
    for (const old of readdirSync(FOLDER)) if (old.startsWith(before)) rmSync(join(FOLDER, old))
    const making = `${path}.making`
    for (const end of ['', '-wal', '-shm']) rmSync(making + end, { force: true })
    await make(making, size, say)
    renameSync(making, path)
    return path
  }
  if (!postgres) throw new Error('no PostgreSQL answers')
  const names = (await ask(postgres, `select datname from pg_database where datname like 'bench\\_%'`)).map(
    ({ datname }) => String(datname),
  )
  if (names.includes(name)) return await reused(withDatabase(postgres, name), say)
  for (const old of names.filter((it) => it.startsWith(before) || it === 'bench_making')) {
    await ask(postgres, `drop database ${old} with (force)`)
  }
  await ask(postgres, 'create database bench_making')
  const sqlite = await databaseOf('sqlite', size, { postgres, say: () => undefined })
  await timed(say, async () => {
    await (await openStore(withDatabase(postgres, 'bench_making'))).close()
    await copyToPostgres(sqlite, withDatabase(postgres, 'bench_making'))
  })
  await ask(postgres, `alter database bench_making rename to ${name}`)
  await ask(withDatabase(postgres, name), 'vacuum analyze')
  return withDatabase(postgres, name)
}

async function reused(database: string, say: (line: string) => void): Promise<string> {
  await (await openStore(database)).close()
  say('  basis data dari jalan sebelumnya dipakai lagi: resep dan bulannya sama')
  return database
}

async function make(databaseUrl: string, size: Size, say: (line: string) => void): Promise<void> {
  const config = { ...readConfig(), dataDir: FOLDER, databaseUrl, logLevel: 'silent' }
  await timed(say, async () => {
    const services = await openServices(config, { durable: false })
    try {
      await loadRegions(services, () => undefined)
      await fill(services, size, say)
    } finally {
      await services.store.close()
    }
  })
}

async function timed(say: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const begun = Date.now()
  await work()
  say(`  dibuat dalam ${Math.round((Date.now() - begun) / 1000)} detik`)
}

/** States follow the calendar, so a database is made for its month. */
function recipeHash(size: Size): string {
  const month = localDate(Date.now(), 'WIB').slice(0, 7)
  return createHash('sha256')
    .update(JSON.stringify([RECIPE, size, month]))
    .digest('hex')
    .slice(0, 10)
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
