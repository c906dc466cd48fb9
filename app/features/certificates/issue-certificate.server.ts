import { and, inArray, isNull, max } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueueAll } from '~/platform/jobs/enqueue'
import { collectFacts } from './collect-facts.server'

interface Issuing {
  now: Instant
  newId: () => string
  publicUrl: string
}

/** Groups a statement: their facts and the statement's values stay far below the limits of both engines. */
const BATCH = 250

/**
 * Issues a new version of a group's Tanda Daftar KIM with the facts of this moment; older versions become superseded.
 * A job makes the PDF after the transaction has committed.
 */
export async function issueCertificate(
  tx: Tx,
  { groupId, ...issuing }: Issuing & { groupId: string },
): Promise<string> {
  const [id] = await issueBatch(tx, [groupId], issuing)
  if (!id) throw new Error('no certificate was issued')
  return id
}

/** The same for many groups in a few statements. */
export async function issueCertificates(
  tx: Tx,
  { groupIds, ...issuing }: Issuing & { groupIds: string[] },
): Promise<void> {
  for (let at = 0; at < groupIds.length; at += BATCH) {
    await issueBatch(tx, groupIds.slice(at, at + BATCH), issuing)
  }
}

async function issueBatch(tx: Tx, groupIds: string[], { now, newId, publicUrl }: Issuing): Promise<string[]> {
  const { certificates } = tx.tables
  const latest = await tx.db
    .select({ groupId: certificates.groupId, version: max(certificates.version) })
    .from(certificates)
    .where(inArray(certificates.groupId, groupIds))
    .groupBy(certificates.groupId)
  const before = new Map(latest.map((row) => [row.groupId, row.version ?? 0]))
  const asked = groupIds.map((groupId) => ({ groupId, version: (before.get(groupId) ?? 0) + 1 }))
  const facts = await collectFacts(tx, { certificates: asked, now, publicUrl })
  await tx.db
    .update(certificates)
    .set({ supersededAt: now })
    .where(and(inArray(certificates.groupId, groupIds), isNull(certificates.supersededAt)))
  const issued = facts.map((one) => ({ id: newId(), ...one, issuedAt: now }))
  await tx.db.insert(certificates).values(issued)
  await enqueueAll(
    tx,
    issued.map(({ id }) => ({
      key: `certificate:${id}`,
      kind: 'certificate.render',
      payload: { certificateId: id },
      now,
    })),
  )
  return issued.map(({ id }) => id)
}
