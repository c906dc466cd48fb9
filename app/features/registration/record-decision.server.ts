import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import type { Place } from '~/features/regions/places'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { type Application, actingOffice, holdForReview } from './find-for-review.server'
import type { OfficeAct } from './move-application.server'
import { recordEvent } from './record-event.server'
import { reviewingRole } from './review.policy'
import { type Judgements, type NewJudgements, writeJudgements } from './verdicts.server'

export type Outcome = 'approved' | 'returned' | 'rejected'

/** A decision, with what the officer said about the parts on the same page. */
export interface Deciding extends OfficeAct {
  judgements: NewJudgements
}

/** The application, when this very person has just decided so: the same form sent twice gets the same answer. */
export async function decidedBefore(
  tx: Tx,
  { actor, applicationId, expectedVersion }: OfficeAct,
  outcome: Outcome,
): Promise<Application | null> {
  const application = await holdForReview(tx, actor, applicationId)
  const same =
    application.status === outcome &&
    application.decidedBy === actor.id &&
    application.version === expectedVersion + 1
  return same ? application : null
}

/** The columns that say who decided what. */
export function decisionBy(
  { actor }: OfficeAct,
  outcome: Outcome,
  reason: string | null,
  now: Instant,
): Partial<Application> {
  return {
    status: outcome,
    decidedBy: actor.id,
    decidedAt: now,
    decisionReason: reason,
    updatedAt: now,
  }
}

interface Decided {
  act: Deciding
  application: Application
  place: Place
  outcome: Outcome
  before: Judgements
  after: Judgements
  /** For the timeline that both sides read. */
  note?: string
  message: { title: string; body: string; href: string }
  now: Instant
}

/** Tells of a decision whose state is written: the word on each part, the timeline, the applicant, the trail. */
export async function recordDecision(
  tx: Tx,
  { act, application, place, outcome, before, after, note, message, now }: Decided,
  { newId, config }: Services,
): Promise<void> {
  const { actor, applicationId } = act
  const judged = await writeJudgements(tx, { applicationId, before, after, reviewedBy: actor.id, now })
  const byWhom = actingOffice(actor, application, place)
  await recordEvent(tx, { applicationId, status: outcome, byWhom, note, now, newId })
  await notify(
    tx,
    { accountId: applicantOf(application), ...message },
    { newId, now, publicUrl: config.publicUrl },
  )
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: actor.id, role: reviewingRole(actor, application) },
    action: `registration.${outcome}`,
    subject: { kind: 'application', id: applicationId },
    region: application,
    delta: { status: [application.status, outcome], ...judged },
    requestId: act.requestId,
  })
}

/** The account that hears about an application: who sent it, for paper the officer who entered it. */
export function applicantOf(application: Application): string {
  return application.submittedBy ?? application.createdBy
}
