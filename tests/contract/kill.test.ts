import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import { checkRollups } from '~/features/regions/check-rollups.server'
import { openStore } from '~/platform/db/open'
import { newId } from '~/platform/ids'
import { withDatabase } from '../support/global-setup'
import { person } from '../support/people'
import { testServices } from '../support/services'
import { signIn } from '../support/web'

const SECRET = 'y'.repeat(40)
const KILLS = 3

describe.each(['sqlite', 'postgres'] as const)('kill -9 under load (%s)', (engine) => {
  const here = engine === 'sqlite' || inject('postgresUrl') !== ''
  test.runIf(here)(
    'loses no application that was acknowledged, and the server starts again',
    async () => {
      const { folder, databaseUrl } = await ownDatabase(engine)
      const services = testServices(await openStore(databaseUrl), folder)
      services.config = { ...services.config, sessionSecret: SECRET }
      services.now = Date.now()
      const villager = await person(services, 'Warga uji')
      const { cookie, csrf } = await signIn(services, villager)
      await services.store.close()

      const acknowledged: string[] = []
      for (let round = 0; round < KILLS; round++) {
        const port = await freePort()
        const server = await start({ port, folder, databaseUrl })
        const goal = acknowledged.length + 15 + round * 10
        let stopped = false
        const writer = async () => {
          while (!stopped) {
            const id = newId()
            const saved = await register(`http://127.0.0.1:${port}`, { id, cookie, csrf }).catch(() => false)
            if (saved) acknowledged.push(id)
            if (!saved) await new Promise((done) => setTimeout(done, 20))
          }
        }
        const writers = Array.from({ length: 6 }, writer)
        const deadline = Date.now() + 30_000
        while (acknowledged.length < goal && Date.now() < deadline)
          await new Promise((done) => setTimeout(done, 5))
        server.kill('SIGKILL')
        stopped = true
        await Promise.all(writers)
        expect(acknowledged.length).toBeGreaterThanOrEqual(goal)
      }

      const store = await openStore(databaseUrl)
      const { applications, auditEvents } = store.tables
      const kept = await store.read
        .select({ id: applications.id })
        .from(applications)
        .where(inArray(applications.id, acknowledged))
      const audited = await store.read
        .select({ id: auditEvents.subjectId })
        .from(auditEvents)
        .where(inArray(auditEvents.subjectId, acknowledged))
      await store.close()
      expect(kept.length).toBe(acknowledged.length)
      expect(new Set(audited.map((event) => event.id)).size).toBe(acknowledged.length)
    },
    180_000,
  )
})

describe.each(['sqlite', 'postgres'] as const)('kill -9 while activities are confirmed (%s)', (engine) => {
  const here = engine === 'sqlite' || inject('postgresUrl') !== ''
  test.runIf(here)(
    'loses no confirmation that was acknowledged, and every count is what the facts say',
    async () => {
      const { folder, databaseUrl } = await ownDatabase(engine)
      const acknowledged: string[] = []
      // One process holds a SQLite file; on PostgreSQL two write side by side.
      const villages = engine === 'sqlite' ? ['9404011003'] : ['9404011003', '9404022001']
      for (let round = 0; round < KILLS; round++) {
        const goal = acknowledged.length + 20 + round * 9
        const children = villages.map((village) =>
          spawn(
            process.execPath,
            ['--import', 'tsx', 'tests/support/confirm-for-ever.ts', databaseUrl, folder, village],
            { stdio: ['ignore', 'pipe', 'inherit'] },
          ),
        )
        const ended = children.map((child) => new Promise((done) => child.on('close', done)))
        for (const child of children) {
          child.stdout.setEncoding('utf8')
          child.stdout.on('data', (lines: string) => acknowledged.push(...lines.trim().split('\n')))
        }
        const deadline = Date.now() + 60_000
        while (acknowledged.length < goal && Date.now() < deadline)
          await new Promise((done) => setTimeout(done, 5))
        for (const child of children) child.kill('SIGKILL')
        await Promise.all(ended)
        expect(acknowledged.length).toBeGreaterThanOrEqual(goal)
      }
      const store = await openStore(databaseUrl)
      const { activities } = store.tables
      const kept = await store.read
        .select({ id: activities.id })
        .from(activities)
        .where(and(inArray(activities.id, acknowledged), eq(activities.status, 'confirmed')))
      const coverage = await checkCoverage({ store })
      const rollups = await checkRollups({ store })
      await store.close()
      expect(kept.length).toBe(acknowledged.length)
      expect(coverage).toEqual({ counts: [], groupIds: [] })
      expect(rollups).toEqual([])
    },
    240_000,
  )
})

async function ownDatabase(engine: 'sqlite' | 'postgres') {
  const unique = newId().replaceAll('-', '')
  const folder = join(inject('folder'), unique)
  mkdirSync(folder)
  if (engine === 'sqlite') {
    const databaseUrl = join(folder, 'kill.sqlite')
    copyFileSync(inject('sqliteTemplate'), databaseUrl)
    return { folder, databaseUrl }
  }
  const name = `${inject('postgresTemplate')}_${unique}`
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(`create database ${name} template ${inject('postgresTemplate')}`)
  await client.end()
  return { folder, databaseUrl: withDatabase(inject('postgresUrl'), name) }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}

/** Starts the real server as a process of its own and waits until it answers. */
async function start({
  port,
  folder,
  databaseUrl,
}: {
  port: number
  folder: string
  databaseUrl: string
}): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['server/start.js'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: SECRET,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return server
    await new Promise((done) => setTimeout(done, 100))
  }
  server.kill('SIGKILL')
  throw new Error('the server did not start')
}

/** Sends the first step of a registration; true when the server said that it is saved. */
async function register(
  origin: string,
  { id, cookie, csrf }: { id: string; cookie: string; csrf: string },
): Promise<boolean> {
  const answer = await fetch(`${origin}/kelompok/baru`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin },
    body: new URLSearchParams({
      csrf,
      id,
      villageCode: '9404011003',
      name: `KIM Uji ${id}`,
      scope: 'village',
    }),
  })
  return answer.status === 302 && (answer.headers.get('location') ?? '').includes(id)
}
