import { and, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import type { Place } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed, type Decision } from '~/platform/decision'
import { changedByOther } from './changed-by-other.server'
import { type Application, holdForReview, mayReview, placeOf } from './find-for-review.server'

/** What every act of an office on an application starts from. */
export interface OfficeAct {
  actor: Actor
  applicationId: string
  /** The version that the person was looking at. */
  expectedVersion: number
  requestId?: string
}

/**
 * Finds the application of an act and holds that the act is allowed: in the office's region, by someone who may,
 * on what the person was looking at, in a state in which `rule` lets it.
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 */
export async function openAct(
  tx: Tx,
  { actor, applicationId, expectedVersion }: OfficeAct,
  now: Instant,
  rule: (application: Application) => Decision,
): Promise<{ application: Application; place: Place }> {
  const application = await holdForReview(tx, actor, applicationId)
  const place = await placeOf(tx, application)
  assertAllowed(await mayReview(tx, { actor, application, place, now }))
  if (application.version !== expectedVersion) throw await changedByOther(tx, { applicationId, actor, place })
  assertAllowed(rule(application))
  return { application, place }
}

/**
 * Writes the next state, if nobody has written one since.
 * @throws decided_meanwhile and its like 409
 */
export async function moveApplication(
  tx: Tx,
  { application, actor, place }: { application: Application; actor: Actor; place: Place },
  change: Partial<Application>,
): Promise<void> {
  const { applications } = tx.tables
  const moved = await tx.db
    .update(applications)
    .set({ ...change, version: application.version + 1 })
    .where(and(eq(applications.id, application.id), eq(applications.version, application.version)))
    .returning({ id: applications.id })
  if (moved.length === 0) throw await changedByOther(tx, { applicationId: application.id, actor, place })
}
