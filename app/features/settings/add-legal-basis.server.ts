import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { AddLegalBasisForm } from './legal-basis.schema'

/**
 * Adds a rule that pages and certificates cite on the days on which it holds. Sent twice it is added once.
 * @throws legal_basis_region_unknown 422 (regionCode)
 */
export async function addLegalBasis(
  { store, clock, newId }: Services,
  { actor, requestId, ...form }: Omit<AddLegalBasisForm, 'intent'> & { actor: Actor; requestId: string },
): Promise<void> {
  const { id, citation, title, note, regionCode, validFrom, validUntil = null } = form
  await store.transact(async (tx) => {
    const { legalBases, regions } = tx.tables
    if (regionCode !== '') {
      const [region] = await tx.db.select().from(regions).where(eq(regions.code, regionCode))
      if (!region) {
        throw new AppError(
          'legal_basis_region_unknown',
          422,
          'Tidak ada wilayah dengan kode ini. Kosongkan untuk seluruh Indonesia.',
          'regionCode',
        )
      }
    }
    const added = await tx.db
      .insert(legalBases)
      .values({ id, citation, title, note, regionCode, validFrom, validUntil })
      .onConflictDoNothing()
      .returning({ id: legalBases.id })
    if (added.length === 0) return
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'admin' },
      action: 'legalBasis.added',
      subject: { kind: 'legalBasis', id },
      region: {
        provinceCode: regionCode.slice(0, 2) || null,
        regencyCode: regionCode.length === 4 ? regionCode : null,
      },
      delta: { citation: [null, citation], validFrom: [null, validFrom], validUntil: [null, validUntil] },
      requestId,
    })
  })
}
