import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Client from 'better-sqlite3'
import { expect, inject, test } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { checkActivityCounts } from '~/features/activities/check-activity-counts.server'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { verifyChain } from '~/features/audit/verify-chain.server'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import { searchDirectory } from '~/features/groups/directory.queries.server'
import { checkRollups } from '~/features/regions/check-rollups.server'
import { isPostgresUrl, openStore } from '~/platform/db/open'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { withDatabase } from '../support/global-setup'
import { aGroup } from '../support/groups'
import { type TestServices, testServices } from '../support/services'

const VILLAGE = '9404011003'

/** Takes a copy of the database as the runbook says, while the portal runs, and answers its address. */
function backedUp(databaseUrl: string): string {
  if (!isPostgresUrl(databaseUrl)) {
    const copy = `${databaseUrl}.copy`
    const client = new Client(databaseUrl)
    client.exec(`VACUUM INTO '${copy}'`)
    client.close()
    return copy
  }
  const name = `${new URL(databaseUrl).pathname.slice(1)}_copy`
  const file = join(inject('folder'), `${name}.dump`)
  const copy = withDatabase(databaseUrl, name)
  execFileSync('pg_dump', ['--format=custom', `--file=${file}`, databaseUrl])
  execFileSync('psql', ['--quiet', `--command=create database ${name}`, databaseUrl])
  execFileSync('pg_restore', ['--clean', '--if-exists', '--no-owner', `--dbname=${copy}`, file])
  return copy
}

async function aConfirmedActivity(services: TestServices, name: string): Promise<void> {
  const group = await aGroup(services, { name }, VILLAGE)
  const id = ActivityId.parse(services.newId())
  await postActivity(services, {
    actor: await aMemberOf(services, group.id),
    requestId: 'r',
    id,
    groupId: group.id,
    content: anActivity(VILLAGE),
  })
  await confirmActivities(services, {
    actor: await anOfficerOf(services, '9404'),
    requestId: 'r',
    chosen: [{ id, version: 1 }],
  })
}

/** PostgreSQL's programs may be missing where its server is another machine's. */
const dumps = spawnSync('pg_dump', ['--version']).status === 0

onEachEngine('a backup', (given) => {
  test('taken as the runbook says holds all that was answered until then, and goes on from there', async ({
    skip,
  }) => {
    const services = given()
    skip(services.store.dialect === 'postgres' && !dumps, 'there is no pg_dump')
    await aConfirmedActivity(services, 'KIM Sebelum')
    const copy = backedUp(services.config.databaseUrl)
    await aConfirmedActivity(services, 'KIM Sesudah')

    const restored = testServices(await openStore(copy), inject('folder'))
    try {
      const named = async () => (await searchDirectory(restored, { text: 'sudah', page: 1 })).total
      const last = await verifyChain(restored.store)
      expect(last.whole).toBe(true)
      expect(await named()).toBe(0)
      await aConfirmedActivity(restored, 'KIM Bersudah')
      expect(await named()).toBe(1)
      expect((await searchDirectory(restored, { text: 'sebel', page: 1 })).total).toBe(1)
      expect(await verifyChain(restored.store)).toMatchObject({ whole: true })
      expect((await verifyChain(restored.store)).events).toBeGreaterThan(last.events)
      expect(await checkRollups(restored)).toEqual([])
      expect(await checkCoverage(restored)).toEqual({ counts: [], groupIds: [] })
      expect(await checkActivityCounts(restored)).toEqual([])
    } finally {
      await restored.store.close()
    }
  })
})
