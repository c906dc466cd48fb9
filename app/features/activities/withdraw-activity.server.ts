import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { countingCoverage } from '~/features/coverage/count-coverage.server'
import type { Actor } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canChange } from './activities.policy'
import { countingActivities } from './count-activities.server'
import { recordEvent } from './store-activity.server'

interface Withdrawing {
  actor: Actor
  requestId: string
  activityId: string
  version: number
  /** Why, for the group and its office. */
  comment: string | null
}

/**
 * Takes an activity back for good: it counts no more and nobody but the group and its office reads it.
 * @throws notFound for others' groups; activity_withdrawn, changedMeanwhile 409
 */
export async function withdrawActivity(
  { store, clock, newId }: Services,
  { actor, requestId, activityId, version, comment }: Withdrawing,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { activities } = tx.tables
    const [activity] = await tx.db.select().from(activities).where(eq(activities.id, activityId))
    if (!activity) throw notFound()
    assertAllowed(canChange(actor, activity))
    const change = async () => {
      const [changed] = await tx.db
        .update(activities)
        .set({ status: 'withdrawn', statusSince: now, version: version + 1 })
        .where(
          and(
            eq(activities.id, activityId),
            eq(activities.version, version),
            eq(activities.status, activity.status),
          ),
        )
        .returning({ id: activities.id })
      if (!changed) throw changedMeanwhile()
    }
    await (activity.status === 'confirmed'
      ? countingActivities(tx, [activityId], () => countingCoverage(tx, [activity], change))
      : change())
    await recordEvent(tx, {
      id: newId(),
      activityId,
      kind: 'withdrawn',
      comment,
      byAccount: actor.id,
      byOffice: false,
      at: now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'activity.withdrawn',
      subject: { kind: 'activity', id: activityId },
      region: activity,
      delta: { status: [activity.status, 'withdrawn'] },
      requestId,
    })
  })
}
