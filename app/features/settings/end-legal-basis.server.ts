import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { EndLegalBasisForm } from './legal-basis.schema'

/**
 * Says on which day a rule holds for the last time. Certificates issued before keep what they cite.
 * @throws not_found; legal_basis_ends_before_start 422 (validUntil); changed_meanwhile when it was ended already
 */
export async function endLegalBasis(
  { store, clock, newId }: Services,
  {
    actor,
    requestId,
    basisId,
    validUntil,
  }: Omit<EndLegalBasisForm, 'intent'> & { actor: Actor; requestId: string },
): Promise<void> {
  await store.transact(async (tx) => {
    const { legalBases } = tx.tables
    const [basis] = await tx.db.select().from(legalBases).where(eq(legalBases.id, basisId))
    if (!basis) throw notFound()
    if (validUntil < basis.validFrom) {
      throw new AppError(
        'legal_basis_ends_before_start',
        422,
        'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
        'validUntil',
      )
    }
    const ended = await tx.db
      .update(legalBases)
      .set({ validUntil })
      .where(and(eq(legalBases.id, basisId), isNull(legalBases.validUntil)))
      .returning({ id: legalBases.id })
    if (ended.length === 0) throw changedMeanwhile()
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'admin' },
      action: 'legalBasis.ended',
      subject: { kind: 'legalBasis', id: basisId },
      delta: { validUntil: [null, validUntil] },
      requestId,
    })
  })
}
