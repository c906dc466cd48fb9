import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

/**
 * The measure for the portal's pages: `node:http`, better-sqlite3, and for each page the queries that it needs at the
 * least, written into a few lines of HTML. No framework, no headers, no compression, no log.
 *
 * The dashboard's queries read the rows that the portal's shows, not fewer and not more: the counts of 24 months, what
 * waits, every village of the regency, and each group's latest activity today and before this month. Posting writes
 * what a report leaves behind, into tables of the same shape and indexes, in one transaction that waits for the disk:
 * the activity with its marks, its version and event, and a link of the audit chain. Nobody is signed in, nothing is checked.
 * Arguments: the database, a scratch file for writing, the port.
 */
const [database = '', scratch = '', port = ''] = process.argv.slice(2)
const db = new Database(database, { readonly: true })
const writer = new Database(scratch)
writer.pragma('journal_mode = WAL')
writer.pragma('synchronous = FULL')
copyTables(['activities', 'activity_functions', 'activity_channels', 'activity_versions', 'activity_events'])
copyTables(['audit_events', 'audit_head'])

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
const endsOfMonths = Array.from({ length: 25 }, (_, ago) =>
  ago === 0
    ? today
    : new Date(Date.UTC(+today.slice(0, 4), +today.slice(5, 7) - ago, 0)).toISOString().slice(0, 10),
)
const monthBefore = endsOfMonths[1] ?? ''
const villages = db.prepare(
  `select code, name, parent_code from regions where parent_code in (select code from regions where parent_code = ?)`,
)
const groupsThenAndNow = db.prepare(
  `select g.id, g.name, g.village_code, a.last_on, (select max(local_date) from activities where group_id = g.id and
   status = 'confirmed' and local_date <= ?) then_on from groups g join group_spans s on s.group_id = g.id
   left join group_activity a on a.group_id = g.id where g.regency_code = ? and s.until_date is null`,
)
const waiting = db.prepare(
  `select count(*) total, min(local_date) oldest from activities where regency_code = ? and status = 'submitted'`,
)
const openApplications = db.prepare(
  'select status, count(*) total from applications where regency_code = ? group by status',
)
const mappingCounts = db.prepare(
  `select r.name, c.* from regions r left join mapping_counts c on c.district_code = r.code and c.mapping_id = ?
   where r.parent_code = ?`,
)
const mappingRows = db.prepare(
  `select m.*, r.name place from mapping_rows m join regions r on r.code = m.village_code
   where mapping_id = ? and state = 'live' order by village_code, name_key limit 50`,
)
const emptyVillages = db.prepare(
  `select count(*) total from regions v where parent_code in (select code from regions where parent_code = ?)
   and code not in (select village_code from mapping_rows where mapping_id = ?)`,
)
const newestMappings = db.prepare(
  `select r.code, (select status from mappings where regency_code = r.code order by created_at desc limit 1) status
   from regions r where r.parent_code = ?`,
)
const openByRegency = db.prepare(
  `select regency_code, status, count(*) total, min(due_at) due from applications where province_code = ?
   and status in ('submitted', 'under_review') group by regency_code, status`,
)
const reportsBelow = db.prepare(
  `select r.name, c.* from regions r left join report_counts c on c.region_code = r.code and c.kind = 'month'
   and c.from_date = ? where r.parent_code = ?`,
)
const recap = db.prepare(
  `select r.name, c.* from regions r join activity_counts c on c.region_code = r.code
   where (r.parent_code = ? or r.code = ?) and c.month = ?`,
)
const lastMonth = `${monthBefore.slice(0, 7)}-01`
const post = preparePost()

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
      ...endsOfMonths.map((day) => step.get(code, day)),
      ...stepsBelow.all(code, today),
      waiting.get(code),
      ...openApplications.all(code),
      ...villages.all(code),
      ...groupsThenAndNow.all(monthBefore, code),
    ]
  },
  '/mapping': (asked) => [
    ...mappingCounts.all(asked.get('id'), asked.get('code')),
    emptyVillages.get(asked.get('code'), asked.get('id')),
  ],
  '/mapping-rows': (asked) => mappingRows.all(asked.get('id')),
  '/board': (asked) => {
    const code = asked.get('code')
    return [
      step.get(code, today),
      ...stepsBelow.all(code, today),
      ...newestMappings.all(code),
      ...openByRegency.all(code),
      ...reportsBelow.all(lastMonth, code),
    ]
  },
  '/recap': (asked) => recap.all(asked.get('code'), asked.get('code'), lastMonth.slice(0, 7)),
  '/reports': (asked) => [
    ...reportsBelow.all(lastMonth, asked.get('code')),
    ...stepsBelow.all(asked.get('code'), monthBefore),
  ],
  '/post': () => [post()],
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

/** Empty tables like those of the database, with their indexes; keys to other tables are not held. */
function copyTables(names: string[]) {
  writer.pragma('foreign_keys = OFF')
  for (const name of names) {
    writer.exec(`drop table if exists ${name}`)
    const found = db
      .prepare(
        `select sql from sqlite_master where tbl_name = ? and type in ('table', 'index') and sql is not null`,
      )
      .pluck()
    for (const sql of found.all(name)) writer.exec(String(sql))
  }
}

/** Writes one report after the example of the latest that the database holds. */
function preparePost(): () => { changes: number } {
  const example = Object(db.prepare('select * from activities order by id desc limit 1').get())
  const columns = Object.keys(example)
  const insert = writer.prepare(
    `insert into activities (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  const mark = writer.prepare('insert into activity_functions (activity_id, function) values (?, ?)')
  const channel = writer.prepare('insert into activity_channels (activity_id, channel) values (?, ?)')
  const version = writer.prepare('insert into activity_versions values (?, 1, ?, ?, ?)')
  const event = writer.prepare(
    `insert into activity_events (id, activity_id, kind, by_account, by_office, at) values (?, ?, 'submitted', ?, 0, ?)`,
  )
  const audit = writer.prepare(
    `insert into audit_events (seq, id, at, actor_id, actor_role, action, subject_kind, subject_id, delta, previous_hash, hash)
     values (?, ?, ?, ?, 'volunteer', 'activity.submitted', 'activity', ?, '{}', ?, ?)`,
  )
  const head = writer.prepare('update audit_head set seq = ?, hash = ? where id = 1')
  writer.exec(`insert into audit_head (id, seq, hash) values (1, 0, '')`)
  let seq = 0
  let hash = ''
  return writer.transaction(() => {
    const id = randomUUID()
    const at = Date.now()
    const by = example.reported_by
    const written = insert.run({ ...example, id, reported_at: at, status_since: at })
    mark.run(id, 'diseminasi')
    channel.run(id, 'tatap_muka')
    version.run(id, JSON.stringify(example), by, at)
    event.run(randomUUID(), id, by, at)
    const before = hash
    hash = createHash('sha256')
      .update(JSON.stringify([++seq, id, at, by, before]))
      .digest('hex')
    audit.run(seq, randomUUID(), at, by, id, before, hash)
    head.run(seq, hash)
    return { changes: written.changes }
  })
}
