import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { documentsOfApplication } from '~/features/documents/documents.queries.server'
import type { Actor } from '~/features/identity/actor'
import { officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { officeName } from '~/features/regions/places'
import { settingAt } from '~/features/settings/settings.queries.server'
import { endOfWorkingDay, localDate } from '~/platform/calendar'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { roleIn } from './change-application.server'
import { missingIn } from './completeness'
import { findOwnApplication, type OwnApplication } from './find-application.server'
import { recordEvent } from './record-event.server'
import { makeReference } from './reference'
import { savedElsewhere } from './registration.errors'
import { applicationPath } from './registration.messages'
import { applicationMayMove, isEditable } from './registration.state'

const REFERENCE_TRIES = 5

interface Input {
  actor: Actor
  applicationId: string
  /** The version that the person read before sending. */
  version: number
  requestId?: string
  /** Tries of a reference number are made with this; a test sets it. */
  random?: (below: number) => number
}

/**
 * Hands an application to the regency's office, for the first time or again after a return. What the office has
 * accepted stays accepted. Sending twice submits once.
 * @throws notFound, incomplete, not_corrected, not_submittable, changed_meanwhile
 */
export async function submitApplication(services: Services, input: Input): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await services.store.transact((tx) => submit(tx, services, input))
    } catch (error) {
      // A reference number that exists already: the next one will not.
      if (!isUniqueViolation(error) || tries === REFERENCE_TRIES) throw error
    }
  }
}

async function submit(tx: Tx, { clock, newId, config }: Services, input: Input): Promise<void> {
  const { actor, applicationId, version, requestId, random = (below) => randomInt(below) } = input
  const own = await findOwnApplication(tx, actor, applicationId)
  const { application, place } = own
  if (application.status === 'submitted' || application.status === 'under_review') return
  await assertSubmittable(tx, own)
  const now = clock()
  const today = localDate(now, place.zone)
  const days = await settingAt(tx, 'reviewWorkingDays', application, today)
  const reference = application.reference ?? makeReference(today.slice(0, 4), random)
  const { applications } = tx.tables
  const [changed] = await tx.db
    .update(applications)
    .set({
      status: 'submitted',
      reference,
      submittedBy: actor.id,
      submittedAt: now,
      dueAt: endOfWorkingDay(now, days, place.zone),
      updatedAt: now,
      version: version + 1,
    })
    .where(and(eq(applications.id, applicationId), eq(applications.version, version)))
    .returning({ id: applications.id })
  if (!changed) {
    // The same sending, a moment earlier, on another connection.
    const { application: there } = await findOwnApplication(tx, actor, applicationId)
    if (there.status === 'submitted') return
    throw savedElsewhere()
  }
  await recordEvent(tx, { applicationId, status: 'submitted', byWhom: sender(own), now, newId })
  await tellBoth(tx, own, { reference, now, newId, publicUrl: config.publicUrl })
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: actor.id, role: roleIn(own) },
    action: 'registration.submitted',
    subject: { kind: 'application', id: applicationId },
    region: application,
    delta: { status: [application.status, 'submitted'], reference: [application.reference, reference] },
    requestId,
  })
}

/** Complete, and everything that the office marked has been saved again. */
async function assertSubmittable(tx: Tx, { application, verdicts }: OwnApplication): Promise<void> {
  if (!isEditable(application.status) || !applicationMayMove(application.status, 'submitted')) {
    throw new AppError(
      'not_submittable',
      409,
      'Permohonan ini sudah selesai, jadi tidak dapat dikirim lagi. Untuk mendaftar kembali, buat permohonan baru.',
    )
  }
  const documents = await documentsOfApplication(tx, application.id)
  const missing = missingIn(
    application.answers,
    documents.map(({ kind }) => kind),
  )
  if (missing.length > 0) {
    throw new AppError(
      'incomplete',
      422,
      `Belum dapat dikirim. Yang masih kurang: ${missing.map(({ words }) => words).join(', ')}.`,
    )
  }
  if (application.status === 'returned' && verdicts.some(({ verdict }) => verdict === 'needs_fix')) {
    throw new AppError(
      'not_corrected',
      422,
      'Belum dapat dikirim: masih ada bagian yang diminta diperbaiki dan belum disimpan ulang. Buka bagian bertanda "Perlu diperbaiki".',
    )
  }
}

/** Who hands it in, in words that both sides read. */
export function sender({ application, place }: OwnApplication): string {
  return application.source === 'paper' ? officeName(place.regency) : 'Pemohon'
}

async function tellBoth(
  tx: Tx,
  { application, place }: OwnApplication,
  sending: { reference: string; now: number; newId: () => string; publicUrl: string },
): Promise<void> {
  const again = application.status === 'returned'
  const { reference } = sending
  const name = application.groupName
  await notify(
    tx,
    {
      accountId: application.createdBy,
      title: `Permohonan ${reference} terkirim`,
      body: `Permohonan pendaftaran ${name} sudah diterima ${officeName(place.regency)} dan menunggu diperiksa. Tanda terima dan keadaannya dapat dilihat kapan saja di portal.`,
      href: applicationPath(application.id),
    },
    sending,
  )
  for (const accountId of await officersOf(tx, application.regencyCode)) {
    if (accountId === application.createdBy) continue
    await notify(
      tx,
      {
        accountId,
        title: again ? `Permohonan ${reference} sudah diperbaiki` : `Permohonan baru ${reference}`,
        body: again
          ? `${name} sudah memperbaiki bagian yang ditandai. Bagian lain tetap diterima. Silakan periksa.`
          : `${name} mengirim permohonan pendaftaran. Silakan periksa.`,
        href: `/dinas/antrean/${application.id}`,
      },
      sending,
    )
  }
}
