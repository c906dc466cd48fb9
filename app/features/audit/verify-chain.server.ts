import { asc, eq, gt } from 'drizzle-orm'
import type { Store } from '~/platform/db/store'
import { auditHash } from './record-audit.server'

/** Rows held in memory at a time. */
const BATCH = 1000

/** Where the chain stops being true, and in what way. */
export interface ChainBreak {
  seq: number
  kind: 'missing' | 'altered' | 'unlinked' | 'truncated' | 'beyond_head' | 'head_altered'
}

export type ChainReport =
  | { whole: true; events: number; hash: string }
  | { whole: false; events: number; firstBreak: ChainBreak }

interface Link {
  seq: number
  hash: string
}

/**
 * Walks the audit trail from its first event and recomputes every hash, in constant memory and while others write.
 * Finds the first event that was altered, removed or slipped in, and a tail that was cut off.
 * Someone who may write to the database can forge a whole new chain with its head: compare the
 * hash of the last event with one that was noted elsewhere to find that too.
 */
export async function verifyChain(store: Store): Promise<ChainReport> {
  let last: Link = { seq: 0, hash: '' }
  const broken = (seq: number, kind: ChainBreak['kind']): ChainReport => ({
    whole: false,
    events: last.seq,
    firstBreak: { seq, kind },
  })
  for (;;) {
    // Read before the batch: events committed since then are seen by a later batch.
    const head = await readHead(store)
    const batch = await readAfter(store, last.seq)
    for (const event of batch) {
      const { hash, ...facts } = event
      if (event.seq !== last.seq + 1) return broken(last.seq + 1, 'missing')
      if (event.previousHash !== last.hash) return broken(event.seq, 'unlinked')
      if (auditHash(facts) !== hash) return broken(event.seq, 'altered')
      last = { seq: event.seq, hash }
    }
    if (batch.length > 0) continue
    if (head.seq > last.seq) return broken(last.seq + 1, 'truncated')
    if (head.seq < last.seq) return broken(head.seq + 1, 'beyond_head')
    return head.hash === last.hash
      ? { whole: true, events: last.seq, hash: last.hash }
      : broken(last.seq, 'head_altered')
  }
}

async function readAfter({ read, tables: { auditEvents } }: Store, seq: number) {
  return read
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq))
    .orderBy(asc(auditEvents.seq))
    .limit(BATCH)
}

async function readHead({ read, tables: { auditHead } }: Store): Promise<Link> {
  const [head] = await read.select().from(auditHead).where(eq(auditHead.id, 1))
  return head ?? { seq: 0, hash: '' }
}
