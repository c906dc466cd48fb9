import { createHash, randomUUID } from 'node:crypto'
import type { Question } from './bare-questions'

type Row = Record<string, unknown>

/** The tables that a report is written into. */
export const posted = [
  'activities',
  'activity_functions',
  'activity_channels',
  'activity_versions',
  'activity_events',
  'audit_events',
  'audit_head',
]

/**
 * What a report leaves behind, statement by statement: the activity with its marks, its version and event, and a link of
 * the audit chain, after the example of another activity. Whoever runs it answers each statement with its rows.
 */
export function* posting(example: Row): Generator<Question, void, Row[]> {
  const id = randomUUID()
  const at = Date.now()
  const by = example.reported_by
  const row: Row = { ...example, id, reported_at: at, status_since: at }
  const columns = Object.keys(row)
  yield [
    `insert into activities (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    ...columns.map((name) => row[name]),
  ]
  yield ['insert into activity_functions (activity_id, function) values (?, ?)', id, 'diseminasi']
  yield ['insert into activity_channels (activity_id, channel) values (?, ?)', id, 'tatap_muka']
  yield [
    'insert into activity_versions (activity_id, version, content, saved_by, saved_at) values (?, ?, ?, ?, ?)',
    id,
    1,
    JSON.stringify(row),
    by,
    at,
  ]
  yield [
    'insert into activity_events (id, activity_id, kind, by_account, by_office, at) values (?, ?, ?, ?, ?, ?)',
    randomUUID(),
    id,
    'submitted',
    by,
    0,
    at,
  ]
  const [head = {}] = yield ['update audit_head set seq = seq + 1 where id = 1 returning seq, hash']
  const { seq, hash: before } = head
  const hash = createHash('sha256')
    .update(JSON.stringify([seq, id, at, by, before]))
    .digest('hex')
  yield [
    `insert into audit_events (seq, id, at, actor_id, actor_role, action, subject_kind, subject_id, delta, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    randomUUID(),
    at,
    by,
    'volunteer',
    'activity.submitted',
    'activity',
    id,
    '{}',
    before,
    hash,
  ]
  yield ['update audit_head set hash = ? where id = 1', hash]
}
