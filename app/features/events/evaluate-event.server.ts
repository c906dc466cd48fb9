import { eq } from 'drizzle-orm'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { evaluatedAlready } from './events.errors'
import type { EvaluationQuestion } from './events.kinds'
import { canEvaluate } from './events.policy'

type Answers = Record<EvaluationQuestion, number> & { comment: string | null }

/**
 * Takes what an attendee thinks of the event, once for each ticket; the office reads answers without names.
 * @throws not_found; not_present, evaluation_not_open, evaluated_already 409
 */
export async function evaluateEvent(
  { store, clock }: Services,
  { token, id, answers }: { token: string; id: string; answers: Answers },
): Promise<void> {
  const now = clock()
  await store.transact(
    async ({ db, tables: { events, eventAttendees, eventEvaluations } }) => {
      const [found] = await db
        .select({ event: events, attendee: eventAttendees })
        .from(eventAttendees)
        .innerJoin(events, eq(events.id, eventAttendees.eventId))
        .where(eq(eventAttendees.token, token))
      if (!found) throw notFound()
      const { event, attendee } = found
      const [former] = await db
        .select({ id: eventEvaluations.id })
        .from(eventEvaluations)
        .where(eq(eventEvaluations.attendeeId, attendee.id))
      if (former?.id === id) return
      assertAllowed(canEvaluate(event, attendee, now))
      const stored = await db
        .insert(eventEvaluations)
        .values({ id, eventId: event.id, attendeeId: attendee.id, ...answers, answeredAt: now })
        .onConflictDoNothing()
        .returning({ id: eventEvaluations.id })
      if (stored.length === 0) throw evaluatedAlready()
    },
    { shows: 'nothing' },
  )
}
