import { createServer } from 'node:http'
import Database from 'better-sqlite3'

/**
 * The measure for the portal's pages: `node:http`, better-sqlite3, and for each page the queries that it needs at the
 * least, written into a few lines of HTML. No framework, no headers, no compression, no log.
 * Arguments: the database, a scratch file for writing, the port.
 */
const [database = '', scratch = '', port = ''] = process.argv.slice(2)
const db = new Database(database, { readonly: true })
const writer = new Database(scratch)
writer.pragma('journal_mode = WAL')
writer.pragma('synchronous = FULL')
writer.exec('create table if not exists posts (id integer primary key, title text, at integer)')

const today = new Date().toISOString().slice(0, 10)
const latestStep = `from_date = (select max(from_date) from coverage_steps where region_code = s.region_code and from_date <= ?)`
const step = db.prepare(`select s.* from coverage_steps s where region_code = ? and ${latestStep}`)
const stepsBelow = db.prepare(
  `select r.name, s.* from regions r join coverage_steps s on s.region_code = r.code where r.parent_code = ? and s.${latestStep}`,
)
const rollupsBelow = db.prepare(
  `select r.name, u.* from regions r left join region_rollups u on u.region_code = r.code where r.level = 'province'`,
)
const latestGroups = db.prepare(
  'select g.number, g.name, r.name place from groups g join regions r on r.code = g.village_code order by registered_at desc limit 5',
)
const search = db.prepare(
  `select g.number, g.name, r.name place from groups g join regions r on r.code = g.village_code where name_key like ? order by name_key, id limit 25`,
)
const matches = db.prepare('select count(*) total from groups where name_key like ?')
const group = db.prepare(
  'select g.*, r.name place from groups g join regions r on r.code = g.village_code where number = ?',
)
const board = db.prepare('select name, post from board_members where group_id = ? and until is null')
const recent = db.prepare(
  `select title, local_date from activities where group_id = ? and status = 'confirmed' order by local_date desc, id desc limit 5`,
)
const waiting = db.prepare(
  `select a.title, g.name from activities a join groups g on g.id = a.group_id where a.regency_code = ? and a.status = 'submitted' order by a.local_date, a.id limit 20`,
)
const waitingCount = db.prepare(
  `select count(*) total from activities where regency_code = ? and status = 'submitted'`,
)
const insert = writer.prepare('insert into posts (title, at) values (?, ?)')

const pages: Record<string, (asked: URLSearchParams) => unknown[]> = {
  '/home': () => [step.get('00', today), ...rollupsBelow.all(), ...latestGroups.all()],
  '/map': (asked) => [step.get(asked.get('code'), today), ...stepsBelow.all(asked.get('code'), today)],
  '/search': (asked) => {
    const words = `%${asked.get('q') ?? ''}%`
    return [matches.get(words), ...search.all(words)]
  },
  '/group': (asked) => {
    const found = group.get(asked.get('number'))
    const id = typeof found === 'object' && found && 'id' in found ? found.id : ''
    return [found, ...board.all(id), ...recent.all(id)]
  },
  '/dashboard': (asked) => {
    const code = asked.get('code')
    return [
      step.get(code, today),
      waitingCount.get(code),
      ...waiting.all(code),
      ...stepsBelow.all(code, today),
    ]
  },
  '/post': () => [insert.run('Penyuluhan di balai desa', Date.now())],
}

createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const page = pages[pathname]
  if (!page) return res.writeHead(404).end()
  req.resume()
  const lines = page(searchParams).map((row) => `<li>${Object.values(Object(row)).join(' ')}</li>`)
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  res.end(`<!DOCTYPE html><title>Halaman</title><ul>${lines.join('\n')}</ul>`)
}).listen(Number(port), '127.0.0.1')
