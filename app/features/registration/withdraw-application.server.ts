import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { mayWithdraw } from './applicant.policy'
import { roleIn } from './change-application.server'
import { findOwnApplication } from './find-application.server'
import { recordEvent } from './record-event.server'
import { savedElsewhere } from './registration.errors'
import { sender } from './submit-application.server'

interface Input {
  actor: Actor
  applicationId: string
  version: number
  requestId?: string
}

/**
 * Takes an application back before it is decided; what was filled in stays readable. Asking twice withdraws once.
 * @throws notFound, not_withdrawable, changed_meanwhile
 */
export async function withdrawApplication(services: Services, input: Input): Promise<void> {
  const { actor, applicationId, version, requestId } = input
  const { store, clock, newId, config } = services
  const now = clock()
  await store.transact(async (tx) => {
    const own = await findOwnApplication(tx, actor, applicationId)
    const { application } = own
    if (application.status === 'withdrawn') return
    if (!mayWithdraw(application.status)) {
      throw new AppError(
        'not_withdrawable',
        409,
        'Permohonan ini sudah diputuskan, jadi tidak dapat ditarik kembali.',
      )
    }
    const { applications } = tx.tables
    const [changed] = await tx.db
      .update(applications)
      .set({ status: 'withdrawn', updatedAt: now, version: version + 1 })
      .where(and(eq(applications.id, applicationId), eq(applications.version, version)))
      .returning({ id: applications.id })
    if (!changed) throw savedElsewhere()
    await recordEvent(tx, { applicationId, status: 'withdrawn', byWhom: sender(own), now, newId })
    const officers = application.submittedAt === null ? [] : await officersOf(tx, application.regencyCode)
    for (const accountId of officers) {
      await notify(
        tx,
        {
          accountId,
          title: `Permohonan ${application.reference} ditarik kembali`,
          body: `${application.groupName} menarik permohonan pendaftarannya. Tidak ada yang perlu dikerjakan lagi.`,
          href: `/dinas/antrean/${applicationId}`,
        },
        { newId, now, publicUrl: config.publicUrl },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: roleIn(own) },
      action: 'registration.withdrawn',
      subject: { kind: 'application', id: applicationId },
      region: application,
      delta: { status: [application.status, 'withdrawn'] },
      requestId,
    })
  })
}
