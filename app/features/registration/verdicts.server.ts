import { and, eq, isNull } from 'drizzle-orm'
import type { Delta } from '~/features/audit/record-audit.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Reading } from './find-for-review.server'
import { type ReviewItem, reviewItems, sections } from './registration.schema'
import type { Verdict, Verdicts } from './review.policy'

export interface Judgement {
  verdict: Verdict
  reason: string | null
}
export type Judgements = Partial<Record<ReviewItem, Judgement>>

/** What an officer says now; an item that is not there stays as it was. */
export type NewJudgements = Partial<
  Record<ReviewItem, { verdict: 'accepted' | 'needs_fix'; reason: string | null }>
>

/** The parts that an application has: its sections, and the documents that were sent. */
export async function itemsOf(
  { db, tables: { documents } }: Reading,
  applicationId: string,
): Promise<ReviewItem[]> {
  const sent = await db
    .select({ kind: documents.kind })
    .from(documents)
    .where(and(eq(documents.applicationId, applicationId), isNull(documents.replacedAt)))
  const kinds = new Set<string>([...sections, ...sent.map((document) => document.kind)])
  return reviewItems.filter((item) => kinds.has(item))
}

export async function judgementsOf(
  { db, tables: { applicationReviews } }: Reading,
  applicationId: string,
): Promise<Judgements> {
  const rows = await db
    .select()
    .from(applicationReviews)
    .where(eq(applicationReviews.applicationId, applicationId))
  return Object.fromEntries(rows.map(({ item, verdict, reason }) => [item, { verdict, reason }]))
}

export function verdictsOf(judgements: Judgements): Verdicts {
  return Object.fromEntries(Object.entries(judgements).map(([item, { verdict }]) => [item, verdict]))
}

/** All other parts accepted in one go: what is not marked stays accepted. */
export function acceptRest(judgements: Judgements, items: readonly ReviewItem[]): Judgements {
  const accepted = items
    .filter((item) => judgements[item]?.verdict !== 'needs_fix')
    .map((item) => [item, { verdict: 'accepted', reason: null }] as const)
  return { ...judgements, ...Object.fromEntries(accepted) }
}

/** Writes what changed and answers it for the audit trail; what stayed keeps its date and its author. */
export async function writeJudgements(
  { db, tables: { applicationReviews } }: Tx,
  {
    applicationId,
    before,
    after,
    reviewedBy,
    now,
  }: { applicationId: string; before: Judgements; after: Judgements; reviewedBy: string; now: Instant },
): Promise<Delta> {
  const delta: Record<string, [unknown, unknown]> = {}
  for (const item of reviewItems) {
    const [old, judgement] = [before[item], after[item]]
    if (!judgement || (old?.verdict === judgement.verdict && old.reason === judgement.reason)) continue
    const said = { ...judgement, reviewedBy, reviewedAt: now }
    await db
      .insert(applicationReviews)
      .values({ applicationId, item, ...said })
      .onConflictDoUpdate({ target: [applicationReviews.applicationId, applicationReviews.item], set: said })
    // The reason is the group's business; the trail keeps the word that counts.
    delta[item] = [old?.verdict ?? null, judgement.verdict]
  }
  return delta
}
