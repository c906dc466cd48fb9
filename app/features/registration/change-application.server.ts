import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { mayChange } from './applicant.policy'
import { findOwnApplication, type OwnApplication } from './find-application.server'
import { savedElsewhere } from './registration.errors'
import type { ReviewItem } from './registration.schema'

interface Change {
  actor: Actor
  own: OwnApplication
  /** The version that the person's page was opened with. */
  version: number
  /** Columns to write; empty when only documents changed. */
  set: Partial<Tx['tables']['applications']['$inferInsert']>
  /** The parts that were saved: what the office marked among them counts as corrected now. */
  items: ReviewItem[]
  /** True when a document changed beside the columns. */
  filesChanged?: boolean
  now: Instant
  newId: () => string
  requestId?: string
}

/**
 * Writes a change to parts of an application that nobody has changed since the person opened it. The same content
 * sent again succeeds and writes nothing, whatever the version. The audit trail is told which parts changed,
 * not what they say: contacts stay out of it.
 * @throws not_editable, item_locked, changed_meanwhile
 */
export async function changeApplication(tx: Tx, change: Change): Promise<void> {
  const { actor, own, version, set, items, filesChanged = false, now, newId, requestId } = change
  const { applications } = tx.tables
  const { application, verdicts } = own
  const same = !filesChanged && alreadyHolds(application, set)
  const decisions = items.map((item) => mayChange(application.status, verdicts, item))
  if (same && decisions.some((decision) => !decision.allowed)) return
  for (const decision of decisions) assertAllowed(decision)
  if (same) return markCorrected(tx, own, items)
  const [changed] = await tx.db
    .update(applications)
    .set({ ...set, updatedAt: now, version: version + 1 })
    .where(and(eq(applications.id, application.id), eq(applications.version, version)))
    .returning({ id: applications.id })
  if (!changed) {
    // The same sending, a moment earlier, on another connection.
    const there = await findOwnApplication(tx, actor, application.id)
    if (!filesChanged && alreadyHolds(there.application, set)) return
    throw savedElsewhere()
  }
  await markCorrected(tx, own, items)
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: actor.id, role: roleIn(own) },
    action: 'registration.saved',
    subject: { kind: 'application', id: application.id },
    region: application,
    delta: { parts: [null, items.join(' ')] },
    requestId,
  })
}

/** In which role a person fills in an application. */
export function roleIn({ application }: OwnApplication): string {
  return application.source === 'paper' ? 'regency_officer' : 'volunteer'
}

/** What the office marked and the group has now saved is corrected until the office looks again. */
async function markCorrected(
  { db, tables: { applicationReviews } }: Tx,
  { application, verdicts }: OwnApplication,
  items: ReviewItem[],
): Promise<void> {
  for (const item of items) {
    if (!verdicts.some((one) => one.item === item && one.verdict === 'needs_fix')) continue
    await db
      .update(applicationReviews)
      .set({ verdict: 'corrected' })
      .where(and(eq(applicationReviews.applicationId, application.id), eq(applicationReviews.item, item)))
  }
}

/** True when every column already holds what would be written. */
function alreadyHolds(application: OwnApplication['application'], set: Change['set']): boolean {
  const stored = Object.fromEntries(Object.entries(application).filter(([column]) => column in set))
  return isDeepStrictEqual(withoutUndefined(stored), withoutUndefined(set))
}

/** As the database gives it back. */
function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
