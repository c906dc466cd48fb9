import { and, desc, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { countingCoverage } from '~/features/coverage/count-coverage.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { changedWhileTyping } from './activities.errors'
import { activityEventWords } from './activities.messages'
import { canChange } from './activities.policy'
import type { ActivityContent } from './activities.schema'
import { countingActivities } from './count-activities.server'
import {
  assertContents,
  clearMarks,
  columnsOf,
  keepVersions,
  recordEvent,
  writeMarks,
} from './store-activity.server'

interface Editing {
  actor: Actor
  requestId: string
  activityId: string
  /** Of the activity that was on the screen. */
  version: number
  content: ActivityContent
}

/**
 * Changes what the group told; every version is kept. One that the office asked back is sent again by this.
 * One that is confirmed stays so, is marked, and counts from its new date.
 * @throws notFound for others' groups; activity_withdrawn, changed_meanwhile 409; the 422 of `postActivity`
 */
export async function editActivity(
  { store, clock, newId }: Services,
  { actor, requestId, activityId, version, content }: Editing,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { activities } = tx.tables
    const [activity] = await tx.db.select().from(activities).where(eq(activities.id, activityId))
    if (!activity) throw notFound()
    assertAllowed(canChange(actor, activity))
    await assertContents(tx, [{ content, zone: activity.zone }], now)
    const answers = activity.status === 'returned'
    const change = async () => {
      const [changed] = await tx.db
        .update(activities)
        .set({
          ...columnsOf(content),
          version: version + 1,
          ...(answers ? { status: 'submitted' as const, statusSince: now } : {}),
          ...(activity.status === 'confirmed' ? { editedSinceConfirmed: true } : {}),
        })
        .where(
          and(
            eq(activities.id, activityId),
            eq(activities.version, version),
            eq(activities.status, activity.status),
          ),
        )
        .returning({ id: activities.id })
      if (!changed) throw changedWhileTyping(await latestChange(tx, activityId))
    }
    const counts = activity.status === 'confirmed'
    await countingActivities(tx, counts ? [activityId] : [], async () => {
      const moves = counts && activity.localDate !== content.localDate
      await (moves ? countingCoverage(tx, [activity], change) : change())
      await clearMarks(tx, activityId)
      await writeMarks(tx, [{ id: activityId, content }])
    })
    await keepVersions(tx, [{ activityId, version: version + 1, content, savedBy: actor.id, savedAt: now }])
    await recordEvent(tx, {
      id: newId(),
      activityId,
      kind: answers ? 'submitted' : 'edited',
      byAccount: actor.id,
      byOffice: false,
      at: now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'activity.edited',
      subject: { kind: 'activity', id: activityId },
      region: activity,
      delta: {
        version: [version, version + 1],
        localDate: [activity.localDate, content.localDate],
        title: [activity.title, content.title],
      },
      requestId,
    })
  })
}

/** What happened last, in words, with what the office asked. */
async function latestChange({ db, tables: { activityEvents } }: Tx, activityId: string): Promise<string> {
  const [event] = await db
    .select()
    .from(activityEvents)
    .where(eq(activityEvents.activityId, activityId))
    .orderBy(desc(activityEvents.at), desc(activityEvents.id))
    .limit(1)
  if (!event) throw new Error(`nothing ever happened to activity ${activityId}`)
  const words = activityEventWords[event.kind].toLowerCase()
  return event.comment ? `${words} (“${event.comment}”)` : words
}
