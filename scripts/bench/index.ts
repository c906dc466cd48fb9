import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openExisting } from '~/platform/db/open'
import { databaseOf, FOLDER, findPostgres } from './databases'
import { type MadeFile, makeFiles } from './files'
import { firstVisit, freePort, measure, type Running, type Speed, startServer } from './measure'
import { type BenchPage, pagesOf, SECRET } from './pages'
import type { Size } from './recipe'
import { type Measured, printFileGrowth, printFiles, printGrowth, printTable } from './report'
import { sizes } from './sizes'

/** Any cookie of ours passes the kept pages by: each answer is made anew. */
const MADE_ANEW = { cookie: '__Host-ukur=1' }

const quick = process.argv.includes('--quick')
const seconds = quick ? 2 : 4
const chosen: Size[] = quick ? [sizes.tenth, sizes.hundredth] : [sizes.full, sizes.tenth]
const say = (line: string) => console.log(line)

/**
 * `npm run bench`: makes the databases once, serves each with the portal as `npm start` runs it, and measures its pages
 * in turn with a bare page that makes the same queries; then makes documents and files of many rows, each in a process
 * of its own. `--quick` takes a tenth of the rows and half of the time.
 */
mkdirSync(FOLDER, { recursive: true })
const postgres = await findPostgres()
if (!postgres) say('Tidak ada PostgreSQL yang menjawab (TEST_POSTGRES_URL): hanya SQLite yang diukur.')
const results = new Map<string, { measured: Measured[]; files: MadeFile[] }>()
for (const engine of postgres ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const)) {
  for (const size of chosen) {
    say(`\n${engine}, ${size.groups} KIM, ${size.activities} kegiatan`)
    const bareDatabase = await databaseOf('sqlite', size, {
      postgres,
      say: engine === 'sqlite' ? say : () => {},
    })
    const database = engine === 'sqlite' ? bareDatabase : await databaseOf(engine, size, { postgres, say })
    const { measured, memory } = await measureAll(database, bareDatabase)
    printTable(measured, memory, say)
    const files = await makeFiles(database)
    printFiles(files, say)
    results.set(`${engine} ${size.name}`, { measured, files })
  }
  const [large, small] = chosen.map(({ name }) => results.get(`${engine} ${name}`))
  if (!large || !small) continue
  printGrowth(large.measured, small.measured, say)
  printFileGrowth(large.files, small.files, say)
}

async function measureAll(database: string, bareDatabase: string) {
  const store = openExisting(database)
  const pages = await pagesOf(store).finally(() => store.close())
  const port = await freePort()
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const portal = await startServer(`env ${scripts.start}`, {
    port,
    log: join(FOLDER, 'portal.log'),
    ready: '/healthz',
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: FOLDER,
      DATABASE_URL: database,
      SESSION_SECRET: SECRET,
    },
  })
  const bare = await startBare(bareDatabase)
  // On PostgreSQL the same questions are also asked there.
  const own = database === bareDatabase ? bare : await startBare(database)
  try {
    const measured: Measured[] = []
    // A second of each beforehand: whichever page comes first shall not pay for the compiler.
    for (const { next, bare: bareNext, headers, expected } of pages) {
      await measure({ origin: portal.origin, next, headers, expected, seconds: 1 })
      for (const { origin } of new Set([bare, own])) {
        await measure({ origin, next: bareNext, headers, expected: 200, seconds: 1 })
      }
    }
    for (const page of pages) measured.push(await measureOne(page, { portal, bare, own }))
    return { measured, memory: await portal.memory() }
  } finally {
    for (const server of new Set([portal, bare, own])) await server.stop()
  }
}

async function startBare(database: string): Promise<Running> {
  const port = await freePort()
  return startServer(
    `node --import tsx scripts/bench/bare.ts ${database} ${join(FOLDER, 'scratch.sqlite')} ${port}`,
    { port, log: join(FOLDER, `bare-${port}.log`), ready: '/home', env: {} },
  )
}

interface Servers {
  portal: Running
  /** node:http and better-sqlite3. */
  bare: Running
  /** The same on the portal's own engine. */
  own: Running
}

async function measureOne(page: BenchPage, { portal, bare, own }: Servers): Promise<Measured> {
  const { name, kind, headers, expected } = page
  const form = kind === 'form'
  const opened = await fetch(portal.origin + page.next().path, {
    headers: cookieOf(headers),
    redirect: 'manual',
  })
  if (opened.status !== 200) return { name, kind, missing: opened.status }
  const run = (origin: string, next: BenchPage['next'], more: Record<string, string>, status: number) =>
    measure({ origin, next, headers: { ...headers, ...more }, expected: status, seconds: seconds / 2 })
  const isPublic = kind === 'public' || kind === 'map'
  // In turn and twice, so that what else the machine does meets both.
  const rounds: { bare: Speed; own: Speed; portal: Speed; anew: Speed }[] = []
  for (let round = 0; round < 2; round++) {
    const bareSpeed = await run(bare.origin, page.bare, {}, 200)
    rounds.push({
      bare: bareSpeed,
      own: own === bare || isPublic ? bareSpeed : await run(own.origin, page.bare, {}, 200),
      portal: await run(portal.origin, page.next, {}, expected),
      anew: isPublic
        ? await run(portal.origin, page.next, MADE_ANEW, expected)
        : { perSecond: 0, p50: 0, p95: 0, wrong: 0 },
    })
  }
  const portalSpeed = mean(rounds.map((round) => round.portal))
  return {
    name,
    kind,
    bare: mean(rounds.map((round) => round.bare)),
    own: mean(rounds.map((round) => round.own)),
    portal: portalSpeed,
    anew: isPublic ? mean(rounds.map((round) => round.anew)) : portalSpeed,
    bytes: form ? undefined : await firstVisit(portal.origin, page.next().path, cookieOf(headers)),
  }
}

function cookieOf(headers: Record<string, string>): Record<string, string> {
  return headers.cookie ? { cookie: headers.cookie } : {}
}

function mean(speeds: Speed[]): Speed {
  const of = (key: keyof Speed) => speeds.reduce((sum, speed) => sum + speed[key], 0) / speeds.length
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), wrong: of('wrong') * speeds.length }
}
