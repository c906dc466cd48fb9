import { asc, eq } from 'drizzle-orm'
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
import { turnsOf } from './activity-changes'
import { countingActivities } from './count-activities.server'
import {
  assertContents,
  clearMarks,
  columnsOf,
  keepVersions,
  lockActivity,
  recordEvent,
  writeMarks,
} from './store-activity.server'

interface Editing {
  actor: Actor
  requestId: string
  activityId: string
  /** Of the text that was on the screen: how many `turnsOf` the activity there were. */
  version: number
  content: ActivityContent
}

/**
 * Changes what the group told; every version is kept. One that the office asked back is sent again by this.
 * One that is confirmed stays so, is marked, and counts from its new date.
 * @throws notFound for others' groups; activity_withdrawn, changed_meanwhile 409; the 422 of `postActivity` for a day,
 *   a topic or a place that is new
 */
export async function editActivity(
  { store, clock, newId }: Services,
  { actor, requestId, activityId, version, content }: Editing,
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { activities } = tx.tables
    const activity = await lockActivity(tx, activityId)
    if (!activity) throw notFound()
    assertAllowed(canChange(actor, activity))
    await assertNotOvertaken(tx, activityId, version)
    await assertContents(tx, [{ content, zone: activity.zone, stored: activity }], now)
    const next = activity.version + 1
    const answers = activity.status === 'returned'
    const change = () =>
      tx.db
        .update(activities)
        .set({
          ...columnsOf(content),
          version: next,
          ...(answers ? { status: 'submitted' as const, statusSince: now } : {}),
          ...(activity.status === 'confirmed' ? { editedSinceConfirmed: true } : {}),
        })
        .where(eq(activities.id, activityId))
    const counts = activity.status === 'confirmed'
    await countingActivities(tx, counts ? [activityId] : [], async () => {
      const moves = counts && activity.localDate !== content.localDate
      await (moves ? countingCoverage(tx, [activity], change) : change())
      await clearMarks(tx, activityId)
      await writeMarks(tx, [{ id: activityId, content }])
    })
    await keepVersions(tx, [{ activityId, version: next, content, savedBy: actor.id, savedAt: now }])
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
        version: [activity.version, next],
        localDate: [activity.localDate, content.localDate],
        title: [activity.title, content.title],
      },
      requestId,
    })
  })
}

/** @throws changed_meanwhile when the activity was changed or decided on since, with what happened last */
async function assertNotOvertaken(
  { db, tables: { activityEvents } }: Tx,
  activityId: string,
  known: number,
): Promise<void> {
  const events = await db
    .select()
    .from(activityEvents)
    .where(eq(activityEvents.activityId, activityId))
    .orderBy(asc(activityEvents.at), asc(activityEvents.id))
  const turns = turnsOf(events)
  const last = turns.at(-1)
  if (!last || turns.length === known) return
  const words = activityEventWords[last.kind].toLowerCase()
  throw changedWhileTyping(last.comment ? `${words} (“${last.comment}”)` : words)
}
