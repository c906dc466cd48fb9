import { and, eq, isNull, max } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueue } from '~/platform/jobs/enqueue'
import type { CertificateFacts } from './certificates.schema'
import { collectFacts } from './collect-facts.server'

interface Issuing {
  groupId: string
  now: Instant
  newId: () => string
  publicUrl: string
}

/**
 * Issues a new version of a group's Tanda Daftar KIM with the facts of this moment; older versions become superseded.
 * A job makes the PDF after the transaction has committed.
 */
export async function issueCertificate(tx: Tx, { groupId, now, newId, publicUrl }: Issuing): Promise<string> {
  const { certificates } = tx.tables
  const [latest] = await tx.db
    .select({ version: max(certificates.version) })
    .from(certificates)
    .where(eq(certificates.groupId, groupId))
  const version = (latest?.version ?? 0) + 1
  const facts: CertificateFacts = await collectFacts(tx, { groupId, version, now, publicUrl })
  await tx.db
    .update(certificates)
    .set({ supersededAt: now })
    .where(and(eq(certificates.groupId, groupId), isNull(certificates.supersededAt)))
  const id = newId()
  await tx.db.insert(certificates).values({ id, groupId, version, facts, issuedAt: now })
  await enqueue(tx, {
    key: `certificate:${id}`,
    kind: 'certificate.render',
    payload: { certificateId: id },
    now,
  })
  return id
}
