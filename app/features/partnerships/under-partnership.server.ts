import { and, desc, eq } from 'drizzle-orm'
import { inReach } from '~/features/identity/in-reach.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { changedMeanwhile } from '~/platform/errors'
import type { Services } from '~/platform/services'
import {
  auditPartnership,
  type By,
  findOwnPartnership,
  type Partnership,
  todayAt,
} from './find-partnership.server'
import type { AssessmentForm } from './partnership-form.schema'
import { activityElsewhere, yearOutside } from './partnerships.errors'

interface Linking extends By {
  partnershipId: string
  activityId: string
}

/** Says that an activity of the office's region happened under the partnership. @throws not_found, partnership_activity 422 */
export async function linkActivity(
  services: Services,
  { partnershipId, activityId, ...by }: Linking,
): Promise<void> {
  await services.store.transact(async (tx) => {
    const { activities, partnershipActivities } = tx.tables
    const { partnership } = await findOwnPartnership(tx, by.actor, partnershipId)
    const [activity] = await tx.db
      .select({ title: activities.title, status: activities.status })
      .from(activities)
      .where(and(eq(activities.id, activityId), inReach(by.actor, 'activity.read', activities)))
    if (!activity || activity.status === 'withdrawn') throw activityElsewhere()
    const [linked] = await tx.db
      .insert(partnershipActivities)
      .values({ partnershipId, activityId, linkedBy: by.actor.id, linkedAt: services.clock() })
      .onConflictDoNothing()
      .returning({ id: partnershipActivities.activityId })
    if (!linked) return
    await auditPartnership(tx, services, {
      by,
      action: 'partnership.activityLinked',
      partnership,
      delta: { title: [null, activity.title] },
    })
  })
}

/** Takes an activity out again; a second time changes nothing. @throws not_found */
export async function unlinkActivity(
  services: Services,
  { partnershipId, activityId, ...by }: Linking,
): Promise<void> {
  await services.store.transact(async (tx) => {
    const { partnershipActivities } = tx.tables
    const { partnership } = await findOwnPartnership(tx, by.actor, partnershipId)
    const removed = await tx.db
      .delete(partnershipActivities)
      .where(
        and(
          eq(partnershipActivities.partnershipId, partnershipId),
          eq(partnershipActivities.activityId, activityId),
        ),
      )
      .returning({ id: partnershipActivities.activityId })
    if (removed.length === 0) return
    await auditPartnership(tx, services, {
      by,
      action: 'partnership.activityUnlinked',
      partnership,
      delta: { activity: [activityId, null] },
    })
  })
}

/** The years that can be assessed: from the first to the last of the partnership, none ahead, newest first. */
export function yearsOf(
  { startsOn, endsOn }: Pick<Partnership, 'startsOn' | 'endsOn'>,
  today: string,
): number[] {
  const first = Number(startsOn.slice(0, 4))
  const last = Number((endsOn && endsOn < today ? endsOn : today).slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at)
}

/**
 * Keeps how both sides saw a year; an assessment that is changed stays readable as it was.
 * @throws not_found; changed_meanwhile 409 when another version was on the screen; assessment_year 422
 */
export async function assessPartnership(
  services: Services,
  { partnershipId, value, ...by }: By & { partnershipId: string; value: AssessmentForm },
): Promise<void> {
  const { year, seen, intent, ...told } = value
  const content = {
    ...told,
    partnerSays: told.partnerSays ?? null,
    partnerSpeaker: told.partnerSpeaker ?? null,
  }
  await services.store.transact(async (tx) => {
    const { partnershipAssessments } = tx.tables
    const { partnership } = await findOwnPartnership(tx, by.actor, partnershipId)
    const today = todayAt(officeOf(partnership), services.clock())
    if (partnership.status === 'proposed' || !yearsOf(partnership, today).includes(year)) throw yearOutside()
    const [latest] = await tx.db
      .select()
      .from(partnershipAssessments)
      .where(
        and(eq(partnershipAssessments.partnershipId, partnershipId), eq(partnershipAssessments.year, year)),
      )
      .orderBy(desc(partnershipAssessments.version))
      .limit(1)
    // The same form once more: it was stored by its first sending.
    if (
      latest?.version === seen + 1 &&
      JSON.stringify(sorted(latest.content)) === JSON.stringify(sorted(content))
    ) {
      return
    }
    if ((latest?.version ?? 0) !== seen) throw changedMeanwhile()
    const [saved] = await tx.db
      .insert(partnershipAssessments)
      .values({
        partnershipId,
        year,
        version: seen + 1,
        content,
        savedBy: by.actor.id,
        savedAt: services.clock(),
      })
      .onConflictDoNothing()
      .returning({ version: partnershipAssessments.version })
    if (!saved) throw changedMeanwhile()
    await auditPartnership(tx, services, {
      by,
      action: 'partnership.assessed',
      partnership,
      delta: { year: [null, year], version: [seen || null, seen + 1] },
    })
  })
}

/** Entries in one order: a database may give an object's keys back in another. */
function sorted(content: object): [string, unknown][] {
  return Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
}
