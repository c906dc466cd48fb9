import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { checkActivityCounts } from '~/features/activities/check-activity-counts.server'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import { checkEventCounts, checkEventRegencies } from '~/features/events/check-event-counts.server'
import { checkFindings } from '~/features/mapping/check-findings.server'
import { checkMappingCounts } from '~/features/mapping/count-rows.server'
import { checkPartnerships } from '~/features/partnerships/count-partnerships.server'
import { checkRollups } from '~/features/regions/check-rollups.server'
import { checkReportCounts } from '~/features/reporting/check-report-counts.server'
import { openPostgres } from '~/platform/db/postgres'
import { openSqlite } from '~/platform/db/sqlite'
import { newId } from '~/platform/ids'
import { withDatabase } from './global-setup'
import { type TestServices, testServices } from './services'

/**
 * Runs the same properties on SQLite and on PostgreSQL, each on a database of its own
 * with the regions of Jawa Timur (35) and Papua Tengah (94).
 * `given()` answers the services once the tests run.
 */
export function onEachEngine(name: string, body: (given: () => TestServices) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (engine) => {
    if (engine === 'postgres' && !inject('postgresUrl')) {
      describe.skip('no PostgreSQL answers', () => undefined)
      return
    }
    let services: TestServices
    beforeAll(async () => {
      const databaseUrl = await copyTemplate(engine)
      const store = engine === 'sqlite' ? openSqlite(databaseUrl) : openPostgres(databaseUrl, 20)
      services = testServices(store, inject('folder'), databaseUrl)
    })
    afterAll(async () => {
      try {
        // Whatever a file of tests did, stored counts are what the facts say.
        expect(await checkRollups(services)).toEqual([])
        expect(await checkCoverage(services)).toEqual({ counts: [], groupIds: [] })
        expect(await checkActivityCounts(services)).toEqual([])
        expect(await checkReportCounts(services)).toEqual([])
        expect(await checkEventCounts(services)).toEqual([])
        expect(await checkEventRegencies(services)).toEqual([])
        expect(await checkMappingCounts(services)).toEqual([])
        expect(await checkFindings(services)).toEqual([])
        expect(await checkPartnerships(services)).toEqual([])
      } finally {
        await services.store.close()
      }
    })
    body(() => services)
  })
}

/** The address of a new database with the sample regions. */
async function copyTemplate(engine: 'sqlite' | 'postgres'): Promise<string> {
  const unique = newId().replaceAll('-', '')
  if (engine === 'sqlite') {
    const path = join(inject('folder'), `${unique}.sqlite`)
    copyFileSync(inject('sqliteTemplate'), path)
    return path
  }
  const url = inject('postgresUrl')
  const database = `${inject('postgresTemplate')}_${unique}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${database} template ${inject('postgresTemplate')}`)
  await client.end()
  return withDatabase(url, database)
}
