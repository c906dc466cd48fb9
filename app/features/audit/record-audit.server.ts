import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import { insertRows } from '~/platform/db/insert-rows'
import type { Tx } from '~/platform/db/store'

/** `[before, after]` for each field that changed. */
export type Delta = Record<string, readonly [unknown, unknown]>

/** The fields of which something else is said after than before. */
export function changedFields(before: object, after: object): Delta {
  const former = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => JSON.stringify(former.get(field)) !== JSON.stringify(value))
      .map(([field, value]) => [field, [former.get(field), value] as const]),
  )
}

export interface AuditEntry {
  id: string
  at: Instant
  /** Who did it; null for what the portal does by itself. */
  actor: { id: string; role: string } | null
  action: string
  subject: { kind: string; id: string }
  /** Where it happened, so that offices see their own region's trail. */
  region?: { provinceCode: string | null; regencyCode: string | null }
  delta?: Delta
  requestId?: string
}

/**
 * Appends one event to the audit trail, in the transaction of the change it tells of.
 * Each event carries the hash of the one before: a row that is altered, removed or slipped in breaks the chain.
 * Call it late in the transaction: on PostgreSQL writers take turns from here to the commit.
 */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await recordAudits(tx, [entry])
}

/** Rows a statement: their values stay below the 32,766 that SQLite takes. */
const BATCH = 1000

/** Appends several events in their order, in few statements; see `recordAudit`. */
export async function recordAudits({ db, tables }: Tx, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const { auditHead, auditEvents } = tables
  const [head] = await db
    .update(auditHead)
    .set({ seq: sql`${auditHead.seq} + ${entries.length}` })
    .where(eq(auditHead.id, 1))
    .returning()
  if (!head) throw new Error('the audit trail has no head')
  let { hash } = head
  const events = entries.map((entry, at) => {
    const event = {
      seq: head.seq - entries.length + 1 + at,
      id: entry.id,
      at: entry.at,
      actorId: entry.actor?.id ?? null,
      actorRole: entry.actor?.role ?? 'system',
      provinceCode: entry.region?.provinceCode ?? null,
      regencyCode: entry.region?.regencyCode ?? null,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      delta: JSON.stringify(entry.delta ?? {}),
      requestId: entry.requestId ?? null,
      previousHash: hash,
    }
    hash = auditHash(event)
    return { ...event, hash }
  })
  for (let at = 0; at < events.length; at += BATCH) {
    await insertRows(db, auditEvents, events.slice(at, at + BATCH))
  }
  await db.update(auditHead).set({ hash }).where(eq(auditHead.id, 1))
}

/** SHA-256 over every stored field in fixed order, the previous hash included. */
export function auditHash(event: {
  seq: number
  id: string
  at: number
  actorId: string | null
  actorRole: string
  provinceCode: string | null
  regencyCode: string | null
  action: string
  subjectKind: string
  subjectId: string
  delta: string
  requestId: string | null
  previousHash: string
}): string {
  const fields = [
    event.seq,
    event.id,
    event.at,
    event.actorId,
    event.actorRole,
    event.provinceCode,
    event.regencyCode,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.delta,
    event.requestId,
    event.previousHash,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
