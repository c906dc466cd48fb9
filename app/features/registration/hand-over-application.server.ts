import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type Application, actingOffice, type Reading } from './find-for-review.server'
import { moveApplication, type OfficeAct, openAct } from './move-application.server'
import { recordEvent } from './record-event.server'
import { canTake, reviewingRole } from './review.policy'

/**
 * Gives an application to a colleague of the same regency office, who is told. It is then under review.
 * @throws colleague_cannot_review 422 for anyone who is no officer there, or who wrote the application
 * @throws not_found 404, own_application 403, office_only_reads 403, taken_meanwhile and its like 409
 */
export async function handOverApplication(
  { store, clock, newId, config }: Services,
  act: OfficeAct & { actor: { name: string }; colleagueId: string },
): Promise<{ colleague: string }> {
  const { actor, applicationId, colleagueId } = act
  const now = clock()
  return store.transact(async (tx) => {
    const { application, place } = await openAct(tx, act, now, canTake)
    const colleague = (await colleaguesFor(tx, application, actor.id)).find(({ id }) => id === colleagueId)
    if (!colleague) {
      throw new AppError(
        'colleague_cannot_review',
        422,
        'Rekan ini tidak dapat memeriksa permohonan ini. Pilih petugas lain di kantor Anda.',
        'colleagueId',
      )
    }
    await moveApplication(
      tx,
      { application, actor, place },
      { status: 'under_review', assignedTo: colleague.id, updatedAt: now },
    )
    if (application.status !== 'under_review') {
      const byWhom = actingOffice(actor, application, place)
      await recordEvent(tx, { applicationId, status: 'under_review', byWhom, now, newId })
    }
    await notify(
      tx,
      {
        accountId: colleague.id,
        title: `${actor.name} menyerahkan pemeriksaan ${application.groupName} kepada Anda`,
        body: `Permohonan ${application.reference ?? ''} sekarang Anda pegang. Buka halaman pemeriksaan untuk melanjutkan.`,
        href: `/dinas/antrean/${applicationId}`,
      },
      { newId, now, publicUrl: config.publicUrl },
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: reviewingRole(actor, application) },
      action: 'registration.handed_over',
      subject: { kind: 'application', id: applicationId },
      region: application,
      delta: {
        status: [application.status, 'under_review'],
        assignedTo: [application.assignedTo, colleague.id],
      },
      requestId: act.requestId,
    })
    return { colleague: colleague.name }
  })
}

/** Officers of the regency, by name, who may review this application; neither its author nor the one who asks. */
export async function colleaguesFor(
  { db, tables: { accounts, grants } }: Reading,
  application: Application,
  askedBy: string,
): Promise<{ id: string; name: string }[]> {
  const officers = await db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(
      and(
        eq(grants.regencyCode, application.regencyCode),
        eq(grants.role, 'regency_officer'),
        isNull(grants.revokedAt),
        eq(accounts.status, 'active'),
        ne(accounts.id, askedBy),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
  return officers.filter(({ id }) => id !== application.createdBy && id !== application.submittedBy)
}
