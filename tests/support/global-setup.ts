import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedChoices } from '~/features/choices/seed-choices.server'
import { loadRegions } from '~/features/regions/load-regions.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import { migratePostgres, openPostgres } from '~/platform/db/postgres'
import { migrateSqlite, openSqlite } from '~/platform/db/sqlite'
import type { Store } from '~/platform/db/store'
import { testServices } from './services'

declare module 'vitest' {
  interface ProvidedContext {
    folder: string
    sqliteTemplate: string
    /** Empty when no PostgreSQL answers. */
    postgresUrl: string
    postgresTemplate: string
  }
}

const DEFAULT_POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres'

/** Makes one migrated database with sample regions for each engine; test files copy it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-kim-test-'))
  const sqliteTemplate = join(folder, 'template.sqlite')
  migrateSqlite(sqliteTemplate, 'drizzle/sqlite')
  await fill(openSqlite(sqliteTemplate), folder)

  const postgresUrl = await findPostgres()
  const postgresTemplate = `simpul_test_${process.pid}`
  if (postgresUrl) {
    await admin(postgresUrl, `create database ${postgresTemplate}`)
    const templateUrl = withDatabase(postgresUrl, postgresTemplate)
    await migratePostgres(templateUrl, 'drizzle/postgres')
    await fill(openPostgres(templateUrl, 2), folder)
  }
  project.provide('folder', folder)
  project.provide('sqliteTemplate', sqliteTemplate)
  project.provide('postgresUrl', postgresUrl)
  project.provide('postgresTemplate', postgresTemplate)

  return async () => {
    rmSync(folder, { recursive: true, force: true })
    if (!postgresUrl) return
    const client = new pg.Client({ connectionString: postgresUrl })
    await client.connect()
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like '${postgresTemplate}%'`,
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    await client.end()
  }
}

async function fill(store: Store, folder: string): Promise<void> {
  await loadRegions(testServices(store, folder), () => undefined, { provinces: ['35', '94'] })
  await seedLegalBases({ store })
  await seedChoices({ store })
  await store.close()
}

async function findPostgres(): Promise<string> {
  const url = process.env.TEST_POSTGRES_URL ?? DEFAULT_POSTGRES
  try {
    await admin(url, 'select 1')
    return url
  } catch (error) {
    if (process.env.REQUIRE_POSTGRES === '1') throw error
    console.warn(
      '\n*** NO POSTGRESQL ANSWERS: every PostgreSQL test is SKIPPED (set TEST_POSTGRES_URL, or REQUIRE_POSTGRES=1 to fail) ***\n',
    )
    return ''
  }
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  await client.query(statement)
  await client.end()
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
